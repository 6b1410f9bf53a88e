package dev.strait.demos.benchmark;

import static dev.strait.core.network.Activation.LEAKY_RELU;
import static dev.strait.core.network.Activation.TANH;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.CriticSchedule;
import dev.strait.agents.gan.Game;
import dev.strait.agents.gan.GanSettings;
import dev.strait.agents.gan.GeneratorBatch;
import dev.strait.agents.gan.Latent;
import dev.strait.agents.gan.Networks;
import dev.strait.agents.gan.Pace;
import dev.strait.agents.gan.Tricks;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Filter;
import dev.strait.core.network.Normalisation;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of four scripts of PyTorch-GAN (gan.py, wgan_gp.py, dcgan.py, infogan.py), layer by
 * layer, to be trained in Strait's own loop; gan.py and dcgan.py make one batch for both players,
 * so it does here. Two differences are Strait's: the discriminator steps first, and InfoGAN's code
 * losses go with the two steps instead of a third pass.
 */
enum PeerGan {
    GAN(28, 100, GeneratorBatch.SHARED, dense(), judge()),
    WGAN_GP(28, 100, GeneratorBatch.NEW, dense(), judge()) {
        @Override
        GanSettings settings(NDManager manager) {
            GanSettings plain = super.settings(manager);
            return plain.game(
                            plain.game()
                                    .objective(new Objective.Wasserstein())
                                    .regulariser(new Regulariser.OneCentred(10)))
                    .pace(plain.pace().critic(new CriticSchedule.Constant(CRITIC_STEPS)));
        }

        @Override
        double operationsOfAStep() {
            // The penalty: forward, backward to the inputs, and both products of that.
            return CRITIC_STEPS * (discriminatorStep() + 4 * trunkWork()) + generatorStep();
        }

        @Override
        int batchesOfAStep() {
            return CRITIC_STEPS;
        }
    },
    DCGAN(32, 100, GeneratorBatch.SHARED, pictures(), eye()),
    INFOGAN(32, 62, GeneratorBatch.NEW, pictures(), eye()) {
        @Override
        GanSettings settings(NDManager manager) {
            return super.settings(manager).codes(CODES);
        }
    };

    /** Real pictures of a batch. */
    static final int BATCH = 64;

    private static final int CRITIC_STEPS = 5;
    private static final Codes.InfoCodes CODES = new Codes.InfoCodes(10, 2, 1, 0.1, 128);
    private static final double CHANNEL_DROPOUT = 0.25;

    /** ε of their batch norms: the scripts pass 0.8 where they may have meant a momentum. */
    private static final double EPSILON = 0.8;

    private final int side;
    private final int noise;
    private final GeneratorBatch generatorBatch;
    private final List<Part> generator;
    private final List<Part> trunk;

    PeerGan(
            int side,
            int noise,
            GeneratorBatch generatorBatch,
            List<Part> generator,
            List<Part> trunk) {
        this.side = side;
        this.noise = noise;
        this.generatorBatch = generatorBatch;
        this.generator = generator;
        this.trunk = trunk;
    }

    ImageShape shape() {
        return new ImageShape(1, side, side);
    }

    /**
     * The game on these networks.
     *
     * @param manager owns their weights
     */
    GanSettings settings(NDManager manager) {
        Seeds seeds = new Seeds(0);
        Networks networks =
                new Networks.Own(
                        () -> block(inputs(), generator, manager, seeds, "generator"),
                        () -> block(picture(), trunk, manager, seeds, "trunk"));
        return new GanSettings(
                Game.GAN,
                networks,
                new Latent(noise, Latent.Prior.NORMAL),
                new Codes.None(),
                Pace.of(new Adam(2e-4, 0.5, 0.999, 1e-8, 0), Long.MAX_VALUE, 1),
                Tricks.NONE.generatorBatch(generatorBatch));
    }

    private static Block block(
            Shape input, List<Part> parts, NDManager manager, Seeds seeds, String name) {
        return Stack.of(input, parts).build(manager, seeds.stream(name));
    }

    private Shape inputs() {
        return new Shape(this == INFOGAN ? noise + CODES.size() : noise);
    }

    private Shape picture() {
        return new Shape(1, side, side);
    }

    /** Batches of real pictures that a step of the generator takes along. */
    int batchesOfAStep() {
        return 1;
    }

    /** Floating-point operations of a step, on either side, as the scripts' layers count them. */
    double operationsOfAStep() {
        boolean shared = generatorBatch == GeneratorBatch.SHARED;
        return discriminatorStep() + generatorStep() - (shared ? generatorPass() : 0);
    }

    /** G forward; D forward and backward on both sides, none of it to the pictures. */
    double discriminatorStep() {
        LayerWork g = LayerWork.of(inputs(), generator);
        LayerWork d = LayerWork.of(picture(), trunk);
        return 2.0 * BATCH * (g.all() + 6 * d.all() - 2 * d.first());
    }

    /** G and D forward, D backward to the pictures, G backward. */
    double generatorStep() {
        LayerWork g = LayerWork.of(inputs(), generator);
        LayerWork d = LayerWork.of(picture(), trunk);
        return 2.0 * BATCH * (3 * g.all() - g.first() + 2 * d.all());
    }

    private double generatorPass() {
        return 2.0 * BATCH * LayerWork.of(inputs(), generator).all();
    }

    /** One pass of the trunk. */
    double trunkWork() {
        return 2.0 * BATCH * LayerWork.of(picture(), trunk).all();
    }

    private static Part norm(double epsilon) {
        return new Normalisation.Batch(epsilon, 0.1, 0);
    }

    private static List<Part> dense() {
        List<Part> parts = new ArrayList<>();
        for (int size : new int[] {128, 256, 512, 1024}) {
            parts.add(new Part.Linear(size));
            if (size > 128) {
                parts.add(norm(EPSILON));
            }
            parts.add(new Part.Pointwise(LEAKY_RELU));
        }
        parts.add(new Part.Linear(28 * 28));
        parts.add(new Part.Pointwise(TANH));
        parts.add(new Part.Reshape(1, 28, 28));
        return parts;
    }

    /** 784-512-256; the loop adds the unit. */
    private static List<Part> judge() {
        return List.of(
                new Part.Flatten(),
                new Part.Linear(512),
                new Part.Pointwise(LEAKY_RELU),
                new Part.Linear(256),
                new Part.Pointwise(LEAKY_RELU));
    }

    private static List<Part> pictures() {
        return List.of(
                new Part.Linear(128 * 8 * 8),
                new Part.Reshape(128, 8, 8),
                norm(1e-5),
                new Part.UpsampledConvolution(128),
                norm(EPSILON),
                new Part.Pointwise(LEAKY_RELU),
                new Part.UpsampledConvolution(64),
                norm(EPSILON),
                new Part.Pointwise(LEAKY_RELU),
                new Part.Convolution(new Filter(1, 3, 1, 1)),
                new Part.Pointwise(TANH));
    }

    private static List<Part> eye() {
        List<Part> parts = new ArrayList<>();
        for (int filters = 16; filters <= 128; filters *= 2) {
            parts.add(new Part.Convolution(new Filter(filters, 3, 2, 1)));
            parts.add(new Part.Pointwise(LEAKY_RELU));
            parts.add(new Part.Dropout(CHANNEL_DROPOUT, true));
            if (filters > 16) {
                parts.add(norm(EPSILON));
            }
        }
        parts.add(new Part.Flatten());
        return parts;
    }
}
