package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.network.WeightForm;
import dev.strait.envs.image.ImageShape;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The networks of both players. */
public sealed interface Networks {

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
     * @param random the stream that first weights are drawn from
     */
    Block generator(int inputs, ImageShape image, NDManager manager, RandomGenerator random);

    /** The discriminator's trunk: (B, …) laid out as {@link #sample} to (B, features). */
    Block trunk(ImageShape image, WeightForm form, NDManager manager, RandomGenerator random);

    /**
     * Dense layers on flat samples.
     *
     * @param generator sizes of the generator's hidden layers
     * @param discriminator sizes of the trunk's layers, the last of them its features
     * @param generatorActivation of the generator's hidden layers
     * @param discriminatorActivation of the trunk's layers
     * @param output what the generator ends in: tanh for pictures, identity for points
     */
    record FullyConnected(
            List<Integer> generator,
            List<Integer> discriminator,
            Activation generatorActivation,
            Activation discriminatorActivation,
            Activation output)
            implements Networks {

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
                int inputs, ImageShape image, NDManager manager, RandomGenerator random) {
            return Dense.of(inputs, generator, image.size())
                    .activation(generatorActivation)
                    .last(output)
                    .build(manager, random);
        }

        @Override
        public Block trunk(
                ImageShape image, WeightForm form, NDManager manager, RandomGenerator random) {
            int last = discriminator.size() - 1;
            return Dense.of(image.size(), discriminator.subList(0, last), discriminator.get(last))
                    .activation(discriminatorActivation)
                    .last(discriminatorActivation)
                    .weightForm(form)
                    .build(manager, random);
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
                int inputs, ImageShape image, NDManager manager, RandomGenerator random) {
            return initialised(ownGenerator.get(), new Shape(1, inputs), manager);
        }

        @Override
        public Block trunk(
                ImageShape image, WeightForm form, NDManager manager, RandomGenerator random) {
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
