package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes of pictures.
 *
 * @param values one a picture; −1 everywhere where there are no classes
 * @param names one a class
 */
record Labels(int[] values, List<String> names) {

    /** No classes. */
    static Labels none(int pictures) {
        int[] values = new int[pictures];
        Arrays.fill(values, -1);
        return new Labels(values, List.of());
    }

    /** Numbers without names; there are as many classes as the greatest asks for. */
    static Labels numbered(String name, int[] values, int pictures) {
        require(
                values.length == pictures,
                "%s has %s labels, but there are %s pictures",
                name,
                values.length,
                pictures);
        for (int i = 0; i < values.length; i++) {
            require(
                    values[i] >= 0 && values[i] < Limits.CLASSES,
                    "label %s of %s must be in [0, %s), but was %s",
                    i,
                    name,
                    Limits.CLASSES,
                    values[i]);
        }
        int classes = Arrays.stream(values).max().orElse(-1) + 1;
        return new Labels(values, IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    /** The same without the pictures that were left out. */
    Labels at(int[] kept) {
        return new Labels(Arrays.stream(kept).map(i -> values[i]).toArray(), names);
    }
}
