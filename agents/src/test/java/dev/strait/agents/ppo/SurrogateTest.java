package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;

class SurrogateTest {

    private static final float LN_HALF = (float) Math.log(0.5);
    private static final float LN_THREE_HALVES = (float) Math.log(1.5);

    @EachDevice
    void shouldClipOnTheSideThatWouldFlatter(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray now =
                    manager.create(
                            new float[] {LN_THREE_HALVES, LN_THREE_HALVES, LN_HALF, LN_HALF});
            NDArray before = manager.zeros(now.getShape());
            NDArray advantages = manager.create(new float[] {1, -1, 1, -1});
            float loss = Surrogate.policyLoss(now, before, advantages, 0.2).getFloat();
            // min(1.5, 1.2), min(−1.5, −1.2), min(0.5, 0.8), min(−0.5, −0.8)
            assertEquals(-(1.2 - 1.5 + 0.5 - 0.8) / 4, loss, 1e-6);
        }
    }

    @EachDevice
    void shouldPushOnlyWhereNothingIsClipped(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray now =
                    manager.create(
                            new float[] {LN_THREE_HALVES, LN_THREE_HALVES, LN_HALF, LN_HALF, 0});
            now.setRequiresGradient(true);
            NDArray before = manager.zeros(now.getShape());
            NDArray advantages = manager.create(new float[] {1, -1, 1, -1, 2});
            float[] gradient =
                    GradientMode.recording(
                                    () ->
                                            InputGradient.of(
                                                    Surrogate.policyLoss(
                                                            now, before, advantages, 0.2),
                                                    now))
                            .toFloatArray();
            // ∂(−r Â/5)/∂ln π = −r Â/5, and 0 where the clipped term is the smaller one.
            assertArrayEquals(new float[] {0, 0.3f, -0.1f, 0, -0.4f}, gradient, 1e-6f);
        }
    }

    @EachDevice
    void shouldTakeHalfTheSquareAsTheLossOfTheValue(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray values = manager.create(new float[] {1, 2});
            NDArray returns = manager.create(new float[] {3, -1});
            assertEquals((4 + 9) / 4.0, Surrogate.valueLoss(values, returns).getFloat(), 1e-6);
        }
    }

    @EachDevice
    void shouldTakeTheWorseOfTheMovedAndTheHeldValue(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray old = manager.create(new float[] {0, 0, 0});
            NDArray values = manager.create(new float[] {1, 1, 0.1f});
            NDArray returns = manager.create(new float[] {2, -2, 2});
            // Held at 0.2: max(1, 1.8²), max(9, 2.2²); within the clip both are 1.9².
            double expected = (3.24 + 9 + 3.61) / 6;
            assertEquals(
                    expected,
                    Surrogate.clippedValueLoss(values, old, returns, 0.2).getFloat(),
                    1e-5);
        }
    }
}
