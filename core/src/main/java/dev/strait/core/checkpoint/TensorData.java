package dev.strait.core.checkpoint;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An array at rest: type, shape and little-endian bytes, without the engine. */
public final class TensorData {

    private final ElementType type;
    private final long[] shape;
    private final byte[] bytes;

    /**
     * An array from its bytes.
     *
     * @param shape sizes of the axes; none for a single number
     * @param bytes little-endian, row by row; kept, not copied
     */
    TensorData(ElementType type, long[] shape, byte[] bytes) {
        long size = type.bytesOf(shape);
        require(
                size == bytes.length,
                "%s of shape %s takes %s bytes, but there are %s",
                type,
                Arrays.toString(shape),
                size,
                bytes.length);
        this.type = type;
        this.shape = shape.clone();
        this.bytes = bytes;
    }

    /** An array of numbers; without a shape, one axis. */
    public static TensorData of(float[] values, long... shape) {
        ByteBuffer buffer = buffer(4, values.length);
        buffer.asFloatBuffer().put(values);
        return new TensorData(ElementType.F32, orAxis(values.length, shape), buffer.array());
    }

    /** An array of numbers; without a shape, one axis. */
    public static TensorData of(double[] values, long... shape) {
        ByteBuffer buffer = buffer(8, values.length);
        buffer.asDoubleBuffer().put(values);
        return new TensorData(ElementType.F64, orAxis(values.length, shape), buffer.array());
    }

    /** An array of whole numbers; without a shape, one axis. */
    public static TensorData of(long[] values, long... shape) {
        ByteBuffer buffer = buffer(8, values.length);
        buffer.asLongBuffer().put(values);
        return new TensorData(ElementType.I64, orAxis(values.length, shape), buffer.array());
    }

    /** An array of unsigned bytes; without a shape, one axis. */
    public static TensorData of(byte[] values, long... shape) {
        return new TensorData(ElementType.U8, orAxis(values.length, shape), values.clone());
    }

    /**
     * A copy of a tensor.
     *
     * @param array float32, float64, int64 or uint8
     */
    public static TensorData of(NDArray array) {
        long[] shape = array.getShape().getShape();
        return switch (array.getDataType()) {
            case FLOAT32 -> of(array.toFloatArray(), shape).shaped(shape);
            case FLOAT64 -> of(array.toDoubleArray(), shape).shaped(shape);
            case INT64 -> of(array.toLongArray(), shape).shaped(shape);
            case UINT8 -> of(array.toByteArray(), shape).shaped(shape);
            default ->
                    throw new IllegalArgumentException(
                            "only float32, float64, int64 and uint8 arrays are saved, but it was "
                                    + array.getDataType());
        };
    }

    /** Copies of named tensors. */
    public static Map<String, TensorData> of(Map<String, NDArray> arrays) {
        Map<String, TensorData> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(name, of(array)));
        return copies;
    }

    /** Copies of named tensors, each name behind {@code prefix + "."}. */
    public static Map<String, TensorData> of(String prefix, Map<String, NDArray> arrays) {
        Map<String, TensorData> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(prefix + "." + name, of(array)));
        return copies;
    }

    /** Tensors with these values. */
    public static Map<String, NDArray> toArrays(Map<String, TensorData> data, NDManager manager) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        data.forEach((name, values) -> arrays.put(name, values.toArray(manager)));
        return arrays;
    }

    /** A tensor with these values. */
    public NDArray toArray(NDManager manager) {
        Shape of = new Shape(shape);
        return switch (type) {
            case F32 -> manager.create(floats(), of);
            case F64 -> manager.create(doubles(), of);
            case I64 -> manager.create(longs(), of);
            case U8 -> manager.create(ByteBuffer.wrap(bytes), of, type.dataType());
        };
    }

    /** Type of the numbers. */
    public ElementType type() {
        return type;
    }

    /** Sizes of the axes. */
    public long[] shape() {
        return shape.clone();
    }

    /** The numbers of an F32 array. */
    public float[] floats() {
        requireType(ElementType.F32);
        float[] values = new float[bytes.length / 4];
        view().asFloatBuffer().get(values);
        return values;
    }

    /** The numbers of an F64 array. */
    public double[] doubles() {
        requireType(ElementType.F64);
        double[] values = new double[bytes.length / 8];
        view().asDoubleBuffer().get(values);
        return values;
    }

    /** The numbers of an I64 array. */
    public long[] longs() {
        requireType(ElementType.I64);
        long[] values = new long[bytes.length / 8];
        view().asLongBuffer().get(values);
        return values;
    }

    /** The bytes, little-endian, row by row. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes to be read from. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** "F32 [2, 3]". */
    @Override
    public String toString() {
        return type + " " + Arrays.toString(shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorData data
                && type == data.type
                && Arrays.equals(shape, data.shape)
                && Arrays.equals(bytes, data.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bytes);
    }

    /** A single number has no axes, which {@code orAxis} cannot tell from no shape given. */
    private TensorData shaped(long[] exact) {
        return new TensorData(type, exact, bytes);
    }

    private void requireType(ElementType asked) {
        require(type == asked, "the array is %s, not %s", this, asked);
    }

    private static long[] orAxis(int length, long[] shape) {
        return shape.length == 0 ? new long[] {length} : shape;
    }

    private static ByteBuffer buffer(int itemBytes, int count) {
        return ByteBuffer.allocate(Math.multiplyExact(itemBytes, count))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
