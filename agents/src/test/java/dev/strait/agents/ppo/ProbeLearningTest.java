package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.rollout.Collector;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.probe.Probes;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PPO finds what is known on paper. Each world breaks if one part of the learner is wrong. */
class ProbeLearningTest {

    private static final double DISCOUNT = 0.9;
    private static final double[] NOTHING = {0};
    private static final double[] MINUS = {-1};
    private static final double[] PLUS = {1};

    private static PpoSettings settings() {
        return new PpoSettings(
                8,
                20,
                4,
                80,
                DISCOUNT,
                0.95,
                0.2,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                0.5,
                0.5,
                OptionalDouble.empty(),
                1e-2,
                true,
                0,
                true,
                false,
                List.of(16),
                Activation.TANH);
    }

    /** What was learned. */
    private static final class Learned implements AutoCloseable {

        private final Policy policy;
        private final Ppo ppo;

        Learned(EnvironmentSpec spec, long seed, int rounds) {
            PolicySettings actor =
                    new PolicySettings(List.of(16), Activation.TANH, -0.5, false, false);
            policy = SmallTrainings.policy(spec, actor, Device.cpu());
            ppo = new Ppo(policy, settings(), new Seeds(seed));
            try (VectorEnvironment worlds = Environments.makeVector(spec, 8, 1)) {
                Collector collector =
                        new Collector(worlds, policy, seed, new Seeds(seed).stream("actions"));
                for (int i = 0; i < rounds; i++) {
                    ppo.update(collector.collect(20), 1 - i / (double) rounds);
                }
            }
        }

        double value(double... observation) {
            return ppo.value(observation);
        }

        double action(int coordinate, double... observation) {
            float[] seen = new float[observation.length];
            double[] choice = new double[policy.actionSpace().size()];
            policy.see(observation, seen);
            policy.mode(seen, choice);
            policy.toActions(choice, choice);
            return choice[coordinate];
        }

        @Override
        public void close() {
            ppo.close();
            policy.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLearnAConstant(long seed) {
        try (Learned learned = new Learned(Probes.constantReward(), seed, 40)) {
            assertEquals(1, learned.value(NOTHING), 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLearnAValueThatTheObservationTells(long seed) {
        try (Learned learned = new Learned(Probes.observationReward(), seed, 40)) {
            assertEquals(-1, learned.value(MINUS), 0.05);
            assertEquals(1, learned.value(PLUS), 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldDiscountAndPassBackALaterReward(long seed) {
        try (Learned learned = new Learned(Probes.delayedReward(), seed, 40)) {
            assertEquals(DISCOUNT, learned.value(0), 0.05);
            assertEquals(1, learned.value(1), 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldPreferTheActionThatPays(long seed) {
        try (Learned learned = new Learned(Probes.actionReward(), seed, 40)) {
            assertEquals(1, learned.action(0, NOTHING));
            assertEquals(1, learned.value(NOTHING), 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldMatchActionsToObservations(long seed) {
        try (Learned learned = new Learned(Probes.observationActionReward(), seed, 40)) {
            assertEquals(0, learned.action(0, MINUS));
            assertEquals(1, learned.action(0, PLUS));
            assertEquals(1, learned.value(MINUS), 0.1);
            assertEquals(1, learned.value(PLUS), 0.1);
        }
    }

    /** A cut taken for an end would leave this between 1 and 6.5, the discounted sum of ten. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepBootstrapValueAtTruncation(long seed) {
        try (Learned learned = new Learned(Probes.truncation(), seed, 100)) {
            assertEquals(1 / (1 - DISCOUNT), learned.value(NOTHING), 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldFindTheBestOfAContinuousAction(long seed) {
        try (Learned learned = new Learned(Probes.continuousAction(), seed, 100)) {
            assertEquals(Probes.TARGET, learned.action(0, NOTHING), 0.1);
            // What is left is the variance of the exploration.
            assertEquals(0, learned.value(NOTHING), 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLearnEveryBranchOfAnAction(long seed) {
        try (Learned learned = new Learned(Probes.multiDiscreteAction(), seed, 60)) {
            for (double[] sign : new double[][] {MINUS, PLUS}) {
                assertEquals(2, learned.action(0, sign));
                assertEquals((sign[0] + 1) / 2, learned.action(1, sign));
                assertEquals(1, learned.value(sign), 0.1);
            }
        }
    }
}
