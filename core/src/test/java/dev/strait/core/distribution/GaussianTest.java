package dev.strait.core.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianTest {

    private static final NormalDistribution FIRST = new NormalDistribution(0.4, 0.7);
    private static final NormalDistribution SECOND = new NormalDistribution(-0.3, 1.6);

    /** One row, one coordinate. */
    private static DiagonalGaussian of(NDManager manager, NormalDistribution normal) {
        return new DiagonalGaussian(
                row(manager, normal.getMean()),
                row(manager, Math.log(normal.getStandardDeviation())));
    }

    private static NDArray row(NDManager manager, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return manager.create(floats, new Shape(1, floats.length));
    }

    private static double integral(DoubleUnaryOperator function, double low, double high) {
        return new IterativeLegendreGaussIntegrator(32, 1e-10, 1e-10)
                .integrate(100_000, function::applyAsDouble, low, high);
    }

    private static double expectation(NormalDistribution normal, DoubleUnaryOperator function) {
        double reach = 10 * normal.getStandardDeviation();
        return integral(
                x -> normal.density(x) * function.applyAsDouble(x),
                normal.getMean() - reach,
                normal.getMean() + reach);
    }

    @EachDevice
    void shouldEqualNumericalIntegrals(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            DiagonalGaussian first = of(manager, FIRST);
            double entropy = expectation(FIRST, x -> -FIRST.logDensity(x));
            assertEquals(entropy, first.entropy().toFloatArray()[0], 1e-6);
            double kl = expectation(FIRST, x -> FIRST.logDensity(x) - SECOND.logDensity(x));
            assertEquals(kl, first.kl(of(manager, SECOND)).toFloatArray()[0], 1e-6);
            NormalDistribution prior = new NormalDistribution();
            double rate = expectation(FIRST, x -> FIRST.logDensity(x) - prior.logDensity(x));
            assertEquals(rate, first.klToStandardNormal().toFloatArray()[0], 1e-6);
        }
    }

    @EachDevice
    void shouldSumLogDensitiesOverCoordinates(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            DiagonalGaussian pair =
                    new DiagonalGaussian(
                            row(manager, 0.4, -0.3), row(manager, Math.log(0.7), Math.log(1.6)));
            double expected = FIRST.logDensity(1.1) + SECOND.logDensity(-2);
            NDArray logProbability = pair.logProbability(row(manager, 1.1, -2));
            assertEquals(new Shape(1), logProbability.getShape());
            assertEquals(expected, logProbability.toFloatArray()[0], 1e-5);
        }
    }

    @EachDevice
    void shouldShareOneSpreadAmongAllRows(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                NDManager parameters = TensorEngine.newManager(device)) {
            NDArray mean = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
            NDArray shared = parameters.create(new float[] {0.5f, -0.5f});
            int before = parameters.getManagedArrays().size();
            DiagonalGaussian gaussian = new DiagonalGaussian(mean, shared);
            gaussian.entropy();
            assertArrayEquals(
                    new float[] {0.5f, -0.5f, 0.5f, -0.5f}, gaussian.logStd().toFloatArray());
            assertEquals(before, parameters.getManagedArrays().size());
        }
    }

    @EachDevice
    void shouldBeZeroDivergentFromItself(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            DiagonalGaussian gaussian = of(manager, SECOND);
            assertEquals(0, gaussian.kl(gaussian).toFloatArray()[0], 1e-7);
            NDArray zeros = manager.zeros(new Shape(1, 3));
            DiagonalGaussian prior = new DiagonalGaussian(zeros, zeros);
            assertEquals(0, prior.klToStandardNormal().toFloatArray()[0], 1e-7);
            assertEquals(
                    of(manager, FIRST).kl(of(manager, new NormalDistribution())).toFloatArray()[0],
                    of(manager, FIRST).klToStandardNormal().toFloatArray()[0],
                    1e-6);
        }
    }

    @EachDevice
    void shouldPassGradientsThroughTheSample(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray mean = row(manager, 0.4);
            NDArray logStd = row(manager, 0.3);
            mean.setRequiresGradient(true);
            logStd.setRequiresGradient(true);
            NDArray noise = row(manager, -1.5);
            float[] slopes =
                    GradientMode.recording(
                            () -> {
                                NDArray z = new DiagonalGaussian(mean, logStd).sample(noise);
                                return new float[] {
                                    InputGradient.of(z, mean).toFloatArray()[0],
                                    InputGradient.of(z, logStd).toFloatArray()[0]
                                };
                            });
            // z = μ + e^s ε, so ∂z/∂μ = 1 and ∂z/∂s = σε.
            assertArrayEquals(new float[] {1, (float) (-1.5 * Math.exp(0.3))}, slopes, 1e-6f);
        }
    }

    @EachDevice
    void shouldDrawWithItsMoments(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            int count = 40_000;
            NDArray mean = manager.ones(new Shape(count, 1)).mul(0.4f);
            NDArray logStd = manager.create(new float[] {(float) Math.log(0.7)});
            NDArray draws = new DiagonalGaussian(mean, logStd).sample(new Seeds(1).noise("draws"));
            assertEquals(0.4, draws.mean().getFloat(), 4 * 0.7 / Math.sqrt(count));
            assertEquals(0.49, draws.sub(0.4f).square().mean().getFloat(), 0.49 * 0.03);
        }
    }

    /** ∫ p(a) da by the trapezoid in u = artanh a, where da = (1 − a²) du. */
    @EachDevice
    void shouldBeADensityUnderTanh(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            int nodes = 600;
            float step = 0.01f;
            NDArray u = manager.arange(nodes).mul(step).sub(2.6f).reshape(nodes, 1);
            NDArray mean = u.zerosLike().add(0.4f);
            NDArray logStd = manager.create(new float[] {(float) Math.log(0.7)});
            NDArray a = u.tanh();
            NDArray slope = a.square().neg().add(1f).reshape(-1);
            SquashedGaussian squashed = new SquashedGaussian(new DiagonalGaussian(mean, logStd));
            NDArray density = squashed.logProbability(a).exp();
            assertEquals(1, density.mul(slope).sum().mul(step).getFloat(), 1e-3);
        }
    }

    @EachDevice
    void shouldAgreeAboutTheSquashedActionAndItsSource(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            SquashedGaussian squashed = new SquashedGaussian(of(manager, FIRST));
            double u = 1.3;
            double expected = FIRST.logDensity(u) - Math.log(1 - Math.tanh(u) * Math.tanh(u));
            assertEquals(
                    expected,
                    squashed.logProbabilityOfUnsquashed(row(manager, u)).toFloatArray()[0],
                    1e-5);
            assertEquals(
                    expected,
                    squashed.logProbability(row(manager, Math.tanh(u))).toFloatArray()[0],
                    1e-4);
        }
    }

    @EachDevice
    void shouldStayFiniteWhereTanhSaturates(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            SquashedGaussian squashed = new SquashedGaussian(of(manager, FIRST));
            for (double u : new double[] {-60, 60}) {
                float p = squashed.logProbabilityOfUnsquashed(row(manager, u)).toFloatArray()[0];
                // ln(1 − tanh²u) → 2 ln 2 − 2|u|
                double slope = 2 * Math.log(2) - 2 * Math.abs(u);
                assertEquals(FIRST.logDensity(u) - slope, p, 1e-2);
            }
            assertTrue(Float.isFinite(squashed.logProbability(row(manager, 1)).toFloatArray()[0]));
        }
    }

    @EachDevice
    void shouldGiveTheSquashedEntropyOfANumericalIntegral(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (NormalDistribution normal :
                    new NormalDistribution[] {
                        FIRST, SECOND, new NormalDistribution(2, 0.05), new NormalDistribution(0, 4)
                    }) {
                double expected =
                        expectation(
                                normal,
                                u ->
                                        -normal.logDensity(u)
                                                + 2 * (Math.log(2) - u)
                                                - 2 * softplus(-2 * u));
                SquashedGaussian squashed = new SquashedGaussian(of(manager, normal));
                assertEquals(expected, squashed.entropy().toFloatArray()[0], 2e-4);
            }
        }
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @EachDevice
    void shouldSquashSamplesAndMode(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            SquashedGaussian squashed = new SquashedGaussian(of(manager, FIRST));
            assertEquals(Math.tanh(0.4), squashed.mode().toFloatArray()[0], 1e-6);
            float draw = squashed.sample(row(manager, 2)).toFloatArray()[0];
            assertEquals(Math.tanh(0.4 + 0.7 * 2), draw, 1e-6);
            SquashedGaussian other = new SquashedGaussian(of(manager, SECOND));
            assertArrayEquals(
                    squashed.base().kl(other.base()).toFloatArray(),
                    squashed.kl(other).toFloatArray());
        }
    }

    @EachDevice
    void shouldRefuseShapesThatDoNotFit(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray mean = manager.zeros(new Shape(2, 3));
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> new DiagonalGaussian(mean, manager.zeros(new Shape(2))));
            assertEquals(
                    "mean is (2, 3), so logStd must be the same or its last axis, but was (2)",
                    refused.getMessage());
            DiagonalGaussian gaussian = new DiagonalGaussian(mean, mean);
            NDArray narrow = manager.zeros(new Shape(2, 1));
            assertThrows(IllegalArgumentException.class, () -> gaussian.logProbability(narrow));
            assertThrows(IllegalArgumentException.class, () -> gaussian.sample(narrow));
        }
    }

    @Test
    void shouldDrawSeveralCodesARowAroundTheMean() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray mean = manager.create(new float[] {1, -2}, new Shape(1, 2));
            NDArray logStd = manager.create(new float[] {0, -3}, new Shape(1, 2));
            DiagonalGaussian gaussian = new DiagonalGaussian(mean, logStd);
            int count = 4000;
            NDArray draws = gaussian.samples(count, new Seeds(1).noise("draws"));
            assertEquals(new Shape(count, 1, 2), draws.getShape());
            NDArray standard = draws.sub(mean).div(gaussian.std()).reshape(count, 2);
            // Four standard errors of a mean and of a variance of 4,000 draws.
            for (float value : standard.mean(new int[] {0}).toFloatArray()) {
                assertEquals(0, value, 4 / Math.sqrt(count));
            }
            for (float value : standard.square().mean(new int[] {0}).toFloatArray()) {
                assertEquals(1, value, 4 * Math.sqrt(2.0 / count));
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> gaussian.samples(0, new Seeds(1).noise("draws")));
        }
    }
}
