package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void shouldTruncateAtTheTimeLimitOnly() {
        Environment pendulum = Environments.make("Pendulum-v1");
        pendulum.reset(0);
        for (int i = 1; i < 200; i++) {
            assertFalse(pendulum.step(0).truncated());
        }
        Environment.Step last = pendulum.step(0);
        assertTrue(last.truncated());
        assertFalse(last.terminated());
    }

    @Test
    void shouldTellBothEndsWhenTheyFallOnOneStep() {
        EnvironmentSpec cartPole = Environments.spec("CartPole-v1");
        int steps = lengthPushingRight(new Environment(cartPole));
        EnvironmentSpec limited =
                new EnvironmentSpec(
                        "limited", steps, cartPole.rewardThreshold(), false, cartPole.factory());
        Environment environment = new Environment(limited);
        environment.reset(0);
        for (int i = 1; i < steps; i++) {
            environment.step(1);
        }
        Environment.Step last = environment.step(1);
        assertTrue(last.terminated() && last.truncated());
    }

    private static int lengthPushingRight(Environment environment) {
        environment.reset(0);
        int steps = 1;
        while (!environment.step(1).terminated()) {
            steps++;
        }
        return steps;
    }

    @Test
    void shouldKeepTheRandomStreamAcrossEpisodes() {
        Environment environment = Environments.make("CartPole-v1");
        double[] first = environment.reset(3);
        double[] second = environment.reset();
        assertFalse(java.util.Arrays.equals(first, second));
        assertArrayEquals(first, environment.reset(3));
        assertArrayEquals(second, environment.reset());
    }

    @Test
    void shouldRefuseAnActionOutsideADiscreteSpace() {
        Environment environment = Environments.make("CartPole-v1");
        environment.reset(0);
        for (double action : new double[] {2, -1, 0.5, Double.NaN}) {
            String message =
                    assertThrows(IllegalArgumentException.class, () -> environment.step(action))
                            .getMessage();
            assertTrue(message.contains(String.valueOf(action)), message);
            assertTrue(message.contains("Discrete[n=2]"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> environment.step(0, 1));
    }

    @Test
    void shouldClipAContinuousActionButRefuseNaN() {
        Environment environment = Environments.make("Pendulum-v1");
        environment.reset(5);
        double[] clipped = environment.step(7).observation();
        environment.reset(5);
        assertArrayEquals(environment.step(2).observation(), clipped);
        assertThrows(IllegalArgumentException.class, () -> environment.step(Double.NaN));
    }

    @Test
    void shouldRefuseAStepBeforeResetAndAfterTheEnd() {
        Environment environment = Environments.make("CartPole-v1");
        assertThrows(IllegalStateException.class, () -> environment.step(0));
        lengthPushingRight(environment);
        assertThrows(IllegalStateException.class, () -> environment.step(0));
    }

    @Test
    void shouldContinueFromASnapshotToTheBit() {
        Environment environment = Environments.make("MountainCarContinuous-v0");
        environment.reset(1);
        environment.step(0.3);
        Environment.Snapshot saved = environment.save();
        double[] next = environment.step(0.7).observation();
        double[] start = environment.reset();
        Environment other = Environments.make("MountainCarContinuous-v0");
        other.restore(saved);
        assertArrayEquals(next, other.step(0.7).observation());
        assertArrayEquals(start, other.reset());
    }

    @Test
    void shouldSuggestTheNearestId() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Environments.make("cartpole-v0"))
                        .getMessage();
        assertEquals("no world is called 'cartpole-v0'; did you mean 'CartPole-v1'?", message);
    }

    @Test
    void shouldRefuseATakenId() {
        EnvironmentSpec taken = Environments.spec("CartPole-v1");
        assertThrows(IllegalArgumentException.class, () -> Environments.register(taken));
        assertTrue(Environments.ids().contains("Acrobot-v1"));
    }

    @Test
    void shouldCountEditsBetweenIds() {
        assertEquals(3, Environments.editDistance("kitten", "sitting"));
        assertEquals(0, Environments.editDistance("Pendulum", "pendulum"));
        assertEquals(4, Environments.editDistance("", "word"));
    }

    @Test
    void shouldRestoreAnEndedEpisodeAsEnded() {
        Environment environment = Environments.make("CartPole-v1");
        lengthPushingRight(environment);
        Environment other = Environments.make("CartPole-v1");
        other.restore(environment.save());

        assertThrows(IllegalStateException.class, () -> other.step(0));
    }

    @Test
    void shouldCountTheStepsOfASnapshotTowardsTheLimit() {
        Environment environment = Environments.make("Pendulum-v1");
        environment.reset(0);
        for (int i = 0; i < 199; i++) {
            environment.step(0);
        }
        Environment other = Environments.make("Pendulum-v1");
        other.restore(environment.save());

        assertTrue(other.step(0).truncated());
    }

    @Test
    void shouldRefuseToBeginAtAnObservationOfAnotherSize() {
        Environment environment = Environments.make("CartPole-v1");
        for (int size : new int[] {3, 5}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> environment.resetToObservation(new double[size]));
        }
    }

    /** Whatever is behind the first colon is the clip: a path may hold more of them. */
    @Test
    void shouldTakeAnIdWithAClipApart() {
        String id = "PlanarBiped-v0:/a/b:c.bvh";

        assertEquals("PlanarBiped-v0", Environments.kind(id));
        assertEquals(Optional.of("/a/b:c.bvh"), Environments.clip(id));
        assertTrue(Environments.knows(id));
        assertTrue(Environments.knows("PlanarBiped-v0"));
        assertFalse(Environments.knows("CartPole-v1:walk"));
        assertEquals(Optional.empty(), Environments.clip("CartPole-v1"));
    }

    @Test
    void shouldRefuseASpecificationWithoutANameOrSteps() {
        EnvironmentSpec some = Environments.spec("CartPole-v1");
        assertThrows(
                IllegalArgumentException.class,
                () -> new EnvironmentSpec(" ", 1, some.rewardThreshold(), false, some.factory()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EnvironmentSpec("x", 0, some.rewardThreshold(), false, some.factory()));
    }

    @Test
    void shouldWriteFeaturesWhereAsked() {
        StateFeatures shown = StateFeatures.observed(2);
        double[] row = {9, 9, 9, 9};
        float[] single = {9, 9, 9, 9};
        shown.write(new double[] {1, 2, 3}, 1, row, 2);
        shown.write(new double[] {1, 2, 3}, 1, single, 2);

        assertArrayEquals(new double[] {9, 9, 2, 3}, row);
        assertArrayEquals(new float[] {9, 9, 2, 3}, single);
    }
}
