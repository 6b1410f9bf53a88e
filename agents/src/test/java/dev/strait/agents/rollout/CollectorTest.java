package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.network.Activation;
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

    /** As if it had never stopped: to the bit, in the middle of episodes. */
    @Test
    void shouldGoOnFromASavedStateAsItWouldHave() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        try (Policy policy = policy(spec);
                VectorEnvironment worlds = Environments.makeVector(spec, WORLDS, 1);
                VectorEnvironment others = Environments.makeVector(spec, WORLDS, 1)) {
            Collector first = new Collector(worlds, policy, 9, new Seeds(1).stream("actions"));
            first.collect(7);
            TrainingState state = new TrainingState();
            first.save(state);
            double[] moments = policy.normaliser().save();
            Rollout expected = first.collect(STEPS);
            policy.normaliser().restore(moments);
            Collector second = new Collector(others, policy, 4, new Seeds(2).stream("other"));
            second.restore(state);
            Rollout rollout = second.collect(STEPS);

            assertArrayEquals(expected.observations(), rollout.observations());
            assertArrayEquals(expected.seenNext(), rollout.seenNext());
            assertArrayEquals(expected.choices(), rollout.choices());
            assertArrayEquals(expected.terminated(), rollout.terminated());
            assertFalse(first.finishedReturns().isEmpty(), "no episode ended");
            assertEquals(first.finishedReturns(), second.finishedReturns());
        }
    }

    /** A successor is seen as its predecessor was: unless episodes end, it moves with the next. */
    @Test
    void shouldSeeSuccessorsThroughTheMomentsOfTheirStep() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        try (Policy policy = policy(spec);
                VectorEnvironment worlds = Environments.makeVector(spec, WORLDS, 1)) {
            Rollout last =
                    new Collector(worlds, policy, 9, new Seeds(1).stream("actions")).collect(1);
            float[] seen = new float[last.seen().length];
            policy.see(last.observations(), seen);
            assertArrayEquals(seen, last.seen());
            policy.see(last.nextObservations(), seen);
            assertArrayEquals(seen, last.seenNext());
        }
    }

    @Test
    void shouldLearnNoMomentsWhereNoneAreWanted() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        PolicySettings raw = new PolicySettings(List.of(4), Activation.TANH, -0.5, false, false);
        try (Policy policy = SmallTrainings.policy(spec, raw, Device.cpu())) {
            double[] before = policy.normaliser().save();
            Rollout rollout = collect(spec, policy);
            assertArrayEquals(before, policy.normaliser().save());
            for (int i = 0; i < rollout.seen().length; i++) {
                assertEquals((float) rollout.observations()[i], rollout.seen()[i]);
            }
        }
    }
}
