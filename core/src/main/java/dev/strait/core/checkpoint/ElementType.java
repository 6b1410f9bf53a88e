package dev.strait.core.checkpoint;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;

/** Types of numbers that are saved, under their names in safetensors. */
public enum ElementType {
    /** 32-bit floating point. */
    F32(4),
    /** 64-bit floating point. */
    F64(8),
    /** 64-bit signed whole numbers. */
    I64(8),
    /** 8-bit unsigned whole numbers. */
    U8(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** DJL's name; asked for here and not kept, so that the class loads where there is no DJL. */
    DataType dataType() {
        return switch (this) {
            case F32 -> DataType.FLOAT32;
            case F64 -> DataType.FLOAT64;
            case I64 -> DataType.INT64;
            case U8 -> DataType.UINT8;
        };
    }

    int bytes() {
        return bytes;
    }

    /** Bytes that an array takes; refuses negative axes and sizes beyond a long. */
    long bytesOf(long... shape) {
        long size = bytes;
        for (long axis : shape) {
            require(axis >= 0, "an axis is negative in %s", Arrays.toString(shape));
            require(
                    axis == 0 || size <= Long.MAX_VALUE / axis,
                    "the size of %s overflows",
                    Arrays.toString(shape));
            size *= axis;
        }
        return size;
    }

    /** The type of this name. */
    static ElementType named(String name) {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "type '%s' is not among %s".formatted(name, Arrays.toString(values())));
    }
}
