package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

class VdbDiscriminatorTest {

    private static final Seeds SEEDS = new Seeds(3);

    private static Discriminator small(NDManager manager, Spread spread) {
        Bottleneck bottleneck =
                new Bottleneck.Variational(
                        3,
                        0.5,
                        spread,
                        new InitialWeights.FanIn(),
                        new RateExpectation.Mixture(),
                        DualAscent.PaperRule.DEFAULT,
                        0.1);
        return bottleneck.around(
                Dense.of(2, 4).last(Activation.TANH).build(manager, SEEDS.stream("trunk")),
                new Shape(1, 2),
                manager,
                SEEDS.stream("heads"));
    }

    private static NDArray batch(NDManager manager) {
        return manager.create(new float[] {0.3f, -1, 2, 0.7f, -0.4f, 1.5f}, new Shape(3, 2));
    }

    /** Every draw of a fresh stream is the same, so a loss on it is a function of the weights. */
    private static NoiseStream sameNoise() {
        return SEEDS.noise("code");
    }

    /**
     * The share of the gradient that goes through the sample, ∂z/∂μ and ∂z/∂σ, is what a detached
     * draw loses (Unity ML-Agents lost it for a year): then the weights of the encoder would get
     * none from the logits.
     */
    @EachDevice
    void shouldPassGradientsThroughTheSampleToEveryWeight(Device device) {
        for (Class<?> form : Spread.class.getPermittedSubclasses()) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Discriminator discriminator = small(manager, create(form));
                NDArray x = batch(manager);
                assertGradient(
                        discriminator,
                        () -> discriminator.judge(x, sameNoise()).logits().square().mean());
            }
        }
    }

    @EachDevice
    void shouldPassGradientsOfTheRate(Device device) {
        for (Class<?> form : Spread.class.getPermittedSubclasses()) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Discriminator discriminator = small(manager, create(form));
                NDArray x = batch(manager);
                assertGradient(
                        discriminator, () -> discriminator.judge(x, sameNoise()).kl().mean());
            }
        }
    }

    private static Spread create(Class<?> form) {
        try {
            return (Spread) form.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertGradient(Discriminator discriminator, Supplier<NDArray> loss) {
        double infinity = Double.POSITIVE_INFINITY;
        try (Learner learner = Learner.of("vdb", new Sgd(1, 0), infinity, discriminator.block())) {
            NDArray vector = learner.parameters();
            float[] before = vector.toFloatArray();
            learner.minimise(loss);
            float[] after = vector.toFloatArray();
            DoubleSupplier value = () -> loss.get().getFloat();
            for (int i = 0; i < before.length; i++) {
                double numeric = central(vector, before, i, value);
                assertEquals(numeric, before[i] - after[i], 2e-3, "parameter " + i);
            }
        }
    }

    private static double central(NDArray vector, float[] at, int index, DoubleSupplier value) {
        float step = 1e-2f;
        double above = shifted(vector, at, index, step, value);
        double below = shifted(vector, at, index, -step, value);
        InPlace.assign(vector, vector.getManager().create(at));
        return (above - below) / (2 * step);
    }

    private static double shifted(
            NDArray vector, float[] at, int index, float step, DoubleSupplier value) {
        float[] moved = at.clone();
        moved[index] += step;
        InPlace.assign(vector, vector.getManager().create(moved));
        return value.getAsDouble();
    }

    @EachDevice
    void shouldScoreTheMeanCodeOnTheMeanPath(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            VdbDiscriminator discriminator = (VdbDiscriminator) small(manager, new Spread.LogStd());
            NDArray x = batch(manager);
            float[] w =
                    discriminator
                            .block()
                            .getParameters()
                            .get("02head_layer1_weight")
                            .getArray()
                            .toFloatArray();
            float b =
                    discriminator
                            .block()
                            .getParameters()
                            .get("02head_layer1_bias")
                            .getArray()
                            .toFloatArray()[0];
            float[] mean = discriminator.encode(x).mean().toFloatArray();
            float[] logits = discriminator.logits(x).toFloatArray();
            for (int row = 0; row < 3; row++) {
                double expected = b;
                for (int k = 0; k < 3; k++) {
                    expected += w[k] * mean[row * 3 + k];
                }
                assertEquals(expected, logits[row], 1e-6);
            }
        }
    }

    /** A linear head on μ + σε has mean D(μ) and variance Σ (wσ)². */
    @EachDevice
    void shouldScatterSampledLogitsAroundTheMeanPath(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            VdbDiscriminator discriminator = (VdbDiscriminator) small(manager, new Spread.LogStd());
            int count = 20_000;
            NDArray x = batch(manager).get("0:1").broadcast(new Shape(count, 2));
            NoiseStream noise = SEEDS.noise("many");
            NDArray sampled = discriminator.judge(x, noise).logits();
            double mean = discriminator.logits(x.get("0:1")).toFloatArray()[0];
            DiagonalGaussian code = discriminator.encode(x.get("0:1"));
            NDArray w =
                    discriminator.block().getParameters().get("02head_layer1_weight").getArray();
            double variance = code.std().mul(w).square().sum().getFloat();
            assertEquals(mean, sampled.mean().getFloat(), 4 * Math.sqrt(variance / count));
            double spread = sampled.sub((float) mean).square().mean().getFloat();
            assertEquals(variance, spread, 0.05 * variance);
        }
    }

    @EachDevice
    void shouldSelectThePath(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator discriminator = small(manager, new Spread.LogStd());
            NDArray x = batch(manager);
            assertArrayEquals(
                    discriminator.logits(x).toFloatArray(),
                    CodePath.MEAN.logits(discriminator, x, sameNoise()).toFloatArray());
            assertArrayEquals(
                    discriminator.judge(x, sameNoise()).logits().toFloatArray(),
                    CodePath.SAMPLED.logits(discriminator, x, sameNoise()).toFloatArray());
        }
    }

    @EachDevice
    void shouldGiveTheSameInterfaceWithoutABottleneck(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator plain =
                    new Bottleneck.None()
                            .around(
                                    Dense.of(2, 4).build(manager, SEEDS.stream("trunk")),
                                    new Shape(1, 2),
                                    manager,
                                    SEEDS.stream("heads"));
            NoiseStream noise = sameNoise();
            Judgement judgement = plain.judge(batch(manager), noise);
            assertArrayEquals(
                    plain.logits(batch(manager)).toFloatArray(), judgement.logits().toFloatArray());
            assertArrayEquals(new float[3], judgement.kl().toFloatArray());
            assertTrue(noise.counter() == 0, "no noise is drawn without a bottleneck");
            Constraint constraint = new Bottleneck.None().constraint();
            assertEquals(0, constraint.term(judgement, judgement).getFloat());
            constraint.update(5, 1);
            assertEquals(0, constraint.state().beta());
            BottleneckReport report = constraint.report(judgement, judgement);
            assertTrue(report.constraintSatisfied());
            assertEquals(1, report.accuracyCap());
        }
    }

    @EachDevice
    void shouldLeaveNothingOnTheManagerOfTheWeights(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator discriminator = small(manager, new Spread.Shared());
            int before = manager.getManagedArrays().size();
            try (NDManager scope = manager.newSubManager()) {
                NDArray x = batch(scope);
                discriminator.judge(x, sameNoise()).logits().mean();
                discriminator.logits(x);
            }
            assertEquals(before, manager.getManagedArrays().size());
        }
    }
}
