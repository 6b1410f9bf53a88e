package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import dev.strait.envs.World;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRendererTest {

    private static BufferedImage frame(String id, double... state) {
        World world = Environments.make(id).world();
        world.restoreState(state, 0);
        return FrameRenderer.forWorld(world).frame(world);
    }

    private static void assertColour(Color expected, BufferedImage frame, double x, double y) {
        Color actual = new Color(frame.getRGB((int) Math.round(x), (int) Math.round(y)));
        assertEquals(expected, actual, "at " + x + ", " + y);
    }

    @Test
    void shouldDrawSomethingForEveryRegisteredWorld() {
        for (String id : Environments.ids()) {
            Environment environment = Environments.make(id);
            environment.reset(0);
            FrameRenderer renderer = FrameRenderer.forWorld(environment.world());
            BufferedImage frame = renderer.frame(environment.world());
            assertEquals(renderer.width(), frame.getWidth());
            assertEquals(renderer.height(), frame.getHeight());
            assertTrue(inkShare(frame) > 0.005, id + " drew next to nothing");
        }
    }

    /**
     * The same state a quarter of a cycle later: the character stays, and the pale one has moved.
     */
    @ParameterizedTest
    @ValueSource(strings = {"PlanarBiped-v0", "Humanoid3D-v0"})
    void shouldShowTheClipBehindACharacter(String id) {
        Environment environment = Environments.make(id);
        environment.reset(0);
        World world = environment.world();
        FrameRenderer renderer = FrameRenderer.forWorld(world);
        double[] state = new double[world.stateSize()];
        world.saveState(state, 0);
        BufferedImage now = renderer.frame(world);
        state[state.length - 1] += 0.3;
        world.restoreState(state, 0);
        BufferedImage later = renderer.frame(world);

        int moved = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                moved += now.getRGB(x, y) == later.getRGB(x, y) ? 0 : 1;
            }
        }
        double share = moved / (double) (now.getHeight() * now.getWidth());
        assertTrue(share > 0.002 && share < 0.1, () -> share + " of the picture moved");
    }

    private static double inkShare(BufferedImage frame) {
        int painted = 0;
        for (int y = 0; y < frame.getHeight(); y++) {
            for (int x = 0; x < frame.getWidth(); x++) {
                painted += (frame.getRGB(x, y) & 0xffffff) != 0xffffff ? 1 : 0;
            }
        }
        return painted / (double) (frame.getWidth() * frame.getHeight());
    }

    /** 117.5 pixels a metre: the pole's middle is half a metre along it. */
    @Test
    void shouldLeanAPositivePoleToTheRight() {
        double metre = 0.94 * 600 / 4.8;
        double axle = 300 - 0.06 * metre;
        for (double angle : new double[] {-0.2, 0, 0.2}) {
            BufferedImage frame = frame("CartPole-v1", 1, 0, angle, 0);
            double x = 300 + metre + 0.5 * metre * Math.sin(angle);
            assertColour(Brush.WOOD, frame, x, axle - 0.5 * metre * Math.cos(angle));
            assertColour(Brush.INK, frame, 300 + 1.1 * metre, 300 + 0.05 * metre);
        }
    }

    @Test
    void shouldTurnAPositivePendulumAnticlockwiseFromUpright() {
        assertColour(Brush.BRICK, frame("Pendulum-v1", 0, 0), 250, 250 - 100);
        assertColour(Brush.BRICK, frame("Pendulum-v1", Math.PI / 2, 0), 250 - 100, 250);
        assertColour(Brush.BRICK, frame("Pendulum-v1", Math.PI, 0), 250, 250 + 100);
    }

    @Test
    void shouldBendTheSecondAcrobotLinkRelativeToTheFirst() {
        double metre = 500 / 4.4;
        BufferedImage hanging = frame("Acrobot-v1", 0, 0, 0, 0);
        assertColour(Brush.SEA, hanging, 250, 250 + 1.5 * metre);
        BufferedImage bent = frame("Acrobot-v1", Math.PI / 2, Math.PI / 2, 0, 0);
        assertColour(Brush.SEA, bent, 250 + 0.5 * metre, 250);
        assertColour(Brush.SEA, bent, 250 + metre, 250 - 0.5 * metre);
    }

    @Test
    void shouldPutTheFlagOnTheGoalOfEitherMountainCar() {
        double metre = 600 / 1.8;
        for (String id : new String[] {"MountainCar-v0", "MountainCarContinuous-v0"}) {
            double goal = id.contains("Continuous") ? 0.45 : 0.5;
            double foot = 0.45 * Math.sin(3 * goal) + 0.55 + 0.03;
            double y = 400 - (foot + 0.125) * metre;
            assertColour(Brush.GOLD, frame(id, -0.5, 0), (goal + 1.2 + 0.02) * metre, y);
        }
    }

    @Test
    void shouldPutTheCarOnTheGround() {
        double metre = 600 / 1.8;
        BufferedImage frame = frame("MountainCar-v0", -Math.PI / 6, 0);
        double ground = 400 - (0.1 + 0.03) * metre;
        assertColour(Brush.INK, frame, (1.2 - Math.PI / 6) * metre, ground - 0.06 * metre);
    }

    @Test
    void shouldSlideAnObservedNumberBetweenItsBounds() {
        String probe = "strait/ProbeObservationReward-v0";
        assertColour(Brush.IRIS, frame(probe, -1, 0), 40, 40);
        assertColour(Brush.IRIS, frame(probe, 1, 0), 360, 40);
    }

    @Test
    void shouldScaleTheFrame() {
        World world = Environments.make("CartPole-v1").world();
        BufferedImage frame = FrameRenderer.forWorld(world, 0.5).frame(world);
        assertEquals(300, frame.getWidth());
        assertEquals(200, frame.getHeight());
        assertThrows(
                IllegalArgumentException.class, () -> FrameRenderer.forWorld(world, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> FrameRenderer.forWorld(world, 0));
    }
}
