package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MotionMeasureTest {

    private static final Actor LIMP = (observations, actions) -> Arrays.fill(actions, 0);

    private static MotionMeasure measured(int steps) {
        EnvironmentSpec walk = Environments.spec("PlanarBiped-v0:walk");
        EnvironmentSpec spec =
                new EnvironmentSpec(
                        walk.id(), steps, walk.rewardThreshold(), walk.dear(), walk.factory());
        return MotionMeasure.of(spec, LIMP, 4, 1).orElseThrow();
    }

    /** Of the first three steps alone, all still upright, the error would be small. */
    @Test
    void shouldCompareTheFallenWithAllThatTheyMiss() {
        MotionMeasure upright = measured(3);
        assertEquals(0, upright.fell());
        assertEquals(0.1, upright.episodeSeconds(), 1e-9);

        MotionMeasure fallen = measured(300);
        assertEquals(4, fallen.fell());
        assertTrue(fallen.episodeSeconds() < 5, fallen::toString);
        assertTrue(
                fallen.rotationErrorRadians() > 2 * upright.rotationErrorRadians(),
                () -> fallen + " after " + upright);
    }

    @Test
    void shouldMeasureNothingWhereNoClipIsFollowed() {
        EnvironmentSpec spec = Environments.spec("Pendulum-v1");
        assertEquals(Optional.empty(), MotionMeasure.of(spec, LIMP, 1, 1));
    }
}
