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
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;

/**
 * A discriminator of the size of VAIL's for humanoids: 200 inputs, 1,024 and 512 units, a code of
 * 128; cross-entropy, KL, Adam and dual ascent on 256 expert and 256 agent rows.
 */
final class BottleneckUpdate {

    private static final int INPUTS = 200;
    private static final int ROWS = 256;
    private static final int CODE = 128;

    private BottleneckUpdate() {}

    static Measurement measure(Device device, double seconds) {
        Seeds seeds = new Seeds(0);
        NoiseStream noise = seeds.noise("noise");
        Bottleneck bottleneck = Bottleneck.Variational.of(CODE, 0.5);
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk =
                    Dense.of(INPUTS, 1024, 512)
                            .last(Activation.RELU)
                            .build(manager, seeds.stream("trunk"));
            Discriminator discriminator =
                    bottleneck.around(trunk, new Shape(1, INPUTS), manager, seeds.stream("heads"));
            DiscriminatorUpdate update =
                    DiscriminatorUpdate.of(bottleneck, discriminator, Adam.of(1e-5));
            NDArray expert = noise.normal(manager, new Shape(ROWS, INPUTS)).add(0.1f);
            NDArray agent = noise.normal(manager, new Shape(ROWS, INPUTS));
            double time =
                    Stopwatch.median(seconds, () -> step(update, manager, expert, agent, noise));
            update.learner().close();
            return new Measurement(
                    "VDB update, 200-1024-512-z128, 256 + 256 rows", time * 1e3, "ms");
        }
    }

    private static void step(
            DiscriminatorUpdate update,
            NDManager manager,
            NDArray expert,
            NDArray agent,
            NoiseStream noise) {
        try (NDManager scope = manager.newSubManager()) {
            update.step(copy(expert, scope), copy(agent, scope), noise);
        }
    }

    /** What comes of an array lives with it: the scope frees a step's arrays together. */
    private static NDArray copy(NDArray array, NDManager scope) {
        NDArray copy = array.duplicate();
        copy.attach(scope);
        return copy;
    }
}
