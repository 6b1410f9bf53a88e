package dev.strait.envs.image;

/**
 * Endless batches of something to be imitated: a source's pictures in an order drawn anew every
 * epoch, or points of a distribution. The count of batches is the whole state: a stream that is
 * restored gives what the uninterrupted one would have given.
 */
public interface ImageBatches extends AutoCloseable {

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
