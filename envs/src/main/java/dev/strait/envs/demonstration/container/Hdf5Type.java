package dev.strait.envs.demonstration.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The types of number that {@link Hdf5Writer} writes, all little-endian. */
public enum Hdf5Type {
    /** IEEE 754 single precision. */
    FLOAT32(4) {
        @Override
        void describe(ByteBuffer out) {
            real(out, 31, 23, 8, 127);
        }

        @Override
        void put(ByteBuffer out, double value) {
            out.putFloat((float) value);
        }
    },
    /** IEEE 754 double precision. */
    FLOAT64(8) {
        @Override
        void describe(ByteBuffer out) {
            real(out, 63, 52, 11, 1023);
        }

        @Override
        void put(ByteBuffer out, double value) {
            out.putDouble(value);
        }
    },
    /** Signed 64-bit whole numbers. */
    INT64(8) {
        @Override
        void describe(ByteBuffer out) {
            whole(out, width());
        }

        @Override
        void put(ByteBuffer out, double value) {
            out.putLong((long) value);
        }
    },
    /** h5py's truth values: a signed byte with the names FALSE for 0 and TRUE for 1. */
    BOOLEAN(1) {
        @Override
        void describe(ByteBuffer out) {
            out.put((byte) 0x18).putShort((short) 2).put((byte) 0).putInt(width());
            whole(out, width());
            out.put("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
            out.put((byte) 0).put((byte) 1);
        }

        @Override
        void put(ByteBuffer out, double value) {
            out.put((byte) value);
        }
    };

    private final int width;

    Hdf5Type(int width) {
        this.width = width;
    }

    /** Bytes of one number. */
    int width() {
        return width;
    }

    /** Writes the content of a datatype message. */
    abstract void describe(ByteBuffer out);

    /** Writes one number. */
    abstract void put(ByteBuffer out, double value);

    void real(ByteBuffer out, int sign, int fractionBits, int exponentBits, int bias) {
        // Version 1, class 1; the highest bit of the fraction is implied.
        out.put((byte) 0x11).put((byte) 0x20).put((byte) sign).put((byte) 0).putInt(width);
        out.putShort((short) 0).putShort((short) (8 * width));
        out.put((byte) fractionBits).put((byte) exponentBits);
        out.put((byte) 0).put((byte) fractionBits).putInt(bias);
    }

    static void whole(ByteBuffer out, int bytes) {
        // Version 1, class 0; bit 3 says signed.
        out.put((byte) 0x10).put((byte) 0x08).putShort((short) 0).putInt(bytes);
        out.putShort((short) 0).putShort((short) (8 * bytes));
    }
}
