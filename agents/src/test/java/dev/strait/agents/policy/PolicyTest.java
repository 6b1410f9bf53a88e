package dev.strait.agents.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.Space;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Box SEEN = Box.of(new double[] {-1}, new double[] {1});
    private static final Box COORDINATES = Box.of(new double[] {-2, 0}, new double[] {2, 1});

    private static Policy policy(Space actions, Device device) {
        PolicySettings settings =
                new PolicySettings(List.of(4), Activation.TANH, -0.5, false, false);
        return Policy.of(
                SEEN, actions, settings, TensorEngine.newManager(device), new SeedStream(3));
    }

    private static void narrow(Policy policy, float... logStd) {
        try (NDManager scope = policy.manager().newSubManager()) {
            InPlace.assign(policy.network().logStd(), scope.create(logStd, new Shape(2)));
        }
    }

    @EachDevice
    void shouldRaiseTheNarrowCoordinatesAlone(Device device) {
        try (Policy policy = policy(COORDINATES, device)) {
            narrow(policy, -4, -1);
            policy.widen(-2);
            assertArrayEquals(new float[] {-2, -1}, policy.network().logStd().toFloatArray());
        }
    }

    /** A learner's flat vector is what the block's parameters look into. */
    @EachDevice
    void shouldStayWhatItsLearnerTrains(Device device) {
        try (Policy policy = policy(COORDINATES, device);
                Learner learner = Learner.of("actor", Adam.of(0.1), 10, policy.block())) {
            narrow(policy, -4, -4);
            policy.widen(-2);
            learner.minimise(() -> entropy(policy).neg());
            float[] raised = policy.network().logStd().toFloatArray();
            assertArrayEquals(new float[] {-1.9f, -1.9f}, raised, 1e-5f);
        }
    }

    private static NDArray entropy(Policy policy) {
        NDArray seen = policy.manager().create(new float[] {0.5f}, new Shape(1, 1));
        return policy.distribution(seen).entropy().mean();
    }

    @Test
    void shouldHaveNothingToRaiseInADiscreteSpace() {
        try (Policy policy = policy(new Discrete(3), Device.cpu())) {
            double[] before = new double[1];
            double[] after = new double[1];
            policy.mode(new float[] {0.5f}, before);
            policy.widen(1);
            policy.mode(new float[] {0.5f}, after);
            assertArrayEquals(before, after);
        }
    }

    /** Orthogonal with gain 0.01 in the last layer: no preference yet, but not nought either. */
    @Test
    void shouldBeginWithoutAPreference() {
        try (Policy policy = policy(COORDINATES, Device.cpu())) {
            double[] choices = new double[20];
            float[] seen = new float[10];
            Arrays.setAll(choices, i -> i);
            for (int i = 0; i < seen.length; i++) {
                seen[i] = i - 5;
            }
            policy.mode(seen, choices);
            double most = Arrays.stream(choices).map(Math::abs).max().orElseThrow();
            assertTrue(most > 1e-4 && most < 0.05, "" + most);
            assertArrayEquals(new float[] {-0.5f, -0.5f}, policy.network().logStd().toFloatArray());
        }
    }

    /** The same until one of them is taught; then only that one changes. */
    @EachDevice
    void shouldCopyItsWeightsNotShareThem(Device device) {
        try (Policy policy = policy(COORDINATES, device)) {
            Policy copy = policy.copy();
            double[] own = new double[2];
            double[] other = new double[2];
            policy.mode(new float[] {0.7f}, own);
            copy.mode(new float[] {0.7f}, other);
            assertArrayEquals(own, other);
            narrow(policy, -4, -3);
            assertArrayEquals(new float[] {-0.5f, -0.5f}, copy.network().logStd().toFloatArray());
        }
    }

    @Test
    void shouldRefuseRowsThatAreNotWhole() {
        PolicySettings settings = PolicySettings.DEFAULT;
        try (Policy policy =
                Policy.of(
                        COORDINATES,
                        new Discrete(2),
                        settings,
                        TensorEngine.newManager(Device.cpu()),
                        new SeedStream(1))) {
            assertThrows(
                    IllegalArgumentException.class, () -> policy.mode(new float[3], new double[2]));
        }
    }
}
