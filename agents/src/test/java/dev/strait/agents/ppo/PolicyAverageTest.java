package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAverageTest {

    private static final EnvironmentSpec SPEC = SmallTrainings.PENDULUM;

    private static Policy policy(Device device) {
        return SmallTrainings.policy(SPEC, SmallTrainings.policySettings(), device);
    }

    private static void fill(Policy policy, float value) {
        for (NDArray array : BlockState.all(policy.block()).values()) {
            try (NDArray filled = array.getManager().full(array.getShape(), value)) {
                InPlace.assign(array, filled);
            }
        }
    }

    private static void assertAll(double expected, Policy policy) {
        for (NDArray array : BlockState.all(policy.block()).values()) {
            for (float value : array.toFloatArray()) {
                assertEquals(expected, value, 1e-6);
            }
        }
    }

    private static void assertSame(Policy expected, Policy policy) {
        Map<String, NDArray> arrays = BlockState.all(policy.block());
        BlockState.all(expected.block())
                .forEach(
                        (name, array) ->
                                assertArrayEquals(
                                        array.toFloatArray(), arrays.get(name).toFloatArray()));
    }

    @EachDevice
    void shouldWeighEachRoundByItsAge(Device device) {
        try (Policy policy = policy(device)) {
            PolicyAverage average = new PolicyAverage(policy, 0.5);
            fill(policy, 1);
            average.count(1);
            assertAll(1, average.policy());
            fill(policy, 4);
            average.count(2);
            // Weights 1 and 2 of 3.
            assertAll(3, average.policy());
            fill(policy, -4);
            average.count(3);
            // Weights 1, 2 and 4 of 7.
            assertAll(-1, average.policy());
        }
    }

    @EachDevice
    void shouldBeThePolicyToTheBitWhereNothingIsAveraged(Device device) {
        try (Policy policy = policy(device)) {
            PolicyAverage average = new PolicyAverage(policy, 0);
            fill(policy, 7);
            average.count(1);
            fill(policy, 0.1f);
            average.count(2);
            assertSame(policy, average.policy());
        }
    }

    @Test
    void shouldBeginAsThePolicyAndSeeAsItSees() {
        try (Policy policy = policy(Device.cpu())) {
            Policy average = new PolicyAverage(policy, 0.9).policy();
            assertSame(policy, average);
            policy.normaliser().update(new double[] {1, 2, 3, 5, 7, 11});
            float[] seen = new float[3];
            float[] seenByAverage = new float[3];
            policy.see(new double[] {0.3, 0.4, 0.5}, seen);
            average.see(new double[] {0.3, 0.4, 0.5}, seenByAverage);
            assertArrayEquals(seen, seenByAverage);
        }
    }

    private static PpoSettings averaging(double value) {
        return SmallTrainings.ppoSettings().averaging(value);
    }

    private static Map<String, TensorData> after(int rounds, PolicyTraining training) {
        for (int i = 0; i < rounds; i++) {
            training.round();
        }
        TrainingState state = new TrainingState();
        training.save(state);
        return state.checkpoint(Checkpoint.newState()).tensors();
    }

    private static PolicyTraining training(double averaging) {
        return new PpoTraining(
                SPEC,
                policy(Device.cpu()),
                new RewardSource.OfTheWorld(),
                averaging(averaging),
                1_280,
                1,
                new Seeds(4));
    }

    /** The average is delivered; what acts and learns is the policy itself. */
    @Test
    void shouldChangeNothingOfWhatIsLearned() {
        try (PolicyTraining without = training(0);
                PolicyTraining with = training(0.9)) {
            Map<String, TensorData> plain = after(3, without);
            Map<String, TensorData> averaged = after(3, with);
            int different = 0;
            for (String name : plain.keySet()) {
                boolean equal = plain.get(name).equals(averaged.get(name));
                assertTrue(equal || name.startsWith("policy.average."), name);
                different += equal ? 0 : 1;
            }
            assertTrue(different > 0);
        }
    }

    @Test
    void shouldDeliverTheAverage() {
        try (PolicyTraining training = training(0.9)) {
            Map<String, TensorData> state = after(3, training);
            Map<String, NDArray> delivered = BlockState.all(training.policy().block());
            assertFalse(delivered.isEmpty());
            delivered.forEach(
                    (name, array) ->
                            assertArrayEquals(
                                    state.get("policy.average." + name).floats(),
                                    array.toFloatArray()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -0.1, Double.NaN})
    void shouldRefuseAnAverageThatNeverMoves(double bad) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> averaging(bad));
        assertTrue(refused.getMessage().contains("" + bad), refused.getMessage());
    }
}
