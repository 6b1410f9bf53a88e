package dev.strait.core.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegulariserTest {

    private static final List<Regulariser> EACH =
            List.of(
                    new Regulariser.None(),
                    new Regulariser.R1(10),
                    new Regulariser.R2(10),
                    new Regulariser.OneCentred(10),
                    new Regulariser.WeightClipping(0.5),
                    new Regulariser.SpectralNorm(),
                    new Regulariser.InstanceNoise(0.1),
                    Regulariser.All.of(new Regulariser.R1(1), new Regulariser.SpectralNorm()),
                    new Regulariser.WeightDecay(0.5),
                    new Regulariser.LogitDecay(0.5),
                    new Regulariser.Dropout(0.5));

    private static NoiseStream noise() {
        return new Seeds(5).noise("regulariser");
    }

    /** (B, 2) to (B): 3x + 4y, of slope 5 everywhere. */
    private static NDArray linear(NDArray x) {
        NDArray weights = x.getManager().create(new float[] {3, 4});
        return x.mul(weights).sum(new int[] {1});
    }

    private static NDArray points(NDManager manager, float... values) {
        return manager.create(values, new Shape(values.length / 2, 2));
    }

    private static float penalty(
            Regulariser regulariser, UnaryOperator<NDArray> critic, NDArray real, NDArray fake) {
        return GradientMode.recording(
                () -> regulariser.penalty(critic, real, fake, noise()).getFloat());
    }

    @Test
    void shouldTestEveryRegulariser() {
        Set<Class<?>> tested = EACH.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Regulariser.class.getPermittedSubclasses()), tested);
    }

    @EachDevice
    void shouldAnswerEveryHookOfATrainer(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = points(manager, 1, 2, 3, 4);
            NDArray fake = points(manager, -1, 0, 2, -3);
            for (Regulariser regulariser : EACH) {
                assertEquals(real.getShape(), regulariser.perturb(real, noise()).getShape());
                float penalty = penalty(regulariser, RegulariserTest::linear, real, fake);
                assertTrue(penalty >= 0, regulariser + " gave " + penalty);
                NDArray parameters = manager.create(new float[] {0.1f, -0.2f});
                regulariser.project(parameters);
                assertArrayEquals(new float[] {0.1f, -0.2f}, parameters.toFloatArray());
                assertTrue(regulariser.weightForm() != null);
                Block trunk = Dense.of(2, 3).build(manager, new Seeds(1).stream("trunk"));
                Block around =
                        regulariser.around(
                                trunk, new Shape(1, 2), manager, new Seeds(1).stream("around"));
                assertEquals(new Shape(2, 3), Forward.training(around).apply(real).getShape());
                float decay = decay(regulariser, around, trunk, manager);
                assertTrue(decay >= 0, regulariser + " gave " + decay);
            }
        }
    }

    private static float decay(
            Regulariser regulariser, Block network, Block head, NDManager manager) {
        return GradientMode.recording(
                () -> regulariser.weightPenalty(network, head, manager).getFloat());
    }

    /** 1² + 2² + 3² + 4² in the trunk, 5² + 6² in the head, and biases of 7. */
    @EachDevice
    void shouldDecayWeightsButNoBiases(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Dense.of(2, 2).build(manager, new Seeds(1).stream("trunk"));
            Block head = Dense.of(2, 1).build(manager, new Seeds(1).stream("head"));
            Block network = new SequentialBlock().add(trunk).add(head);
            try (Learner learner = Learner.of("network", new Sgd(0.1, 0), 1e9, network)) {
                InPlace.assign(
                        learner.parameters(),
                        manager.create(new float[] {1, -2, 3, 4, 7, 7, 5, -6, 7}));
                assertEquals(
                        0.1 * (30 + 61),
                        decay(new Regulariser.WeightDecay(0.1), network, head, manager),
                        1e-4);
                assertEquals(
                        0.1 * 61,
                        decay(new Regulariser.LogitDecay(0.1), network, head, manager),
                        1e-4);
                Regulariser both =
                        Regulariser.All.of(
                                new Regulariser.WeightDecay(1), new Regulariser.LogitDecay(2));
                assertEquals(91 + 2 * 61, decay(both, network, head, manager), 1e-3);
                assertEquals(0, decay(new Regulariser.R1(1), network, head, manager));
            }
        }
    }

    @EachDevice
    void shouldGiveTheGradientOfEveryDecayByCentralDifferences(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Dense.of(2, 3).build(manager, new Seeds(1).stream("trunk"));
            Block head = Dense.of(3, 1).build(manager, new Seeds(1).stream("head"));
            Block network = new SequentialBlock().add(trunk).add(head);
            try (Learner learner = Learner.of("network", new Sgd(1, 0), 1e9, network)) {
                for (Regulariser regulariser :
                        List.of(
                                new Regulariser.WeightDecay(0.7),
                                new Regulariser.LogitDecay(0.7))) {
                    assertGradient(
                            learner, () -> regulariser.weightPenalty(network, head, manager));
                }
            }
        }
    }

    /** Of ones, kept values are 1 / (1 − rate), in training alone. */
    @EachDevice
    void shouldDropFeaturesOfTheTrunkWhileItLearns(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Dense.of(2, 500).build(manager, new Seeds(1).stream("trunk"));
            Block dropped =
                    new Regulariser.Dropout(0.2)
                            .around(
                                    trunk,
                                    new Shape(1, 2),
                                    manager,
                                    new Seeds(1).stream("dropout"));
            NDArray x = points(manager, 1, 2, 3, 4);
            float[] whole = Forward.inference(trunk).apply(x).toFloatArray();
            assertArrayEquals(whole, Forward.inference(dropped).apply(x).toFloatArray());
            float[] thinned = Forward.training(dropped).apply(x).toFloatArray();
            int zeros = 0;
            for (int i = 0; i < whole.length; i++) {
                zeros += thinned[i] == 0 ? 1 : 0;
                assertEquals(thinned[i] == 0 ? 0 : whole[i] / 0.8, thinned[i], 1e-5);
            }
            assertEquals(0.2 * 1000, zeros, 4 * Math.sqrt(1000 * 0.2 * 0.8));
        }
    }

    /** Both must drop: what is kept of ones is 1 / (0.8 · 0.5), and that of 40 in 100. */
    @EachDevice
    void shouldChangeTheTrunkByOnePartAfterTheOther(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Dense.of(2, 500).build(manager, new Seeds(1).stream("trunk"));
            Regulariser both =
                    Regulariser.All.of(
                            new Regulariser.Dropout(0.2),
                            new Regulariser.R1(1),
                            new Regulariser.Dropout(0.5));
            Block dropped =
                    both.around(trunk, new Shape(1, 2), manager, new Seeds(1).stream("dropout"));
            NDArray x = points(manager, 1, 2, 3, 4);
            float[] whole = Forward.inference(trunk).apply(x).toFloatArray();
            float[] thinned = Forward.training(dropped).apply(x).toFloatArray();
            int kept = 0;
            for (int i = 0; i < whole.length; i++) {
                kept += thinned[i] == 0 ? 0 : 1;
                assertEquals(thinned[i] == 0 ? 0 : whole[i] / 0.4, thinned[i], 1e-5);
            }
            assertEquals(0.4 * 1000, kept, 4 * Math.sqrt(1000 * 0.4 * 0.6));
        }
    }

    @EachDevice
    void shouldGiveTheClosedFormsOfALinearCritic(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = points(manager, 1, 2, 3, 4);
            NDArray fake = points(manager, -1, 0, 2, -3);
            UnaryOperator<NDArray> critic = RegulariserTest::linear;
            // ‖w‖ = 5
            assertEquals(2 * 25, penalty(new Regulariser.R1(2), critic, real, fake), 1e-4);
            assertEquals(3 * 25, penalty(new Regulariser.R2(3), critic, real, fake), 1e-4);
            assertEquals(
                    10 * 16, penalty(new Regulariser.OneCentred(10), critic, real, fake), 1e-3);
            Regulariser both =
                    Regulariser.All.of(new Regulariser.R1(1), new Regulariser.OneCentred(1));
            assertEquals(25 + 16, penalty(both, critic, real, fake), 1e-4);
        }
    }

    @Test
    void shouldMultiplyWhatHasAStrengthAndLeaveTheRest() {
        for (Regulariser regulariser : EACH) {
            assertEquals(regulariser, regulariser.scaled(1));
        }
        assertEquals(new Regulariser.R1(5), new Regulariser.R1(10).scaled(0.5));
        assertEquals(new Regulariser.R2(5), new Regulariser.R2(10).scaled(0.5));
        assertEquals(new Regulariser.OneCentred(5), new Regulariser.OneCentred(10).scaled(0.5));
        assertEquals(new Regulariser.WeightDecay(5), new Regulariser.WeightDecay(10).scaled(0.5));
        assertEquals(new Regulariser.LogitDecay(5), new Regulariser.LogitDecay(10).scaled(0.5));
        assertEquals(new Regulariser.InstanceNoise(1), new Regulariser.InstanceNoise(2).scaled(.5));
        assertEquals(
                Regulariser.All.of(new Regulariser.R1(5), new Regulariser.Dropout(0.5)),
                Regulariser.All.of(new Regulariser.R1(10), new Regulariser.Dropout(0.5))
                        .scaled(0.5));
        assertEquals(
                new Regulariser.WeightClipping(1), new Regulariser.WeightClipping(1).scaled(0.5));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.R1(1).scaled(0));
    }

    /** D(x, y) = x², so ‖∇D‖² = 4x²: real at 1 and 3, fake at 2 and 0. */
    @EachDevice
    void shouldTakeEachPenaltyOnItsOwnSide(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray real = points(manager, 1, 9, 3, 9);
            NDArray fake = points(manager, 2, 9, 0, 9);
            UnaryOperator<NDArray> critic = x -> x.get(":, 0").square();
            assertEquals(20, penalty(new Regulariser.R1(1), critic, real, fake), 1e-4);
            assertEquals(8, penalty(new Regulariser.R2(1), critic, real, fake), 1e-4);
        }
    }

    @Test
    void shouldNameBothConventionsOfTheWeight() {
        assertEquals(new Regulariser.R1(5), Regulariser.R1.ofGamma(10));
        assertEquals(new Regulariser.R2(5), Regulariser.R2.ofGamma(10));
    }

    /** Unity ML-Agents penalised only the first of several inputs: 9 here, not 25. */
    @EachDevice
    void shouldPenaliseStateAndActionAlike(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            UnaryOperator<NDArray> critic =
                    joined -> {
                        NDList parts = joined.split(2, 1);
                        NDArray state = parts.get(0).mul(3f);
                        return state.add(parts.get(1).mul(4f)).reshape(-1);
                    };
            NDArray state = manager.create(new float[] {1, 2}, new Shape(2, 1));
            NDArray action = manager.create(new float[] {0, 5}, new Shape(2, 1));
            NDArray pair = state.concat(action, 1);
            assertEquals(25, penalty(new Regulariser.R1(1), critic, pair, pair), 1e-4);
        }
    }

    /** D(x) = ½‖x‖² has ‖∇D‖ = ‖x‖, so the penalty tells where it was taken. */
    @EachDevice
    void shouldTakeTheOneCentredPenaltyBetweenTheSides(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            int rows = 4000;
            NDArray real = manager.ones(new Shape(rows, 1)).mul(3f);
            NDArray fake = manager.ones(new Shape(rows, 1));
            UnaryOperator<NDArray> critic = x -> x.square().mul(0.5f).sum(new int[] {1});
            // x̂ is uniform on [1, 3]: E[(x̂ − 1)²] = ∫₀² u²/2 du = 4/3.
            float mean = penalty(new Regulariser.OneCentred(1), critic, real, fake);
            assertEquals(4.0 / 3, mean, 0.06);
        }
    }

    @EachDevice
    void shouldGiveAFiniteGradientAtAFlatCritic(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            var block = Dense.of(2, 1).build(manager, new Seeds(1).stream("critic"));
            try (Learner learner = Learner.of("critic", new Sgd(0.1, 0), 1e9, block)) {
                InPlace.assign(learner.parameters(), manager.zeros(new Shape(3)));
                Forward critic = Forward.of(block);
                NDArray x = points(manager, 1, 2, 3, 4);
                learner.minimise(
                        () ->
                                new Regulariser.OneCentred(10)
                                        .penalty(y -> critic.apply(y).reshape(-1), x, x, noise()));
                assertArrayEquals(new float[3], learner.parameters().toFloatArray(), 1e-3f);
            }
        }
    }

    @EachDevice
    void shouldGiveTheGradientOfEveryPenaltyByCentralDifferences(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            var block =
                    Dense.of(2, 4, 1)
                            .activation(Activation.TANH)
                            .build(manager, new Seeds(2).stream("critic"));
            Forward critic = Forward.of(block);
            NDArray real = points(manager, 1, 0.5f, -0.3f, 0.4f);
            NDArray fake = points(manager, -1, 0, 0.2f, -0.6f);
            try (Learner learner = Learner.of("critic", new Sgd(1, 0), 1e9, block)) {
                for (Regulariser regulariser :
                        List.of(
                                new Regulariser.R1(1),
                                new Regulariser.R2(1),
                                new Regulariser.OneCentred(1))) {
                    assertGradient(
                            learner,
                            () ->
                                    regulariser.penalty(
                                            x -> critic.apply(x).reshape(-1), real, fake, noise()));
                }
            }
        }
    }

    private static void assertGradient(Learner learner, Supplier<NDArray> loss) {
        NDArray vector = learner.parameters();
        float[] start = vector.toFloatArray();
        learner.minimise(loss);
        float[] moved = vector.toFloatArray();
        for (int i = 0; i < start.length; i++) {
            double difference =
                    at(vector, start, i, 0.01f, loss) - at(vector, start, i, -0.01f, loss);
            assertEquals(difference / 0.02, start[i] - moved[i], 3e-3, "parameter " + i);
        }
        InPlace.assign(vector, vector.getManager().create(start));
    }

    private static float at(
            NDArray vector, float[] start, int index, float step, Supplier<NDArray> loss) {
        float[] shifted = start.clone();
        shifted[index] += step;
        InPlace.assign(vector, vector.getManager().create(shifted));
        return GradientMode.recording(() -> loss.get().getFloat());
    }

    @EachDevice
    void shouldClipEveryParameter(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray parameters = manager.create(new float[] {-2, -0.1f, 0, 0.01f, 3});
            new Regulariser.WeightClipping(0.01).project(parameters);
            assertArrayEquals(
                    new float[] {-0.01f, -0.01f, 0, 0.01f, 0.01f}, parameters.toFloatArray());
        }
    }

    @EachDevice
    void shouldAddNoiseOfItsSize(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray zeros = manager.zeros(new Shape(10_000, 2));
            NDArray noisy = new Regulariser.InstanceNoise(0.3).perturb(zeros, noise());
            assertEquals(0, noisy.mean().getFloat(), 4 * 0.3 / Math.sqrt(20_000));
            assertEquals(0.09, noisy.square().mean().getFloat(), 0.09 * 0.05);
            assertSame(zeros, new Regulariser.None().perturb(zeros, noise()));
        }
    }

    @Test
    void shouldAskForSpectralLayersAloneOrAmongOthers() {
        assertEquals(WeightForm.SPECTRAL, EACH.get(5).weightForm());
        assertEquals(WeightForm.SPECTRAL, EACH.get(7).weightForm());
        assertEquals(WeightForm.PLAIN, EACH.get(1).weightForm());
    }

    @Test
    void shouldRefuseWeightsThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.R1(0));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.R2(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Regulariser.OneCentred(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.WeightClipping(-1));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.InstanceNoise(0));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.WeightDecay(0));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.LogitDecay(-1));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.Dropout(1));
        assertThrows(IllegalArgumentException.class, () -> new Regulariser.Dropout(Double.NaN));
    }

    @EachDevice
    void shouldRefuseInterpolatesOfUnequalBatches(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray two = points(manager, 1, 2, 3, 4);
            NDArray one = points(manager, 1, 2);
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    penalty(
                                            new Regulariser.OneCentred(1),
                                            RegulariserTest::linear,
                                            two,
                                            one));
            assertEquals(
                    "interpolates need batches of one shape, but they were (2, 2) and (1, 2)",
                    refused.getMessage());
        }
    }
}
