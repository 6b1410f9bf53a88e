package dev.strait.agents.metric.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;

/**
 * What sees features in pictures, so that sets of pictures can be compared by them. Figures of two
 * extractors have nothing in common, so each has an identity that goes with every figure.
 *
 * <p>Looking draws no random number and changes nothing.
 */
public interface FeatureExtractor extends AutoCloseable {

    /** What names this extractor in every figure. */
    ExtractorIdentity identity();

    /** F. */
    int features();

    /** Number of classes that it tells apart; 0 where it is no classifier. */
    int classes();

    /** Where its pictures must be. */
    Device device();

    /**
     * Looks at some pictures.
     *
     * @param images (B, C, H, W) in [−1, 1] on {@link #device}
     * @return on the manager of {@code images}
     * @throws IllegalArgumentException where it does not take pictures of this shape; both are said
     */
    Extraction extract(NDArray images);

    @Override
    void close();
}
