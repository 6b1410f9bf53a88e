package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/** The batches of a source: a function of their number, computed ahead. */
final class SourceBatches implements ImageBatches {

    private final ImageSource source;
    private final int rows;
    private final long seed;
    private final Augmentation augmentation;
    private final BatchesAhead ahead;

    /** The order of one epoch; only the thread that makes batches touches it. */
    private int[] order = {};

    private long orderOf = -1;

    SourceBatches(ImageSource source, int rows, long seed, Augmentation augmentation) {
        require(rows >= 1, "batch must be at least 1, but was %s", rows);
        require(
                rows <= source.size(),
                "a batch of %s needs as many pictures, but there are %s",
                rows,
                source.size());
        this.source = source;
        this.rows = rows;
        this.seed = seed;
        this.augmentation = augmentation;
        this.ahead = new BatchesAhead(this::batch);
    }

    private ImageBatch batch(long number) {
        int inEpoch = source.size() / rows;
        int first = (int) (number % inEpoch) * rows;
        int[] positions = Arrays.copyOfRange(orderOf(number / inEpoch), first, first + rows);
        ImageBatch batch = ImageBatch.read(source, positions);
        augmentation.apply(
                batch.pixels(), source.shape(), CountedStream.AUGMENTATION.at(seed, number));
        return batch;
    }

    private int[] orderOf(long epoch) {
        if (epoch != orderOf) {
            order = CountedStream.ORDER.order(seed, epoch, source.size());
            orderOf = epoch;
        }
        return order;
    }

    @Override
    public ImageShape shape() {
        return source.shape();
    }

    @Override
    public ImageBatch next() {
        return ahead.next();
    }

    @Override
    public long given() {
        return ahead.given();
    }

    @Override
    public void restore(long batches) {
        require(batches >= 0, "batches must be at least 0, but was %s", batches);
        ahead.restore(batches);
    }

    @Override
    public void close() {
        ahead.close();
    }
}
