package dev.strait.envs.points;

import static dev.strait.envs.Require.require;

import dev.strait.envs.Pcg64;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;

/** Batches of points as pictures of two channels and one cell; the label is the mode. */
final class PointBatches implements ImageBatches {

    private static final ImageShape SHAPE = new ImageShape(2, 1, 1);

    /** Odd, so that it gives every batch a seed of its own. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final PointMixture mixture;
    private final int rows;
    private final long seed;
    private final Pcg64 random = new Pcg64(0);
    private long given;

    PointBatches(PointMixture mixture, int rows, long seed) {
        require(rows >= 1, "rows must be at least 1, but was %s", rows);
        require(seed >= 0, "seed must be at least 0, but was %s", seed);
        this.mixture = mixture;
        this.rows = rows;
        this.seed = seed;
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    @Override
    public ImageBatch next() {
        random.seed((seed + SPREAD * ++given) & Long.MAX_VALUE);
        float[] points = new float[2 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextInt(mixture.modes());
            double[] centre = mixture.centre(labels[i]);
            points[2 * i] = (float) (centre[0] + mixture.std() * random.nextGaussian());
            points[2 * i + 1] = (float) (centre[1] + mixture.std() * random.nextGaussian());
        }
        return new ImageBatch(points, labels);
    }

    @Override
    public long given() {
        return given;
    }

    @Override
    public void restore(long batches) {
        require(batches >= 0, "batches must be at least 0, but was %s", batches);
        given = batches;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
