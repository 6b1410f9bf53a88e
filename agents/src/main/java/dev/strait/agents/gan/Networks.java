package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.network.Activation;
import dev.strait.core.network.DcganEncoder;
import dev.strait.core.network.DcganGenerator;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Normalisation;
import dev.strait.core.network.Part;
import dev.strait.core.network.ResidualEncoder;
import dev.strait.core.network.ResidualGenerator;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The networks of both players. */
public sealed interface Networks {

    /** Rows of the generator's reference batch under virtual batch normalisation. */
    int REFERENCES = 64;

    /**
     * How these networks want one sample laid out, as a batch of one: (1, C, H, W), or flat.
     *
     * @param image shape of the data
     */
    default Shape sample(ImageShape image) {
        return new Shape(1, image.channels(), image.height(), image.width());
    }

    /**
     * The generator: (B, inputs) to (B, …) of as many numbers as a sample has.
     *
     * @param inputs numbers of noise and codes
     * @param reference (n, inputs) made on demand, for virtual batch normalisation
     * @param random the stream that first weights are drawn from
     */
    Block generator(
            int inputs,
            ImageShape image,
            Supplier<NDArray> reference,
            NDManager manager,
            RandomGenerator random);

    /**
     * The discriminator's trunk: (B, …) laid out as {@link #sample} to (B, features) or (B, F, h,
     * w).
     *
     * @param reference (n, …) real samples, made on demand, for virtual batch normalisation
     */
    Block trunk(
            ImageShape image,
            WeightForm form,
            Supplier<NDArray> reference,
            NDManager manager,
            RandomGenerator random);

    /** How many places the trunk's features have, h·w, where it keeps them apart. */
    default OptionalInt cells(ImageShape image) {
        return OptionalInt.empty();
    }

    /** A bottleneck with the heads that belong on these networks. */
    default Bottleneck headed(Bottleneck bottleneck) {
        return bottleneck;
    }

    private static Block built(
            Stack stack, Supplier<NDArray> reference, NDManager manager, RandomGenerator random) {
        boolean virtual =
                stack.parts().stream().anyMatch(part -> part instanceof Normalisation.Virtual);
        return virtual
                ? stack.build(manager, random, reference.get())
                : stack.build(manager, random);
    }

    /**
     * Dense layers on flat samples.
     *
     * @param generator sizes of the generator's hidden layers
     * @param discriminator sizes of the trunk's layers, the last of them its features
     * @param activations of the hidden layers
     * @param normalisation of the generator's hidden layers
     * @param output what the generator ends in: tanh for pictures, identity for points
     * @param start first weights of the generator. PyTorch's shrink what goes through a layer, so
     *     that the first samples of a deep generator are nearly one point, which a discriminator
     *     that is far ahead moves as one point; orthogonal ones of gain √2 under ReLU keep them
     *     apart. The trunk starts from PyTorch's
     */
    record FullyConnected(
            List<Integer> generator,
            List<Integer> discriminator,
            Activation activations,
            Normalisation normalisation,
            Activation output,
            InitialWeights start)
            implements Networks {

        /** From PyTorch's first weights. */
        public FullyConnected(
                List<Integer> generator,
                List<Integer> discriminator,
                Activation activations,
                Normalisation normalisation,
                Activation output) {
            this(
                    generator,
                    discriminator,
                    activations,
                    normalisation,
                    output,
                    new InitialWeights.FanIn());
        }

        public FullyConnected {
            generator = List.copyOf(generator);
            discriminator = List.copyOf(discriminator);
            require(!discriminator.isEmpty(), "the discriminator needs at least one layer");
            for (List<Integer> sizes : List.of(generator, discriminator)) {
                require(
                        sizes.stream().allMatch(size -> size >= 1),
                        "sizes of layers must be at least 1, but were %s",
                        sizes);
            }
        }

        @Override
        public Shape sample(ImageShape image) {
            return new Shape(1, image.size());
        }

        @Override
        public Block generator(
                int inputs,
                ImageShape image,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            List<Part> parts = hidden(generator, normalisation);
            parts.add(new Part.Linear(image.size()));
            parts.add(new Part.Pointwise(output));
            Stack stack = Stack.of(new Shape(inputs), parts).initial(start);
            return built(stack, reference, manager, random);
        }

        @Override
        public Block trunk(
                ImageShape image,
                WeightForm form,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            List<Part> parts = hidden(discriminator, new Normalisation.None());
            Stack stack = Stack.of(new Shape(image.size()), parts).weightForm(form);
            return built(stack, reference, manager, random);
        }

        /** The same from other first weights of the generator. */
        public FullyConnected start(InitialWeights value) {
            return new FullyConnected(
                    generator, discriminator, activations, normalisation, output, value);
        }

        private List<Part> hidden(List<Integer> sizes, Normalisation between) {
            List<Part> parts = new ArrayList<>();
            for (int size : sizes) {
                parts.add(new Part.Linear(size));
                parts.add(between);
                parts.add(new Part.Pointwise(activations));
            }
            return parts;
        }
    }

    /**
     * DCGAN's convolutions (Radford et al. 2016), for sides that can be halved.
     *
     * @param filters channels at half size
     * @param dense sizes of dense layers on the discriminator's convolutions, and in reverse before
     *     the generator's; InfoGAN has one on either side
     * @param ofGenerator normalisation of the generator
     * @param ofDiscriminator normalisation of the discriminator: batch norms as there, none where a
     *     gradient is penalised or the rate of one sample counts
     */
    record Dcgan(
            int filters,
            List<Integer> dense,
            Normalisation ofGenerator,
            Normalisation ofDiscriminator)
            implements Networks {

        public Dcgan {
            dense = List.copyOf(dense);
        }

        @Override
        public Block generator(
                int inputs,
                ImageShape image,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            Stack stack =
                    DcganGenerator.of(
                                    inputs,
                                    image.channels(),
                                    image.height(),
                                    image.width(),
                                    filters)
                            .dense(reversed(dense))
                            .normalisation(ofGenerator)
                            .stack();
            return built(stack, reference, manager, random);
        }

        @Override
        public Block trunk(
                ImageShape image,
                WeightForm form,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            Stack stack =
                    DcganEncoder.of(image.channels(), image.height(), image.width(), filters)
                            .dense(dense)
                            .normalisation(ofDiscriminator)
                            .weightForm(form)
                            .stack();
            return built(stack, reference, manager, random);
        }

        private static List<Integer> reversed(List<Integer> sizes) {
            List<Integer> reversed = new ArrayList<>(sizes);
            Collections.reverse(reversed);
            return reversed;
        }
    }

    /**
     * The residual networks of Mescheder et al. 2018 and of the official VDB image code, for sides
     * from 28 to 1024. The trunk gives (B, F, h, w); the heads are that code's: 1×1 kernels for μ
     * and ln σ where there is a bottleneck, to as many channels as the trunk may have (in all four
     * of its configurations), and a leaky ReLU before the unit.
     *
     * @param filters channels at full size; 32 for CIFAR-10, 16 for 1024²
     * @param mostFilters where their doubling ends; 256 for CIFAR-10, 512 for 1024²
     */
    record Residual(int filters, int mostFilters) implements Networks {

        @Override
        public Block generator(
                int inputs,
                ImageShape image,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            return ResidualGenerator.of(
                            inputs,
                            image.channels(),
                            image.height(),
                            image.width(),
                            filters,
                            mostFilters)
                    .build(manager, random);
        }

        @Override
        public Block trunk(
                ImageShape image,
                WeightForm form,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            return encoder(image).weightForm(form).build(manager, random);
        }

        private ResidualEncoder encoder(ImageShape image) {
            return ResidualEncoder.of(
                    image.channels(), image.height(), image.width(), filters, mostFilters);
        }

        @Override
        public OptionalInt cells(ImageShape image) {
            return OptionalInt.of(encoder(image).cells());
        }

        @Override
        public Bottleneck headed(Bottleneck bottleneck) {
            return bottleneck.spatial(mostFilters);
        }
    }

    /**
     * A user's own DJL Blocks. Each supplier gives a new Block at every call (a generator that is
     * saved or shown is one more), and its own first weights where it initialises it.
     *
     * @param ownGenerator (B, inputs) to (B, C, H, W)
     * @param ownTrunk (B, C, H, W) to (B, features)
     */
    record Own(Supplier<Block> ownGenerator, Supplier<Block> ownTrunk) implements Networks {

        @Override
        public Block generator(
                int inputs,
                ImageShape image,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            return initialised(ownGenerator.get(), new Shape(1, inputs), manager);
        }

        @Override
        public Block trunk(
                ImageShape image,
                WeightForm form,
                Supplier<NDArray> reference,
                NDManager manager,
                RandomGenerator random) {
            require(
                    form == WeightForm.PLAIN,
                    "a Block of one's own brings its own layers: the regulariser cannot make their"
                            + " weights %s",
                    form);
            return initialised(ownTrunk.get(), sample(image), manager);
        }

        private static Block initialised(Block block, Shape input, NDManager manager) {
            if (!block.isInitialized()) {
                block.initialize(manager, DataType.FLOAT32, input);
            }
            return block;
        }
    }
}
