package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.motion.MotionClip;
import dev.strait.envs.motion.OwnClips;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MotionMeasureTest {

    private static final Actor LIMP = (observations, actions) -> Arrays.fill(actions, 0);

    private static MotionMeasure measured(int steps) {
        return measured(limited(Environments.spec("PlanarBiped-v0:walk"), steps));
    }

    private static EnvironmentSpec limited(EnvironmentSpec spec, int steps) {
        return new EnvironmentSpec(
                spec.id(), steps, spec.rewardThreshold(), spec.dear(), spec.factory());
    }

    private static MotionMeasure measured(EnvironmentSpec spec) {
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

    /**
     * Warping would wait, for all the time that is missed, in whichever pose of the way down fits
     * the clip best, and the longer it waits the less the others count.
     */
    @Test
    void shouldCompareTheFallenInThePoseOfTheFall() {
        MotionMeasure fallen = measured(300);
        MotionMeasure longFallen = measured(600);
        assertEquals(fallen.episodeSeconds(), longFallen.episodeSeconds());
        assertTrue(
                longFallen.rotationErrorRadians() > fallen.rotationErrorRadians(),
                () -> longFallen + " after " + fallen);
    }

    /** Of a clip that is over when it ends there is nothing to miss after that. */
    @Test
    void shouldCompareWithAOneShotClipToItsEnd() {
        MotionClip walk = OwnClips.named("walk");
        EnvironmentSpec spec = MimicWorlds.spec("PlanarBiped-v0", "once", walk.looped(false));
        MotionMeasure once = measured(limited(spec, 300));
        MotionMeasure cycling = measured(300);

        assertEquals(once, measured(limited(spec, 1000)));
        assertEquals(10, cycling.longestEpisodeSeconds(), 1e-9);
        assertTrue(once.longestEpisodeSeconds() < walk.duration(), once::toString);
        assertTrue(once.episodeSeconds() <= once.longestEpisodeSeconds(), once::toString);
        assertTrue(once.fell() < cycling.fell(), once::toString);
        // Its speed changes little within a step, so that any part of it tells the whole's.
        assertEquals(cycling.clipSpeed(), once.clipSpeed(), 0.15);
    }

    @Test
    void shouldMeasureNothingWhereNoClipIsFollowed() {
        EnvironmentSpec spec = Environments.spec("Pendulum-v1");
        assertEquals(Optional.empty(), MotionMeasure.of(spec, LIMP, 1, 1));
    }
}
