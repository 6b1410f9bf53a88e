package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.metric.extractor.Extraction;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows pictures to an extractor, batch by batch, and keeps what it saw of them. */
final class FeatureCollection {

    private final FeatureExtractor extractor;
    private final ImageShape shape;
    private final float[] points;
    private final long[] classes;
    private int rows;

    private FeatureCollection(FeatureExtractor extractor, ImageShape shape, int images) {
        require(images >= 1, "there must be pictures to measure, but there were %s", images);
        this.extractor = extractor;
        this.shape = shape;
        points = new float[Math.multiplyExact(images, extractor.features())];
        classes = new long[extractor.classes()];
    }

    /** Of all pictures of a source. */
    static Features of(FeatureExtractor extractor, ImageSource source, int batch) {
        int images = source.size();
        FeatureCollection collection = new FeatureCollection(extractor, source.shape(), images);
        int size = source.shape().size();
        for (int from = 0; from < images; from += batch) {
            int count = Math.min(batch, images - from);
            float[] pixels = new float[Math.multiplyExact(count, size)];
            for (int i = 0; i < count; i++) {
                source.read(from + i, pixels, i * size);
            }
            collection.add(pixels, count);
        }
        return collection.features();
    }

    /** Of so many generated pictures; what the last batch has beyond them is left out. */
    static Features of(
            FeatureExtractor extractor,
            ImageShape shape,
            Supplier<ImageBatch> generated,
            int images) {
        FeatureCollection collection = new FeatureCollection(extractor, shape, images);
        while (collection.rows < images) {
            ImageBatch batch = generated.get();
            require(batch.rows() >= 1, "a batch must hold pictures, but held %s", batch.rows());
            collection.add(batch.pixels(), batch.rows());
        }
        return collection.features();
    }

    private void add(float[] pixels, int count) {
        require(
                pixels.length == (long) count * shape.size(),
                "%s pictures of %s are %s numbers, but there were %s",
                count,
                shape,
                (long) count * shape.size(),
                pixels.length);
        try (NDManager scope = TensorEngine.newManager(extractor.device())) {
            NDArray images =
                    scope.create(
                            pixels,
                            new Shape(count, shape.channels(), shape.height(), shape.width()));
            Extraction seen = GradientMode.paused(() -> extractor.extract(images));
            keep(seen, Math.min(count, points.length / extractor.features() - rows));
        }
    }

    private void keep(Extraction seen, int count) {
        float[] values = seen.features().toFloatArray();
        System.arraycopy(
                values, 0, points, rows * extractor.features(), count * extractor.features());
        if (seen.probabilities().isPresent()) {
            long[] told = seen.probabilities().get().argMax(1).toLongArray();
            for (int i = 0; i < count; i++) {
                classes[(int) told[i]]++;
            }
        }
        rows += count;
    }

    private Features features() {
        Optional<ClassShares> shares =
                classes.length == 0 ? Optional.empty() : Optional.of(ClassShares.of(classes));
        return new Features(extractor.identity(), new Points(points, extractor.features()), shares);
    }
}
