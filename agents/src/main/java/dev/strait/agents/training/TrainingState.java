package dev.strait.agents.training;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.ElementType;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.Learner;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a stopped training needs to go on as if it had never stopped: named arrays of
 * numbers. What is put under a name is taken back under it.
 */
public final class TrainingState {

    private final Map<String, TensorData> arrays;

    /** A state with nothing in it. */
    public TrainingState() {
        this(Map.of());
    }

    private TrainingState(Map<String, TensorData> arrays) {
        this.arrays = new LinkedHashMap<>(arrays);
    }

    /** The arrays of a checkpoint. */
    public static TrainingState of(Checkpoint checkpoint) {
        return new TrainingState(checkpoint.tensors());
    }

    /**
     * This state as a checkpoint.
     *
     * @param about what a reader should know of the run; see {@link Checkpoint#newState()}
     */
    public Checkpoint checkpoint(ObjectNode about) {
        return new Checkpoint(arrays, about);
    }

    /** Puts float32 numbers. */
    public void put(String name, float... values) {
        add(name, TensorData.of(values, values.length));
    }

    /** Puts float64 numbers. */
    public void put(String name, double... values) {
        add(name, TensorData.of(values, values.length));
    }

    /** Puts whole numbers. */
    public void put(String name, long... values) {
        add(name, TensorData.of(values, values.length));
    }

    /** Puts truth values. */
    public void put(String name, boolean... values) {
        long[] numbers = new long[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i] ? 1 : 0;
        }
        put(name, numbers);
    }

    /** Puts the parameters and moments of a learner. */
    public void put(String name, Learner learner) {
        put(name + ".steps", learner.steps());
        learner.state().forEach((part, array) -> put(name + "." + part, array));
    }

    /** Buffers that count, as those of dropout, are whole numbers; all else is float32. */
    private void put(String name, NDArray array) {
        if (array.getDataType() == DataType.INT64) {
            put(name, array.toLongArray());
        } else {
            put(name, array.toFloatArray());
        }
    }

    private void add(String name, TensorData values) {
        TensorData before = arrays.put(name, values);
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
        float[] values = get(name, ElementType.F32).floats();
        requireLength(name, values.length, length);
        return values;
    }

    /** Takes float64 numbers. */
    public double[] doubles(String name) {
        return get(name, ElementType.F64).doubles();
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
        return get(name, ElementType.I64).longs();
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
                                saved.put(part, like(array, name + "." + part, scope));
                            });
            learner.restore(saved, number(name + ".steps"));
        }
    }

    private NDArray like(NDArray array, String name, NDManager scope) {
        Shape shape = array.getShape();
        if (array.getDataType() == DataType.INT64) {
            long[] values = longs(name);
            requireLength(name, values.length, array.size());
            return scope.create(values, shape);
        }
        return scope.create(floats(name, array.size()), shape);
    }

    private TensorData get(String name, ElementType type) {
        TensorData values = arrays.get(name);
        require(values != null, "the checkpoint has no '%s': it is of another kind of run", name);
        require(
                values.type() == type,
                "'%s' of the checkpoint is %s, not %s",
                name,
                values.type(),
                type);
        return values;
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
