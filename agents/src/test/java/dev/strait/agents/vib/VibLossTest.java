package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class VibLossTest {

    @EachDevice
    void shouldBeLogOfTheNumberOfClassesWhenNothingIsKnown(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray surprise =
                    VibLoss.surprise(
                            manager.zeros(new Shape(3, 2, 10)), manager.create(new long[] {4, 9}));
            assertEquals(new Shape(3, 2), surprise.getShape());
            for (float value : surprise.toFloatArray()) {
                assertEquals(Math.log(10), value, 1e-6);
            }
        }
    }

    @Test
    void shouldTakeTheLogProbabilityOfEachPicturesOwnLabel() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            // Probabilities 1/4 and 3/4 for each of two codes of two pictures.
            float low = (float) Math.log(0.25);
            float high = (float) Math.log(0.75);
            NDArray logits =
                    manager.create(
                            new float[] {low, high, low, high, high, low, high, low},
                            new Shape(2, 2, 2));
            NDArray surprise = VibLoss.surprise(logits, manager.create(new long[] {0, 1}));
            assertArrayEquals(
                    new float[] {-low, -high, -high, -low}, surprise.toFloatArray(), 1e-6f);
        }
    }

    /** ½ Σ (μ² + σ² − ln σ² − 1) worked by hand for μ = (1, 0), σ = (1, e). */
    @Test
    void shouldChargeTheDivergenceFromTheStandardNormal() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDList encoded =
                    new NDList(
                            manager.create(new float[] {1, 0}, new Shape(1, 2)),
                            manager.create(new float[] {0, 1}, new Shape(1, 2)));
            double expected = 0.5 * (1 + Math.E * Math.E - 2 - 1);
            assertEquals(expected, new Code.Gaussian(2, 1).rate(encoded).toFloatArray()[0], 1e-5);
        }
    }

    @Test
    void shouldAddBetaTimesTheRateAndNothingAtBetaZero() {
        try (VibClassifier classifier =
                        SmallVib.fresh(new Code.Gaussian(3, 1), 5, 4, 3, Device.cpu());
                NDManager scope = classifier.manager().newSubManager()) {
            NDArray images = scope.ones(new Shape(2, 5));
            NoiseStream noise = new Seeds(1).noise("noise");
            VibLoss loss =
                    VibLoss.of(classifier, images, scope.create(new long[] {0, 2}), 4, noise);
            float surprise = loss.crossEntropy().getFloat();
            assertEquals(surprise, loss.total(0).getFloat());
            assertEquals(surprise + 0.5 * loss.rate().getFloat(), loss.total(0.5).getFloat(), 1e-4);
        }
    }

    /** The draw is μ + σ ε; without σ it is what the deterministic net computes. */
    @Test
    void shouldReachTheMeanPathAsTheNoiseVanishes() {
        try (VibClassifier classifier =
                        SmallVib.fresh(new Code.Gaussian(3, 0), 5, 4, 3, Device.cpu());
                NDManager scope = classifier.manager().newSubManager()) {
            SmallVib.set(classifier, 0, "03spread_layer1_weight", new float[12]);
            SmallVib.set(classifier, 0, "03spread_layer1_bias", -20, -20, -20);
            NDArray images = scope.ones(new Shape(2, 5));
            NoiseStream noise = new Seeds(1).noise("noise");
            float[] mean = classifier.logits(images).toFloatArray();
            assertArrayEquals(
                    mean, classifier.logits(images, 1, noise).get(0).toFloatArray(), 1e-6f);
        }
    }

    @Test
    void shouldDropAtTheAskedChanceAndKeepTheMean() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDList features = new NDList(manager.ones(new Shape(4, 500)));
            float[] draws =
                    new Code.Dropout(0.25)
                            .draws(features, 10, new Seeds(1).noise("drop"))
                            .toFloatArray();
            int dropped = 0;
            for (float value : draws) {
                assertEquals(value == 0 ? 0 : 4 / 3f, value, 1e-6);
                dropped += value == 0 ? 1 : 0;
            }
            // Four standard errors of a share of 20,000.
            assertEquals(0.25, dropped / 20_000.0, 0.013);
        }
    }
}
