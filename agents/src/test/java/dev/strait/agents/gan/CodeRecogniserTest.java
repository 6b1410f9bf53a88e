package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.Constants;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** InfoGAN's Q: what its losses are, and that its hidden layer is normalised. */
class CodeRecogniserTest {

    private static final int FEATURES = 6;
    private static final Seeds SEEDS = new Seeds(3);

    private static CodeRecogniser q(Codes.InfoCodes codes, NDManager manager) {
        return new CodeRecogniser(codes, FEATURES, manager, SEEDS.stream("weights"));
    }

    private static NDArray features(NDManager manager) {
        NoiseStream noise = SEEDS.noise("features");
        return noise.normal(manager, new Shape(32, FEATURES));
    }

    private static NDArray inputs(Codes.InfoCodes codes, NDManager manager) {
        return codes.extend(manager.zeros(new Shape(32, 5)), SEEDS.noise("codes"));
    }

    @Test
    void shouldLoseTheNegativeBoundUpToTheEntropy() {
        Codes.InfoCodes codes = new Codes.InfoCodes(4, 2, 0.5, 3, 8);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray inputs = inputs(codes, manager);
            NDArray features = features(manager);
            NDList losses = q(codes, manager).losses(features, () -> features, inputs);
            double loss = losses.get(0).getFloat();
            double choice = losses.get(1).getFloat();
            double numbers = losses.get(2).getFloat();
            assertEquals(
                    0.5 * choice + 3 * numbers / 2, loss, 1e-5, "−ln N(c; ĉ, 1) is half of it");
            Map<String, Double> figures = new HashMap<>();
            q(codes, manager).figures(List.of(loss, choice, numbers, 0.7), figures);
            assertEquals(Math.log(4) - choice, figures.get("codes/bound"), 1e-9);
            assertEquals(0.7, figures.get("codes/real_entropy"));
        }
    }

    @Test
    void shouldNotSeeTheScaleOfTheFeatures() {
        Codes.InfoCodes codes = new Codes.InfoCodes(4, 0, 1, 0, 8);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray inputs = inputs(codes, manager);
            NDArray features = features(manager);
            CodeRecogniser q = q(codes, manager);
            NDArray larger = Constants.times(features, 10);
            float once = q.losses(features, () -> features, inputs).get(0).getFloat();
            float tenfold = q.losses(larger, () -> larger, inputs).get(0).getFloat();
            assertEquals(once, tenfold, 1e-3f);
            assertArrayEquals(q.choices(features).toLongArray(), q.choices(larger).toLongArray());
        }
    }

    /** The choice from the view, the numbers from the samples as they are. */
    @Test
    void shouldTellTheChoiceAloneFromItsView() {
        Codes.InfoCodes codes = new Codes.InfoCodes(4, 2, 1, 1, 8);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray inputs = inputs(codes, manager);
            NDArray features = features(manager);
            NDArray view = SEEDS.noise("view").normal(manager, features.getShape());
            CodeRecogniser q = q(codes, manager);
            NDList plain = q.losses(features, () -> features, inputs);
            NDList moved = q.losses(view, () -> view, inputs);
            NDList both = q.losses(features, () -> view, inputs);
            assertNotEquals(plain.get(1).getFloat(), moved.get(1).getFloat());
            assertEquals(moved.get(1).getFloat(), both.get(1).getFloat(), 1e-6f);
            assertEquals(plain.get(2).getFloat(), both.get(2).getFloat(), 1e-6f);
        }
    }

    /** ln q(c|x) of one choice of one row is what a loss that asks for nothing else has. */
    @Test
    void shouldDoubtAsMuchAsTheEntropyOfItsChoices() {
        Codes.InfoCodes codes = new Codes.InfoCodes(4, 2, 1, 1, 8);
        int rows = 32;
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            CodeRecogniser q = q(codes, manager);
            NDArray features = features(manager);
            double entropy = 0;
            for (int row = 0; row < rows; row++) {
                for (int choice = 0; choice < 4; choice++) {
                    float[] asked = new float[rows * codes.size()];
                    asked[row * codes.size() + choice] = 1;
                    NDArray inputs = manager.create(asked, new Shape(rows, codes.size()));
                    NDList losses = q.losses(features, () -> features, inputs);
                    double logarithm = -rows * losses.get(1).getFloat();
                    entropy -= Math.exp(logarithm) * logarithm / rows;
                }
            }
            assertEquals(entropy, q.doubt(features).getFloat(), 1e-4);
        }
    }

    @Test
    void shouldLookAtNoViewAndDoubtNothingWhereThereIsNoChoice() {
        Codes.InfoCodes codes = new Codes.InfoCodes(0, 2, 1, 1, 8);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            CodeRecogniser q = q(codes, manager);
            NDArray inputs = inputs(codes, manager);
            NDList losses = q.losses(features(manager), () -> fail("nothing to tell"), inputs);
            assertEquals(0, losses.get(1).getFloat());
            assertEquals(0, q.doubt(features(manager)).getFloat());
            assertEquals(0, Recogniser.NONE.doubt(features(manager)).getFloat());
        }
    }

    @Test
    void shouldHaveNoChoicesWithoutCodes() {
        assertThrows(IllegalStateException.class, () -> Recogniser.NONE.choices(null));
    }
}
