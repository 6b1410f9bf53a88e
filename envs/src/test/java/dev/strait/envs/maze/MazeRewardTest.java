package dev.strait.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The S-maze's reward, worked by hand: gaps at (0.2, 0.6) and (−0.2, 1.2), target (0, 1.5). */
class MazeRewardTest {

    private static final MazeLayout S = MazeLayout.s();
    private static final double LAST_LEG = Math.sqrt(0.2 * 0.2 + 0.3 * 0.3);
    private static final double LEG = Math.sqrt(0.2 * 0.2 + 0.6 * 0.6);

    private static double reward(double x, double y, double nextX, double nextY) {
        return S.reward().of(S, x, y, nextX, nextY, 0);
    }

    @Test
    void shouldPayTheWayThatBecameShorter() {
        double before = Math.hypot(0.2, 0.3);
        double after = Math.hypot(0.1, 0.2);
        assertEquals(before - after, reward(0, 0.3, 0.1, 0.4), 1e-15);
    }

    /** The original's legs between the gaps are 0.2 m sideways, and φ jumps by the difference. */
    @Test
    void shouldJumpWhereAWallIsPassed() {
        double before = 0.04 + LEG + LAST_LEG;
        double after = Math.hypot(0.4, 0.54) + LAST_LEG;
        assertEquals(before - after, reward(0.2, 0.64, 0.2, 0.66), 1e-15);
        assertEquals(
                0.04 + LAST_LEG - Math.hypot(0.2, 0.24), reward(-0.2, 1.24, -0.2, 1.26), 1e-15);
    }

    /** One centimetre inside and outside of either ring, standing still. */
    @Test
    void shouldPayForBeingNearTheTarget() {
        assertEquals(2, reward(0.09, 1.5, 0.09, 1.5), 1e-15);
        assertEquals(1, reward(0.11, 1.5, 0.11, 1.5), 1e-15);
        assertEquals(1, reward(0, 1.31, 0, 1.31), 1e-15);
        assertEquals(0, reward(0, 1.29, 0, 1.29), 1e-15);
        assertEquals(1, S.reward().at(S, 0.11, 1.5));
        assertEquals(2, S.reward().at(S, 0.1, 1.5), "on the inner ring");
        assertEquals(1, S.reward().at(S, 0.2, 1.5), "on the outer ring");
    }

    /** Below the first wall and below the second. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, -1})
    void shouldBeMirroredWithTheMaze(double at) {
        MazeLayout mirrored = S.mirroredAt(at);
        for (double y : new double[] {0.5, 1}) {
            assertEquals(
                    reward(0.1, y, 0.15, y + 0.05),
                    mirrored.reward().of(mirrored, 2 * at - 0.1, y, 2 * at - 0.15, y + 0.05, 0),
                    1e-14);
        }
    }

    @Test
    void shouldRefuseAWallWithoutLength() {
        assertThrows(IllegalArgumentException.class, () -> new Wall(1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Wall(0, 0, Double.NaN, 1));
    }
}
