package dev.strait.agents.training;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.Learner;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a stopped training needs to go on as if it had never stopped: named arrays of
 * numbers. What is put under a name is taken back under it.
 */
public final class TrainingState {

    private final Map<String, Object> arrays = new LinkedHashMap<>();

    /** All arrays by name: {@code float[]}, {@code double[]} or {@code long[]}. */
    public Map<String, Object> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /** Puts float32 numbers. */
    public void put(String name, float... values) {
        add(name, values);
    }

    /** Puts float64 numbers. */
    public void put(String name, double... values) {
        add(name, values);
    }

    /** Puts whole numbers. */
    public void put(String name, long... values) {
        add(name, values);
    }

    /** Puts truth values. */
    public void put(String name, boolean... values) {
        long[] numbers = new long[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i] ? 1 : 0;
        }
        add(name, numbers);
    }

    /** Puts the parameters and moments of a learner. */
    public void put(String name, Learner learner) {
        put(name + ".steps", learner.steps());
        learner.state().forEach((part, array) -> put(name + "." + part, array.toFloatArray()));
    }

    private void add(String name, Object values) {
        Object before = arrays.put(name, values);
        require(before == null, "two parts of a training are called '%s'", name);
    }

    /** Whether there is an array of this name. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /**
     * Takes float32 numbers.
     *
     * @param length how many there must be
     */
    public float[] floats(String name, long length) {
        float[] values = get(name, float[].class);
        requireLength(name, values.length, length);
        return values;
    }

    /** Takes float64 numbers. */
    public double[] doubles(String name) {
        return get(name, double[].class);
    }

    /**
     * Takes float64 numbers.
     *
     * @param length how many there must be
     */
    public double[] doubles(String name, long length) {
        double[] values = doubles(name);
        requireLength(name, values.length, length);
        return values;
    }

    /** Takes whole numbers. */
    public long[] longs(String name) {
        return get(name, long[].class);
    }

    /** Takes one whole number. */
    public long number(String name) {
        long[] values = longs(name);
        requireLength(name, values.length, 1);
        return values[0];
    }

    /** Takes truth values. */
    public boolean[] booleans(String name) {
        long[] numbers = longs(name);
        boolean[] values = new boolean[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i] != 0;
        }
        return values;
    }

    /** Gives a learner its parameters and moments back. */
    public void restore(String name, Learner learner, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> saved = new HashMap<>();
            learner.state()
                    .forEach(
                            (part, array) -> {
                                float[] values = floats(name + "." + part, array.size());
                                Shape shape = array.getShape();
                                saved.put(part, scope.create(values, shape));
                            });
            learner.restore(saved, number(name + ".steps"));
        }
    }

    private <T> T get(String name, Class<T> type) {
        Object values = arrays.get(name);
        require(values != null, "the checkpoint has no '%s': it is of another kind of run", name);
        require(
                type.isInstance(values),
                "'%s' of the checkpoint is %s, not %s",
                name,
                values.getClass().getSimpleName(),
                type.getSimpleName());
        return type.cast(values);
    }

    private static void requireLength(String name, long is, long should) {
        require(
                is == should,
                "'%s' has %s numbers in the checkpoint, but %s in this run: other networks or"
                        + " worlds were asked for",
                name,
                is,
                should);
    }
}
