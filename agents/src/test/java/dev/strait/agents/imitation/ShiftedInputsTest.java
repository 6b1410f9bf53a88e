package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An expert at rest in the middle of a room of the S-maze, and an agent all over it: along and
 * across are alike, but for where their origin is.
 */
class ShiftedInputsTest {

    private static final EnvironmentSpec MAZE = Environments.spec("SMaze-v0");
    private static final double MIDDLE = 1.5;
    private static final double ASIDE = 0.25;

    private static double[] places(int rows, double within, RandomGenerator random) {
        double[] places = new double[3 * rows];
        for (int i = 0; i < rows; i++) {
            places[3 * i] = random.nextDouble(-within, within);
            places[3 * i + 1] = MIDDLE + random.nextDouble(-within, within);
        }
        return places;
    }

    private static Rollout rollout(double... places) {
        int rows = places.length / 3;
        double[] actions = new double[2 * rows];
        boolean[] flags = new boolean[rows];
        float[] seen = new float[places.length];
        double[] rewards = new double[rows];
        return new Rollout(
                rows, 1, seen, seen, places, places, actions, actions, rewards, flags, flags);
    }

    /** How much less the reward is aside than in the middle: across, and along. */
    private static double[] drops(DiscriminatorSettings settings, long seed) {
        RandomGenerator random = new Seeds(seed).stream("places");
        Experience expert = Experience.of(rollout(places(500, 0.03, random)));
        try (Policy policy =
                        SmallTrainings.policy(MAZE, SmallTrainings.policySettings(), Device.cpu());
                Adversary adversary =
                        new Adversary(expert, policy, settings, 0.99, new Seeds(seed))) {
            for (int round = 0; round < 15; round++) {
                adversary.update(rollout(places(500, ASIDE, random)));
            }
            try (LearnedReward reward = adversary.reward(MAZE.id())) {
                double[] at =
                        reward.of(
                                Experience.of(
                                        rollout(
                                                0,
                                                MIDDLE,
                                                0, //
                                                ASIDE,
                                                MIDDLE,
                                                0, //
                                                -ASIDE,
                                                MIDDLE,
                                                0, //
                                                0,
                                                MIDDLE + ASIDE,
                                                0, //
                                                0,
                                                MIDDLE - ASIDE,
                                                0)));
                return new double[] {
                    at[0] - (at[1] + at[2]) / 2, at[0] - (at[3] + at[4]) / 2,
                };
            }
        }
    }

    private static DiscriminatorSettings of(String maze) {
        return TransferPresets.of(maze)
                .discriminator()
                .input(DiscriminatorInput.STATE)
                .reward(RewardForm.LOGIT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldPeakAlongAsSteeplyAsAcross(long seed) {
        double[] shifted = drops(of("SMaze-v0"), seed);
        assertTrue(shifted[0] > 0.3, "across: " + shifted[0]);
        assertEquals(1, shifted[1] / shifted[0], 0.35);
    }

    /** What the shift is for: of places as they are, most of the peak is across. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldHardlyPeakAlongFarFromTheOrigin(long seed) {
        double[] raw = drops(of("CMaze-v0"), seed);
        assertTrue(raw[1] / raw[0] < 0.4, raw[1] + " along, " + raw[0] + " across");
    }
}
