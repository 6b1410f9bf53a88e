package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.probe.Probes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorTest {

    private static final int WORLDS = 3;
    private static final int STEPS = 60;

    private static Policy policy(EnvironmentSpec spec) {
        return SmallTrainings.policy(spec, SmallTrainings.policySettings(), Device.cpu());
    }

    private static Rollout collect(EnvironmentSpec spec, Policy policy) {
        try (VectorEnvironment worlds = Environments.makeVector(spec, WORLDS, 1)) {
            return new Collector(worlds, policy, 9, new Seeds(1).stream("actions")).collect(STEPS);
        }
    }

    /** Replays world 1 by itself: observations, successors and ends are those of its episodes. */
    @Test
    void shouldKeepTheTrueLastObservationOfEveryEpisode() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        try (Policy policy = policy(spec)) {
            Rollout rollout = collect(spec, policy);
            Environment world = new Environment(spec);
            double[] observation = world.reset(9 + 1).clone();
            int ends = 0;
            for (int t = 0; t < STEPS; t++) {
                int row = t * WORLDS + 1;
                assertArrayEquals(observation, row(rollout.observations(), row), 1e-12);
                Environment.Step step = world.step(rollout.actions()[row]);
                assertArrayEquals(step.observation(), row(rollout.nextObservations(), row), 1e-12);
                assertEquals(step.reward(), rollout.rewards()[row]);
                assertEquals(step.terminated(), rollout.terminated()[row]);
                observation = step.observation().clone();
                if (step.terminated()) {
                    observation = world.reset().clone();
                    ends++;
                }
            }
            assertTrue(ends >= 1, "no episode ended");
        }
    }

    private static double[] row(double[] table, int row) {
        return Arrays.copyOfRange(table, row * 4, row * 4 + 4);
    }

    @Test
    void shouldTellACutFromAnEnd() {
        EnvironmentSpec spec = Probes.truncation();
        try (Policy policy = policy(spec)) {
            Rollout rollout = collect(spec, policy);
            for (int t = 0; t < STEPS; t++) {
                boolean cut = (t + 1) % Probes.TRUNCATION_LIMIT == 0;
                assertEquals(cut, rollout.truncated()[t * WORLDS]);
                assertFalse(rollout.terminated()[t * WORLDS]);
            }
        }
    }

    @Test
    void shouldReportTheReturnsOfTheEpisodesThatEnded() {
        EnvironmentSpec spec = Probes.truncation();
        try (Policy policy = policy(spec);
                VectorEnvironment worlds = Environments.makeVector(spec, WORLDS, 1)) {
            Collector collector = new Collector(worlds, policy, 1, new Seeds(1).stream("actions"));
            collector.collect(15);
            assertEquals(List.of(10.0, 10.0, 10.0), collector.finishedReturns());
            collector.collect(4);
            assertEquals(List.of(), collector.finishedReturns());
            // The running episodes go on across rounds.
            collector.collect(1);
            assertEquals(List.of(10.0, 10.0, 10.0), collector.finishedReturns());
        }
    }

    /** The first step is seen through the moments of the first observations alone. */
    @Test
    void shouldLearnTheMomentsBeforeItLooks() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        try (Policy policy = policy(spec)) {
            Rollout rollout = collect(spec, policy);
            for (int feature = 0; feature < 3; feature++) {
                double sum = 0;
                double squares = 0;
                for (int world = 0; world < WORLDS; world++) {
                    double seen = rollout.seen()[world * 3 + feature];
                    sum += seen;
                    squares += seen * seen;
                }
                assertEquals(0, sum / WORLDS, 0.01);
                assertEquals(1, squares / WORLDS, 0.01);
            }
        }
    }

    @Test
    void shouldKeepChoicesAsDrawnAndActionsAsTaken() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        try (Policy policy = policy(spec)) {
            Rollout rollout = collect(spec, policy);
            double[] actions = new double[rollout.size()];
            policy.toActions(rollout.choices(), actions);
            assertArrayEquals(actions, rollout.actions());
            assertTrue(Arrays.stream(rollout.choices()).anyMatch(c -> Math.abs(c) > 1));
            assertTrue(Arrays.stream(rollout.actions()).allMatch(a -> Math.abs(a) <= 2));
        }
    }
}
