package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Learner;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the best discriminator is where the rate is nearly nothing. Of z = μ + ε and the logit wz
 * the loss is, to second order and place by place,
 *
 * <pre>−½ w (p − q) μ + ⅛ w² (p + q)(μ² + 1) + ¼ β (p + q) μ²,</pre>
 *
 * least at μ ∝ (p − q)/(p + q): at most two levels where the sides do not overlap. Without a
 * bottleneck it is ln p/q, which has no bound.
 */
class NarrowLimitTest {

    /** Rows of four hundred at four places. */
    private static final int[] REAL = {240, 120, 36, 4};

    private static final int[] FAKE = {4, 60, 136, 200};

    private static final int ROWS = 400;

    private static final int STEPS = 700;

    private static NDArray rows(NDManager manager, int[] counts) {
        float[] rows = new float[ROWS * counts.length];
        int row = 0;
        for (int place = 0; place < counts.length; place++) {
            for (int i = 0; i < counts[place]; i++) {
                rows[row++ * counts.length + place] = 1;
            }
        }
        return manager.create(rows, new Shape(ROWS, counts.length));
    }

    /** D(μ(x)) at each place, as a {@link #levels level}. */
    private static double[] trained(Bottleneck bottleneck, long seed) {
        Seeds seeds = new Seeds(seed);
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Discriminator discriminator =
                    bottleneck.around(
                            Dense.of(4, 8)
                                    .last(Activation.IDENTITY)
                                    .build(manager, seeds.stream("trunk")),
                            new Shape(1, 4),
                            manager,
                            seeds.stream("heads"));
            try (Learner learner =
                    Learner.of("d", Adam.of(2e-2), Double.MAX_VALUE, discriminator.block())) {
                DiscriminatorUpdate update =
                        new DiscriminatorUpdate(
                                discriminator,
                                bottleneck.constraint(),
                                new Objective.NonSaturating(),
                                new Regulariser.None(),
                                learner);
                for (int step = 0; step < STEPS; step++) {
                    learner.anneal(1 - step / (double) STEPS);
                    try (NDManager scope = manager.newSubManager()) {
                        update.step(
                                rows(scope, REAL), rows(scope, FAKE), seeds.noise("step " + step));
                    }
                }
            }
            float[] logits = discriminator.logits(manager.eye(REAL.length)).toFloatArray();
            return everywhere(place -> logits[place]);
        }
    }

    /** How far up each value is, from the lowest at 0 to the highest at 1. */
    private static double[] levels(double... values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double range = Arrays.stream(values).max().orElseThrow() - least;
        return Arrays.stream(values).map(value -> (value - least) / range).toArray();
    }

    private static double[] everywhere(IntToDoubleFunction of) {
        return levels(IntStream.range(0, REAL.length).mapToDouble(of).toArray());
    }

    @Test
    void shouldTendToTheDifferenceOverTheSumOfTheDensities() {
        Bottleneck narrow =
                Bottleneck.Variational.of(1, 0.02).dualAscent(new DualAscent.PaperRule(0.05));
        double[] expected =
                everywhere(
                        x -> (REAL[x] - FAKE[x]) / (double) (REAL[x] + FAKE[x])); // 1, .67, .20, 0

        for (long seed = 1; seed <= 2; seed++) {
            assertArrayEquals(expected, trained(narrow, seed), 0.05);
        }
    }

    @Test
    void shouldBeTheLogarithmOfTheirRatioWithoutABottleneck() {
        double[] expected = everywhere(x -> Math.log(REAL[x] / (double) FAKE[x])); // 1, .58, .32, 0

        assertArrayEquals(expected, trained(new Bottleneck.None(), 1), 0.05);
    }
}
