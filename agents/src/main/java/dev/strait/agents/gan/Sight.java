package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Difference;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the discriminator sees at once. */
public enum Sight {
    /** One sample: is it real? */
    SINGLE {
        @Override
        NDArray real(Supplier<NDArray> real, NDArray fake) {
            return real.get();
        }

        @Override
        NDArray fake(Supplier<NDArray> real, NDArray fake) {
            return fake;
        }

        @Override
        Shape input(Shape sample) {
            return sample;
        }

        @Override
        Block trunk(
                Block ofOne,
                Shape sample,
                WeightForm form,
                NDManager manager,
                RandomGenerator random) {
            return ofOne;
        }
    },
    /**
     * A real and a generated sample: is it in this order? One encoder sees both, and the verdict is
     * on the difference of its answers (T-GAN; Su 2018).
     */
    ORDERED_PAIR {
        @Override
        NDArray real(Supplier<NDArray> real, NDArray fake) {
            return Difference.pair(real.get(), fake);
        }

        @Override
        NDArray fake(Supplier<NDArray> real, NDArray fake) {
            return Difference.pair(fake, real.get());
        }

        @Override
        Shape input(Shape sample) {
            return Difference.doubled(sample);
        }

        @Override
        Block trunk(
                Block ofOne,
                Shape sample,
                WeightForm form,
                NDManager manager,
                RandomGenerator random) {
            if (!ofOne.isInitialized()) {
                ofOne.initialize(manager, DataType.FLOAT32, sample);
            }
            Shape features = ofOne.getOutputShapes(new Shape[] {sample})[0].slice(1);
            Block comparison =
                    Stack.of(
                                    features,
                                    new Part.Flatten(),
                                    new Part.Linear(COMPARED),
                                    new Part.Pointwise(Activation.LEAKY_RELU))
                            .weightForm(form)
                            .build(manager, random);
            return Difference.of(ofOne, comparison, sample, manager);
        }
    };

    /** Units of the layer on the difference, as the authors' code has. */
    private static final int COMPARED = 256;

    /** What counts as real, made of samples of either side; real ones are made on demand. */
    abstract NDArray real(Supplier<NDArray> real, NDArray fake);

    /** What counts as generated. */
    abstract NDArray fake(Supplier<NDArray> real, NDArray fake);

    /** Shape of a batch of one of what is seen. */
    abstract Shape input(Shape sample);

    /** The trunk on what is seen, around the trunk of one sample. */
    abstract Block trunk(
            Block ofOne, Shape sample, WeightForm form, NDManager manager, RandomGenerator random);
}
