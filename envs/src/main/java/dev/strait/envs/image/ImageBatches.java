package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Endless batches of something to be imitated: a source's pictures in an order drawn anew every
 * epoch, or points of a distribution. The count of batches is the whole state: a stream that is
 * restored gives what the uninterrupted one would have given.
 */
public interface ImageBatches extends AutoCloseable {

    /**
     * Batches of a source, made ahead by a thread that ends with {@link #close}. Every epoch draws
     * a new order from the seed; pictures that fill no whole batch at its end are left out of it.
     *
     * @param batch B, at most the source's size
     * @param seed of the orders and of the augmentation
     */
    static ImageBatches of(ImageSource source, int batch, long seed, Augmentation augmentation) {
        return new SourceBatches(source, batch, seed, augmentation);
    }

    /**
     * Every picture once, in the source's order and unaltered, for measurements.
     *
     * @param batch B; the last batch may have fewer
     */
    static Iterable<ImageBatch> all(ImageSource source, int batch) {
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        return () -> inOrder(source, batch);
    }

    private static Iterator<ImageBatch> inOrder(ImageSource source, int batch) {
        int size = source.size();
        int batches = (size - 1) / batch + 1;
        return IntStream.range(0, batches)
                .map(number -> number * batch)
                .mapToObj(from -> IntStream.range(from, from + Math.min(batch, size - from)))
                .map(positions -> ImageBatch.read(source, positions.toArray()))
                .iterator();
    }

    /** Size of every picture. */
    ImageShape shape();

    /** The next batch. */
    ImageBatch next();

    /** Batches given so far. */
    long given();

    /** Goes on after so many batches. */
    void restore(long batches);

    @Override
    void close();
}
