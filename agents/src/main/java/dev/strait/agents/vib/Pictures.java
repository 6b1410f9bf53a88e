package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.envs.image.ImageSource;

/** Labelled pictures as tensors: a batch is read into one array and copied once. */
final class Pictures {

    private final ImageSource source;
    private final int size;

    /**
     * Pictures of a source.
     *
     * @throws IllegalArgumentException unless all of them have classes
     */
    Pictures(ImageSource source) {
        require(source.size() >= 1, "there are no pictures");
        require(
                source.classes() >= 2,
                "a classifier needs pictures of at least 2 classes, but these have %s",
                source.classes());
        this.source = source;
        this.size = source.shape().size();
    }

    int count() {
        return source.size();
    }

    /** The pictures of some indices, (to − from, C·H·W). */
    NDArray images(NDManager scope, int[] order, int from, int to) {
        float[] pixels = new float[(to - from) * size];
        for (int i = from; i < to; i++) {
            source.read(order[i], pixels, (i - from) * size);
        }
        return scope.create(pixels, new Shape(to - from, size));
    }

    /** Their classes, (to − from). */
    NDArray labels(NDManager scope, int[] order, int from, int to) {
        return scope.create(classes(order, from, to));
    }

    /** Their classes. */
    long[] classes(int[] order, int from, int to) {
        long[] classes = new long[to - from];
        for (int i = from; i < to; i++) {
            int label = source.label(order[i]);
            require(
                    label >= 0 && label < source.classes(),
                    "picture %s has class %s, but there are %s",
                    order[i],
                    label,
                    source.classes());
            classes[i - from] = label;
        }
        return classes;
    }

    /** All indices, in their order. */
    int[] order() {
        int[] order = new int[source.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
