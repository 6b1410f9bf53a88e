package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.StateFeatures;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowEncoderTest {

    private static Policy policy(Space actions) {
        return Policy.of(
                Box.unbounded(2),
                actions,
                SmallTrainings.policySettings(),
                TensorEngine.newManager(Device.cpu()),
                new Seeds(1).stream("policy weights"));
    }

    private static Experience one(double... action) {
        return new Experience(1, new double[] {1, 2}, action, new double[] {3, 4}, new boolean[1]);
    }

    @Test
    void shouldWriteAnIndexAsOneHot() {
        try (Policy policy = policy(new Discrete(3))) {
            RowEncoder encoder = new RowEncoder(policy, true, false, false);
            assertEquals(5, encoder.width());
            assertArrayEquals(new float[] {1, 2, 0, 0, 1}, encoder.encode(one(2)));
        }
    }

    @Test
    void shouldWriteBranchesSideBySideAndTheSuccessorLast() {
        try (Policy policy = policy(new MultiDiscrete(List.of(2, 3)))) {
            RowEncoder encoder = new RowEncoder(policy, true, true, false);
            assertArrayEquals(new float[] {1, 2, 0, 1, 1, 0, 0, 3, 4}, encoder.encode(one(1, 0)));
        }
    }

    @Test
    void shouldWriteCoordinatesInUnitsOfTheirBounds() {
        try (Policy policy = policy(Box.of(new double[] {-2}, new double[] {6}))) {
            RowEncoder encoder = new RowEncoder(policy, true, false, false);
            assertArrayEquals(new float[] {1, 2, 0.5f}, encoder.encode(one(4)));
        }
    }

    @Test
    void shouldShiftAndScaleBothObservationsAlike() {
        try (Policy policy = policy(new Discrete(2))) {
            RowEncoder encoder = new RowEncoder(policy, false, true, true);
            // Mean (2, 3) and deviation 1, but for the count of 1e-4 that the moments start with.
            encoder.count(new double[] {1, 2, 3, 4});
            assertArrayEquals(new float[] {-1, -1, 1, 1}, encoder.encode(one(0)), 1e-3f);
        }
    }

    /** Means (1, 2) and (5, 10) of rounds of the same size: (3, 6), and no word of deviations. */
    @Test
    void shouldShiftAloneAndKeepUnits() {
        try (Policy policy = policy(new Discrete(2))) {
            StateFeatures seen = StateFeatures.observed(2);
            RowEncoder encoder = new RowEncoder(policy, seen, false, true, true, false);
            encoder.count(new double[] {0, 0, 2, 4});
            encoder.count(new double[] {4, 7, 6, 13});
            assertArrayEquals(new float[] {-2, -4, 0, -2}, encoder.encode(one(0)), 1e-3f);
            assertEquals(1, encoder.normaliser().variance(0));
            assertEquals(1, encoder.normaliser().variance(1));
        }
    }

    @Test
    void shouldLeaveObservationsAloneWhereAskedTo() {
        try (Policy policy = policy(new Discrete(2))) {
            RowEncoder encoder = new RowEncoder(policy, false, false, false);
            encoder.count(new double[] {1, 2, 3, 4});
            assertArrayEquals(new float[] {1, 2}, encoder.encode(one(0)));
        }
    }

    /** The sum of an observation, ten times its first number, and nothing. */
    private static final StateFeatures FEATURES =
            new StateFeatures() {
                @Override
                public int size() {
                    return 3;
                }

                @Override
                public void write(double[] seen, int offset, double[] features, int to) {
                    features[to] = seen[offset] + seen[offset + 1];
                    features[to + 1] = 10 * seen[offset];
                    features[to + 2] = 0;
                }
            };

    @Test
    void shouldWriteTheFeaturesOfBothStates() {
        try (Policy policy = policy(new Discrete(2))) {
            RowEncoder encoder = new RowEncoder(policy, FEATURES, true, true, false, true);
            assertEquals(3 + 2 + 3, encoder.width());
            assertEquals(3, encoder.stateWidth());
            assertArrayEquals(new float[] {3, 10, 0, 0, 1, 7, 30, 0}, encoder.encode(one(1)));
        }
    }

    @Test
    void shouldShiftAndScaleFeatures() {
        try (Policy policy = policy(new Discrete(2))) {
            RowEncoder encoder = new RowEncoder(policy, FEATURES, false, true, true, true);
            // Features (3, 10, 0) and (7, 30, 0): mean (5, 20, 0), deviations (2, 10, 0).
            encoder.count(new double[] {1, 2, 3, 4});
            assertArrayEquals(new float[] {-1, -1, 0, 1, 1, 0}, encoder.encode(one(0)), 1e-3f);
        }
    }
}
