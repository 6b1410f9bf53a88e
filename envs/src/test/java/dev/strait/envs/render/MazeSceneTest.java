package dev.strait.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import dev.strait.envs.World;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class MazeSceneTest {

    /** Pixels a metre: the longer side and 0.04 m beyond either end of it in 500 pixels. */
    private static final double C_SCALE = 500 / 0.78;

    private static final double S_SCALE = 500 / 1.88;

    private static BufferedImage frame(String id, double x, double y) {
        World world = Environments.make(id).world();
        world.restoreState(new double[] {x, y, 0, 0, 0, 0}, 0);
        return FrameRenderer.forWorld(world).frame(world);
    }

    private static Color c(BufferedImage frame, double x, double y) {
        return at(frame, (x + 0.14) * C_SCALE, 500 - (y + 0.14) * C_SCALE);
    }

    private static Color s(BufferedImage frame, double x, double y) {
        return at(frame, (x + 0.34) * S_SCALE, 500 - (y + 0.04) * S_SCALE);
    }

    private static Color at(BufferedImage frame, double x, double y) {
        return new Color(frame.getRGB((int) Math.round(x), (int) Math.round(y)));
    }

    /** Upwards is up: the ball has moved left and up, the target is above the wall. */
    @Test
    void shouldDrawBallTargetAndWallsWhereTheyAre() {
        BufferedImage frame = frame("CMaze-v0", -0.2, 0.15);
        assertEquals(Brush.SEA, c(frame, 0.1, 0.15));
        assertEquals(Brush.STEEL, c(frame, 0.3, 0));
        assertEquals(Brush.GOLD, c(frame, 0.3, 0.5));
        assertEquals(Brush.INK, c(frame, 0.4, 0.3));
        assertEquals(Color.WHITE, c(frame, 0, 0.3));
    }

    @Test
    void shouldMirrorTheGap() {
        BufferedImage frame = frame("CMazeMirrored-v0", 0, 0);
        assertEquals(Brush.INK, c(frame, 0, 0.3));
        assertEquals(Color.WHITE, c(frame, 0.5, 0.3));
    }

    @Test
    void shouldShowATallMazeInATallPicture() {
        BufferedImage frame = frame("SMaze-v0", 0.1, 0.2);
        assertTrue(frame.getHeight() > 2 * frame.getWidth());
        assertEquals(Brush.SEA, s(frame, 0.1, 0.5));
        assertEquals(Brush.INK, s(frame, -0.1, 0.6));
        assertEquals(Color.WHITE, s(frame, 0.2, 0.6));
        assertEquals(Brush.INK, s(frame, 0.1, 1.2));
        assertEquals(Color.WHITE, s(frame, -0.2, 1.2));
    }
}
