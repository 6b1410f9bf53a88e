package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.distribution.Categorical;
import dev.strait.core.tensor.NoiseStream;
import java.util.random.RandomGenerator;

/** What a generator is told beside its noise, and must keep recognisable. */
public sealed interface Codes {

    /** Numbers that the generator gets for it. */
    int size();

    /**
     * Draws codes and puts them behind the noise.
     *
     * @param latent (B, L)
     * @return (B, L + size)
     */
    NDArray extend(NDArray latent, NoiseStream noise);

    /**
     * Who recognises them.
     *
     * @param features numbers a sample that the discriminator's trunk gives
     */
    Recogniser recogniser(int features, NDManager manager, RandomGenerator random);

    /** No codes. */
    record None() implements Codes {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public NDArray extend(NDArray latent, NoiseStream noise) {
            return latent;
        }

        @Override
        public Recogniser recogniser(int features, NDManager manager, RandomGenerator random) {
            return Recogniser.NONE;
        }
    }

    /**
     * InfoGAN's (Chen et al. 2016): one choice of several, and numbers from U(−1, 1). A network Q
     * on the discriminator's features says what they were; its loss goes to both players.
     *
     * @param categories of the choice; 0 for none
     * @param continuous how many numbers; 0 for none
     * @param categoricalWeight λ of the choice
     * @param continuousWeight λ of the numbers
     * @param hidden units of Q's own layer
     */
    record InfoCodes(
            int categories,
            int continuous,
            double categoricalWeight,
            double continuousWeight,
            int hidden)
            implements Codes {

        /** The official code's for MNIST. */
        public static final InfoCodes MNIST = new InfoCodes(10, 2, 1, 1, 128);

        /** {@link #MNIST}. */
        public static InfoCodes defaults() {
            return MNIST;
        }

        public InfoCodes {
            require(
                    categories == 0 || categories >= 2,
                    "categories must be 0 or at least 2, but were %s",
                    categories);
            require(continuous >= 0, "continuous must be at least 0, but was %s", continuous);
            require(categories + continuous >= 1, "there must be a code: None says that none is");
            require(
                    categoricalWeight >= 0 && categoricalWeight < Double.POSITIVE_INFINITY,
                    "categoricalWeight must be at least 0 and finite, but was %s",
                    categoricalWeight);
            require(
                    continuousWeight >= 0 && continuousWeight < Double.POSITIVE_INFINITY,
                    "continuousWeight must be at least 0 and finite, but was %s",
                    continuousWeight);
            require(hidden >= 1, "hidden must be at least 1, but was %s", hidden);
        }

        @Override
        public int size() {
            return categories + continuous;
        }

        /** H(c) of the choice, ln categories, in nats; 0 without one. */
        public double entropy() {
            return categories == 0 ? 0 : Math.log(categories);
        }

        @Override
        public NDArray extend(NDArray latent, NoiseStream noise) {
            NDManager manager = latent.getManager();
            int rows = (int) latent.getShape().get(0);
            NDList parts = new NDList(latent);
            if (categories > 0) {
                Categorical even = new Categorical(manager.zeros(new Shape(rows, categories)));
                NDArray index = even.sample(noise).reshape(rows).toType(DataType.INT64, false);
                parts.add(index.oneHot(categories, DataType.FLOAT32));
            }
            if (continuous > 0) {
                parts.add(Latent.Prior.UNIFORM.draw(manager, new Shape(rows, continuous), noise));
            }
            return NDArrays.concat(parts, 1);
        }

        @Override
        public Recogniser recogniser(int features, NDManager manager, RandomGenerator random) {
            return new CodeRecogniser(this, features, manager, random);
        }
    }
}
