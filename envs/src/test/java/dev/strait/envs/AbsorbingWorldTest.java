package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AbsorbingWorldTest {

    private static final String ID = "strait/CartPoleFixed-v1";

    @Test
    void shouldStayInItsLastStateWithoutRewardToTheTimeLimit() {
        Environment plain = Environments.make("CartPole-v1");
        Environment twin = Environments.make(ID);
        assertArrayEquals(plain.reset(0), twin.reset(0));
        Environment.Step expected = plain.step(1);
        Environment.Step actual = twin.step(1);
        int steps = 1;
        while (!expected.terminated()) {
            assertArrayEquals(expected.observation(), actual.observation());
            assertEquals(1, actual.reward());
            expected = plain.step(1);
            actual = twin.step(1);
            steps++;
        }
        assertEquals(1, actual.reward());
        for (; steps < 500; steps++) {
            assertFalse(actual.terminated() || actual.truncated());
            actual = twin.step(steps % 2);
            assertEquals(0, actual.reward());
            assertArrayEquals(expected.observation(), actual.observation());
        }
        assertFalse(actual.terminated());
        assertEquals(true, actual.truncated());
    }

    @Test
    void shouldBeginAnewAfterAnEnd() {
        Environment twin = Environments.make(ID);
        twin.reset(0);
        while (twin.step(1).reward() > 0) {}
        twin.reset();
        assertEquals(1, twin.step(0).reward());
    }

    @Test
    void shouldRememberInASnapshotThatItWouldHaveEnded() {
        Environment twin = Environments.make(ID);
        twin.reset(0);
        while (twin.step(1).reward() > 0) {}
        Environment other = Environments.make(ID);
        other.restore(twin.save());
        assertEquals(0, other.step(0).reward());
        double[] broken = {0, 0, 0, 0, 0.5};
        assertThrows(IllegalArgumentException.class, () -> other.world().restoreState(broken, 0));
    }

    @Test
    void shouldHaveATwinOfEveryWorldThatTerminates() {
        for (String id :
                new String[] {
                    ID,
                    "strait/AcrobotFixed-v1",
                    "strait/MountainCarFixed-v0",
                    "strait/MountainCarContinuousFixed-v0"
                }) {
            assertEquals(id, Environments.spec(id).id());
        }
    }

    /** What a world tells about its states is told of its twin's, too. */
    @Test
    void shouldShowWhatTheWorldWithinShows() {
        World ant = Environments.spec("Ant-v4").factory().get();
        World hopper = Environments.spec("Hopper-v4").factory().get();
        double[] fast = new double[11];
        fast[10] = 10;
        assertFalse(new AbsorbingWorld(ant).tellsReward());
        assertTrue(new AbsorbingWorld(hopper).tellsReward());
        assertFalse(new AbsorbingWorld(hopper).tellsState(fast, 0));
        assertTrue(new AbsorbingWorld(hopper).tellsState(new double[11], 0));

        World biped = Environments.spec("PlanarBipedPhase-v0").factory().get();
        AbsorbingWorld twin = new AbsorbingWorld(biped);
        assertEquals(22, twin.features().size());
        assertTrue(twin.frames().isPresent());
        assertTrue(twin.differences().isPresent());
    }

    @Test
    void shouldKeepLimitAndThresholdOfTheWorldWithin() {
        EnvironmentSpec twin = AbsorbingWorld.twin("x", Environments.spec("Hopper-v4"));
        assertEquals(OptionalDouble.of(3800), twin.rewardThreshold());
        assertEquals(1000, twin.maxEpisodeSteps());
        assertTrue(twin.dear());
    }
}
