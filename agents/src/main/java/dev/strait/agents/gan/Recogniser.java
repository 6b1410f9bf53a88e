package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Says from the discriminator's features which codes a sample was made of. */
interface Recogniser {

    /** There are no codes. */
    Recogniser NONE =
            new Recogniser() {
                @Override
                public NDList losses(NDArray features, Supplier<NDArray> viewed, NDArray inputs) {
                    return new NDList(features.getManager().create(0f));
                }

                @Override
                public NDArray doubt(NDArray features) {
                    return features.getManager().zeros(new Shape());
                }

                @Override
                public List<Block> blocks() {
                    return List.of();
                }

                @Override
                public NDArray choices(NDArray features) {
                    throw new IllegalStateException("there are no codes to recognise");
                }

                @Override
                public void figures(List<Double> losses, Map<String, Double> target) {
                    // Nothing is recognised.
                }
            };

    /**
     * What both players minimise.
     *
     * @param features (B, F) of generated samples
     * @param viewed (B, F) of the views that the choice is told from; asked for where there is one
     * @param inputs (B, …) of the generator, the codes last
     * @return scalars: the loss, then what is told of it
     */
    NDList losses(NDArray features, Supplier<NDArray> viewed, NDArray inputs);

    /**
     * How unsure the choice of samples is: the mean entropy of q(c|x), in nats.
     *
     * @param features (B, …) of real samples
     * @return a scalar without a graph
     */
    NDArray doubt(NDArray features);

    /**
     * The most likely choice of each sample.
     *
     * @param features (B, …)
     * @return (B) whole numbers
     */
    NDArray choices(NDArray features);

    /** What is learned, beside the discriminator. */
    List<Block> blocks();

    /** Puts the figures that means of {@link #losses}, and of {@link #doubt} after them, make. */
    void figures(List<Double> losses, Map<String, Double> target);
}
