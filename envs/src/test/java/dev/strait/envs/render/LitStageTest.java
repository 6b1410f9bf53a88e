package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LitStageTest {

    private static final double[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    private static final double[] UP = {0, 0, 1};

    private static Solid ball(double radius, double... position) {
        return new Solid(new Solid.Sphere(radius), Color.RED, position, UPRIGHT);
    }

    private static Camera camera(double... eye) {
        return new Camera(eye, new double[] {0, 0, 0.5}, UP, 0.8, 120, 90);
    }

    private static int brightness(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() + color.getGreen() + color.getBlue();
    }

    @Test
    void shouldShowTheSolidInTheMiddleAndTheSkyAbove() {
        LitStage stage = new LitStage(List.of(ball(0.3, 0, 0, 0.5)), true, 2);
        BufferedImage picture = stage.picture(camera(0, -4, 1));
        Color middle = new Color(picture.getRGB(60, 45));
        assertTrue(middle.getRed() > 90 && middle.getGreen() < 80, middle.toString());
        Color sky = new Color(picture.getRGB(60, 2));
        assertTrue(sky.getBlue() >= sky.getRed() && sky.getRed() > 200, sky.toString());
    }

    /** Two rays to the same tile, one from the lamp's shadow: found by looking straight down. */
    @Test
    void shouldDarkenTheGroundBehindASolid() {
        Camera above =
                new Camera(
                        new double[] {0, 0, 5},
                        new double[] {0, 0, 0},
                        new double[] {0, 1, 0},
                        0.8,
                        120,
                        90);
        BufferedImage bare = new LitStage(List.of(), true, 2).picture(above);
        BufferedImage under = new LitStage(List.of(ball(0.2, 0, 0, 1.5)), true, 2).picture(above);
        // The lamp stands at (−0.35, −0.45, 1), so the shadow lies at 1.5 · (0.35, 0.45).
        double pixels = 90 / (2 * Math.tan(0.4)) / 5;
        int x = (int) (60 + pixels * 1.5 * 0.35);
        int y = (int) (45 - pixels * 1.5 * 0.45);
        assertEquals(0.62 * brightness(bare, x, y), brightness(under, x, y), 3);
        assertEquals(brightness(bare, x, 89 - y), brightness(under, x, 89 - y));
    }

    /** Lit from the left: the left of a ball is brighter than its right. */
    @Test
    void shouldShadeByTheAngleToTheLamp() {
        LitStage stage = new LitStage(List.of(ball(0.8, 0, 0, 0.5)), false, 2);
        BufferedImage picture = stage.picture(camera(0, -4, 0.5));
        assertTrue(brightness(picture, 52, 40) > brightness(picture, 72, 55) + 50);
    }

    /** (x, y, z) with z up and (x, z, −y) with y up are the same stage. */
    @Test
    void shouldLookTheSameWithEitherAxisUp() {
        Solid high = ball(0.3, 0.2, -0.4, 0.6);
        Solid turned = ball(0.3, 0.2, 0.6, 0.4);
        BufferedImage first = new LitStage(List.of(high), false, 2).picture(camera(1, -3, 1));
        Camera other =
                new Camera(
                        new double[] {1, 1, 3},
                        new double[] {0, 0.5, 0},
                        new double[] {0, 1, 0},
                        0.8,
                        120,
                        90);
        BufferedImage second = new LitStage(List.of(turned), false, 1).picture(other);
        assertArrayEquals(
                first.getRGB(0, 0, 120, 90, null, 0, 120),
                second.getRGB(0, 0, 120, 90, null, 0, 120));
    }

    /** Every pixel whose ray meets a ball lies within the ball's rectangle. */
    @Test
    void shouldBoundABallByItsPixels() {
        Pcg64 random = new Pcg64(3);
        Camera camera = camera(0.5, -3, 1);
        double[] direction = new double[3];
        for (int i = 0; i < 200; i++) {
            double[] centre = {
                random.nextDouble(-3, 3), random.nextDouble(-4, 4), random.nextDouble(-2, 3)
            };
            Solid ball = ball(0.4, centre);
            int[] part = camera.pixels(centre, 0.4);
            for (int y = 0; y < camera.height(); y++) {
                for (int x = 0; x < camera.width(); x++) {
                    camera.ray(x + 0.5, y + 0.5, direction);
                    boolean within = x >= part[0] && x < part[2] && y >= part[1] && y < part[3];
                    assertTrue(
                            within || !Double.isFinite(ball.distance(camera.eye(), direction)),
                            "ball " + i + " at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void shouldRefuseAnAngleWithoutAPicture() {
        double[] eye = {0, -1, 0};
        double[] target = {0, 0, 0};
        assertThrows(
                IllegalArgumentException.class,
                () -> new Camera(eye, target, UP, Double.NaN, 10, 10));
    }
}
