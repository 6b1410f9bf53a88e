package dev.strait.agents.vib;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.bottleneck.StochasticEncoder;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.NoiseStream;
import java.util.random.RandomGenerator;

/** What a classifier's linear head sees of a picture. */
public sealed interface Code {

    /** Weight β of the rate in the loss. */
    double beta();

    /**
     * Numbers of a code.
     *
     * @param features width of the last hidden layer
     */
    int size(int features);

    /**
     * The Block whose outputs the methods below read.
     *
     * @param trunk the hidden layers: pictures to (B, features)
     * @param input shape of a batch of one
     */
    Block encoder(Block trunk, Shape input, NDManager manager, RandomGenerator random);

    /** The code without its noise, (B, size). */
    NDArray mean(NDList encoded);

    /**
     * Codes with their noise.
     *
     * @param count S
     * @return (S, B, size)
     */
    NDArray draws(NDList encoded, int count, NoiseStream noise);

    /** KL(p(z|x) ‖ N(0, I)) in nats, (B); 0 where the code has no prior. */
    NDArray rate(NDList encoded);

    /**
     * The upper bound on I(X; Z) in nats: E[KL], or infinity where nothing bounds it.
     *
     * @param meanRate of {@link #rate}
     */
    double information(double meanRate);

    /**
     * The variational bottleneck: z ~ N(μ(x), diag σ(x)²), σ = softplus(s − 5) (Alemi et al. 2017).
     *
     * @param latentSize K
     * @param beta β, at least 0; at 0 the noise stays and nothing is paid for
     */
    record Gaussian(int latentSize, double beta) implements Code {

        public Gaussian {
            require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
            require(
                    beta >= 0 && beta < Double.POSITIVE_INFINITY,
                    "beta must be at least 0 and finite, but was %s",
                    beta);
        }

        @Override
        public int size(int features) {
            return latentSize;
        }

        @Override
        public Block encoder(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            return StochasticEncoder.of(
                    trunk,
                    input,
                    latentSize,
                    new Spread.Softplus(),
                    new InitialWeights.FanIn(),
                    WeightForm.PLAIN,
                    manager,
                    random);
        }

        private static DiagonalGaussian posterior(NDList encoded) {
            return new DiagonalGaussian(encoded.get(0), encoded.get(1));
        }

        @Override
        public NDArray mean(NDList encoded) {
            return encoded.get(0);
        }

        @Override
        public NDArray draws(NDList encoded, int count, NoiseStream noise) {
            return posterior(encoded).samples(count, noise);
        }

        @Override
        public NDArray rate(NDList encoded) {
            return posterior(encoded).klToStandardNormal();
        }

        @Override
        public double information(double meanRate) {
            return meanRate;
        }
    }

    /** No bottleneck: the head sees the last hidden layer. The deterministic twin. */
    record Features() implements Code {

        @Override
        public double beta() {
            return 0;
        }

        @Override
        public int size(int features) {
            return features;
        }

        @Override
        public Block encoder(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            return trunk;
        }

        @Override
        public NDArray mean(NDList encoded) {
            return encoded.singletonOrThrow();
        }

        @Override
        public NDArray draws(NDList encoded, int count, NoiseStream noise) {
            // There is no noise, so all draws are this one.
            return mean(encoded).expandDims(0);
        }

        @Override
        public NDArray rate(NDList encoded) {
            NDArray features = mean(encoded);
            return features.getManager().zeros(new Shape(features.getShape().get(0)));
        }

        @Override
        public double information(double meanRate) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * The last hidden layer with each number dropped at a chance, where the variational code has
     * its Gaussian noise; averaging draws at test is Monte Carlo dropout (Gal and Ghahramani 2016).
     *
     * @param chance of a number to be 0, in (0, 1); the others grow by 1/(1 − chance)
     */
    record Dropout(double chance) implements Code {

        public Dropout {
            require(chance > 0 && chance < 1, "chance must be in (0, 1), but was %s", chance);
        }

        @Override
        public double beta() {
            return 0;
        }

        @Override
        public int size(int features) {
            return features;
        }

        @Override
        public Block encoder(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            return trunk;
        }

        @Override
        public NDArray mean(NDList encoded) {
            return encoded.singletonOrThrow();
        }

        @Override
        public NDArray draws(NDList encoded, int count, NoiseStream noise) {
            NDArray features = mean(encoded);
            Shape shape = new Shape(count).addAll(features.getShape());
            NDArray kept = noise.uniform(features.getManager(), shape).gte((float) chance);
            return features.mul(times(kept.toType(DataType.FLOAT32, false), 1 / (1 - chance)));
        }

        @Override
        public NDArray rate(NDList encoded) {
            return new Features().rate(encoded);
        }

        @Override
        public double information(double meanRate) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
