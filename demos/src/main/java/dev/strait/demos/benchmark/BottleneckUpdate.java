package dev.strait.demos.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * A discriminator of the size of VAIL's for humanoids: 200 inputs, 1,024 and 512 units, a code of
 * 128; cross-entropy, KL, Adam and dual ascent on 256 real and 256 generated rows, alone and with
 * the gradient penalty of VGAN-GP on the real ones. Beside the time, the rate of its matrix
 * products as a share of the rate of nothing but matrix products, measured turn by turn with it.
 */
final class BottleneckUpdate {

    private static final int INPUTS = 200;
    private static final int WIDE = 1024;
    private static final int FEATURES = 512;
    private static final int CODE = 128;
    private static final int ROWS = 256;
    private static final double PENALTY = 10;

    /** Multiplications of a row on its way to the features, the first of them, and in all. */
    private static final long FIRST = (long) INPUTS * WIDE;

    private static final long TRUNK = FIRST + (long) WIDE * FEATURES;
    private static final long HEAD = (long) FEATURES * CODE;
    private static final long FORWARD = TRUNK + 2 * HEAD + CODE;

    private BottleneckUpdate() {}

    static List<Measurement> measure(Device device, double seconds) {
        List<Measurement> measured = new ArrayList<>();
        String sizes = "200-1024-512-z128, 256 + 256 rows";
        measured.addAll(
                measure(device, seconds, new Regulariser.None(), "VDB update, " + sizes, plain()));
        measured.addAll(
                measure(
                        device,
                        seconds,
                        new Regulariser.R1(PENALTY),
                        "VDB update with penalty, " + sizes,
                        plain() + penalty()));
        return measured;
    }

    private static List<Measurement> measure(
            Device device,
            double seconds,
            Regulariser regulariser,
            String what,
            double operations) {
        Stopwatch.Comparison compared = compare(device, seconds, regulariser);
        return List.of(
                new Measurement(what, compared.seconds() * 1e3, "ms"),
                new Measurement(
                        what + ": rate of its products",
                        MatrixProduct.share(operations, compared),
                        "% of the matrix product's"));
    }

    /**
     * Operations of an update: the products forward, and twice as many backward, for the weights
     * and for what came in; but no gradient goes to the inputs of the first layer.
     */
    static double plain() {
        return 2.0 * (2 * ROWS) * (3 * FORWARD - FIRST);
    }

    /**
     * Operations of R1 besides: forward and backward to the inputs, both products of each of those
     * backward steps, and from the spread, which alone bends the graph, the way back through the
     * trunk.
     */
    static double penalty() {
        return 2.0 * ROWS * (4 * FORWARD + 2 * (TRUNK + HEAD) - FIRST);
    }

    private static Stopwatch.Comparison compare(
            Device device, double seconds, Regulariser regulariser) {
        Seeds seeds = new Seeds(0);
        NoiseStream noise = seeds.noise("noise");
        Bottleneck bottleneck = Bottleneck.Variational.of(CODE, 0.5);
        try (NDManager manager = TensorEngine.newManager(device);
                MatrixProduct product = new MatrixProduct(device)) {
            Block trunk =
                    Dense.of(INPUTS, WIDE, FEATURES)
                            .last(Activation.RELU)
                            .build(manager, seeds.stream("trunk"));
            Discriminator discriminator =
                    bottleneck.around(trunk, new Shape(1, INPUTS), manager, seeds.stream("heads"));
            DiscriminatorUpdate plain =
                    DiscriminatorUpdate.of(bottleneck, discriminator, Adam.of(1e-5));
            DiscriminatorUpdate update =
                    new DiscriminatorUpdate(
                            plain.discriminator(),
                            plain.constraint(),
                            plain.objective(),
                            regulariser,
                            plain.learner());
            NDArray real = noise.normal(manager, new Shape(ROWS, INPUTS)).add(0.1f);
            NDArray fake = noise.normal(manager, new Shape(ROWS, INPUTS));
            Stopwatch.Comparison compared =
                    Stopwatch.against(
                            product::multiply,
                            seconds,
                            () -> step(update, manager, real, fake, noise));
            update.learner().close();
            return compared;
        }
    }

    private static void step(
            DiscriminatorUpdate update,
            NDManager manager,
            NDArray real,
            NDArray fake,
            NoiseStream noise) {
        try (NDManager scope = manager.newSubManager()) {
            update.step(copy(real, scope), copy(fake, scope), noise);
        }
    }

    /** What comes of an array lives with it: the scope frees a step's arrays together. */
    private static NDArray copy(NDArray array, NDManager scope) {
        NDArray copy = array.duplicate();
        copy.attach(scope);
        return copy;
    }
}
