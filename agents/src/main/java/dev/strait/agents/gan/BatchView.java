package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import java.util.random.RandomGenerator;

/** What the discriminator knows of the rest of a batch. */
public sealed interface BatchView {

    /**
     * A trunk that knows it.
     *
     * @param trunk initialised, for batches of this shape
     */
    Block on(Block trunk, Shape input, NDManager manager, RandomGenerator random);

    /** Nothing: samples are judged one by one. */
    record None() implements BatchView {

        @Override
        public Block on(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            return trunk;
        }
    }

    /**
     * How near the others are, in some projections of the features: minibatch discrimination
     * (Salimans et al. 2016, section 3.2), which sees a batch that is all alike.
     *
     * @param kernels projections; 100 in the authors' code
     * @param dimensions of each; 5 there
     */
    record Nearness(int kernels, int dimensions) implements BatchView {

        public Nearness {
            require(kernels >= 1, "kernels must be at least 1, but was %s", kernels);
            require(dimensions >= 1, "dimensions must be at least 1, but was %s", dimensions);
        }

        /** The authors' code's. */
        public static Nearness defaults() {
            return new Nearness(100, 5);
        }

        @Override
        public Block on(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            Shape features = trunk.getOutputShapes(new Shape[] {input})[0].slice(1);
            Block nearness =
                    Stack.of(
                                    features,
                                    new Part.Flatten(),
                                    new Part.MinibatchDiscrimination(kernels, dimensions))
                            .build(manager, random);
            SequentialBlock both = new SequentialBlock().add(trunk).add(nearness);
            both.initialize(manager, DataType.FLOAT32, input);
            return both;
        }
    }
}
