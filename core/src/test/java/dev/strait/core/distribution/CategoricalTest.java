package dev.strait.core.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;

class CategoricalTest {

    /** Probabilities ½, ¼, ¼ and 1/10, 2/10, 7/10, up to a constant a row. */
    private static NDArray logits(NDManager manager) {
        float[] values = {2, 1, 1, 10, 20, 70};
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.log(values[i]);
        }
        return manager.create(values, new Shape(2, 3));
    }

    @EachDevice
    void shouldGiveTheProbabilitiesOfItsLogits(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Categorical categorical = new Categorical(logits(manager));
            assertArrayEquals(
                    new float[] {0.5f, 0.25f, 0.25f, 0.1f, 0.2f, 0.7f},
                    categorical.probabilities().toFloatArray(),
                    1e-6f);
            NDArray indices = manager.create(new long[] {0, 2});
            float[] expected = {(float) Math.log(0.5), (float) Math.log(0.7)};
            assertArrayEquals(expected, categorical.logProbability(indices).toFloatArray(), 1e-6f);
            NDArray rows = manager.create(new float[] {0, 2}, new Shape(2, 1));
            assertArrayEquals(expected, categorical.logProbability(rows).toFloatArray(), 1e-6f);
        }
    }

    @EachDevice
    void shouldGiveEntropyAndDivergenceByHand(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Categorical categorical = new Categorical(logits(manager));
            double first = 0.5 * Math.log(2) + 0.5 * Math.log(4);
            double second = -0.1 * Math.log(0.1) - 0.2 * Math.log(0.2) - 0.7 * Math.log(0.7);
            assertArrayEquals(
                    new float[] {(float) first, (float) second},
                    categorical.entropy().toFloatArray(),
                    1e-6f);
            Categorical uniform = new Categorical(manager.zeros(new Shape(2, 3)));
            // KL to uniform is ln 3 − H.
            assertArrayEquals(
                    new float[] {(float) (Math.log(3) - first), (float) (Math.log(3) - second)},
                    categorical.kl(uniform).toFloatArray(),
                    1e-6f);
            assertArrayEquals(new float[2], categorical.kl(categorical).toFloatArray(), 1e-7f);
        }
    }

    @EachDevice
    void shouldChooseTheMostProbable(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray mode = new Categorical(logits(manager)).mode();
            assertEquals(new Shape(2, 1), mode.getShape());
            assertArrayEquals(new float[] {0, 2}, mode.toFloatArray());
        }
    }

    @EachDevice
    void shouldDrawWithItsProbabilities(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            int count = 30_000;
            NDArray many = logits(manager).get("1:2").broadcast(new Shape(count, 3));
            float[] draws =
                    new Categorical(many).sample(new Seeds(4).noise("draws")).toFloatArray();
            double[] counts = new double[3];
            for (float draw : draws) {
                counts[(int) draw]++;
            }
            assertEquals(0.1, counts[0] / count, 0.01);
            assertEquals(0.2, counts[1] / count, 0.01);
            assertEquals(0.7, counts[2] / count, 0.01);
        }
    }

    @EachDevice
    void shouldDrawAtBothEndsOfTheUnitInterval(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Categorical categorical = new Categorical(logits(manager));
            NDArray ends = manager.create(new float[] {0, 1, 0, 0, 0, 0}, new Shape(2, 3));
            assertArrayEquals(new float[] {1, 2}, categorical.sample(ends).toFloatArray());
        }
    }

    @EachDevice
    void shouldPullLogitsByOneMinusTheProbability(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray logits = logits(manager);
            logits.setRequiresGradient(true);
            NDArray chosen = manager.create(new long[] {0, 2});
            float[] gradient =
                    GradientMode.recording(
                                    () ->
                                            InputGradient.of(
                                                    new Categorical(logits).logProbability(chosen),
                                                    logits))
                            .toFloatArray();
            assertArrayEquals(
                    new float[] {0.5f, -0.25f, -0.25f, -0.1f, -0.2f, 0.3f}, gradient, 1e-6f);
        }
    }

    @EachDevice
    void shouldBeTheSumOfItsBranches(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray joined = logits(manager).concat(manager.zeros(new Shape(2, 2)), 1);
            CategoricalProduct product = CategoricalProduct.of(joined, 3, 2);
            NDArray actions = manager.create(new float[] {0, 1, 2, 0}, new Shape(2, 2));
            assertArrayEquals(
                    new float[] {(float) Math.log(0.5 * 0.5), (float) Math.log(0.7 * 0.5)},
                    product.logProbability(actions).toFloatArray(),
                    1e-6f);
            Categorical alone = new Categorical(logits(manager));
            assertArrayEquals(
                    alone.entropy().add((float) Math.log(2)).toFloatArray(),
                    product.entropy().toFloatArray(),
                    1e-6f);
            CategoricalProduct uniform =
                    CategoricalProduct.of(manager.zeros(new Shape(2, 5)), 3, 2);
            Categorical third = new Categorical(manager.zeros(new Shape(2, 3)));
            assertArrayEquals(
                    alone.kl(third).toFloatArray(), product.kl(uniform).toFloatArray(), 1e-6f);
            assertEquals(new Shape(2, 2), product.mode().getShape());
            assertEquals(
                    new Shape(2, 2), product.sample(new Seeds(1).noise("branches")).getShape());
        }
    }

    /** Three branches of unequal sizes: each takes up where the one before ends. */
    @EachDevice
    void shouldGiveEachBranchItsOwnLogits(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            float[] logits = {0, 9, 7, 0, 0, 0, 0, 0, 8};
            CategoricalProduct product =
                    CategoricalProduct.of(manager.create(logits, new Shape(1, 9)), 2, 3, 4);
            assertArrayEquals(new float[] {1, 0, 3}, product.mode().toFloatArray());
            double certain =
                    -Math.log1p(Math.exp(-9))
                            - Math.log1p(2 * Math.exp(-7))
                            - Math.log1p(3 * Math.exp(-8));
            assertEquals(certain, product.logProbability(product.mode()).toFloatArray()[0], 1e-6);
        }
    }

    @EachDevice
    void shouldRefuseShapesThatDoNotFit(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> CategoricalProduct.of(manager.zeros(new Shape(2, 4)), 3, 2));
            assertEquals(
                    "branches [3, 2] need logits (B, 5), but they were (2, 4)",
                    refused.getMessage());
            Categorical categorical = new Categorical(logits(manager));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> categorical.logProbability(manager.zeros(new Shape(3))));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Categorical(manager.zeros(new Shape(3))));
        }
    }
}
