package dev.strait.envs.demonstration.container;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How one number lies in a file.
 *
 * @param letter {@code b} truth value, {@code i} signed, {@code u} unsigned, {@code f} IEEE 754
 * @param width bytes: 1, 2, 4 or 8 (2, 4 or 8 for {@code f}, 1 for {@code b})
 * @param order byte order
 */
record ElementType(char letter, int width, ByteOrder order) {

    /** Whether there are such numbers. */
    boolean isKnown() {
        boolean power = width == 1 || width == 2 || width == 4 || width == 8;
        return switch (letter) {
            case 'b' -> width == 1;
            case 'f' -> power && width > 1;
            case 'i', 'u' -> power;
            default -> false;
        };
    }

    Kind kind() {
        return switch (letter) {
            case 'b' -> Kind.BOOLEAN;
            case 'f' -> Kind.REAL;
            default -> Kind.INTEGER;
        };
    }

    /** Widens {@code count} numbers at byte {@code from} of a buffer that has this order. */
    void read(ByteBuffer buffer, int from, double[] values, int at, int count) {
        for (int i = 0; i < count; i++) {
            values[at + i] = read(buffer, from + i * width);
        }
    }

    /** Widens the number at byte {@code at} of a buffer that has this order. */
    double read(ByteBuffer buffer, int at) {
        return switch (letter) {
            case 'f' -> real(buffer, at);
            case 'i' -> signed(buffer, at);
            default -> unsigned(buffer, at);
        };
    }

    private double real(ByteBuffer buffer, int at) {
        return switch (width) {
            case 2 -> half(buffer.getShort(at));
            case 4 -> buffer.getFloat(at);
            default -> buffer.getDouble(at);
        };
    }

    private double signed(ByteBuffer buffer, int at) {
        return switch (width) {
            case 1 -> buffer.get(at);
            case 2 -> buffer.getShort(at);
            case 4 -> buffer.getInt(at);
            default -> buffer.getLong(at);
        };
    }

    private double unsigned(ByteBuffer buffer, int at) {
        return switch (width) {
            case 1 -> buffer.get(at) & 0xff;
            case 2 -> buffer.getShort(at) & 0xffff;
            case 4 -> buffer.getInt(at) & 0xffff_ffffL;
            default -> {
                long value = buffer.getLong(at);
                yield value >= 0 ? value : value + 0x1p64;
            }
        };
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent (bias 15), 10 of fraction. */
    static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size;
        if (exponent == 0) {
            size = fraction * 0x1p-24;
        } else if (exponent == 31) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            size = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        }
        return bits < 0 ? -size : size;
    }
}
