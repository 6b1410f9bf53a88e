package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as they lie in files, at the ends of their ranges. */
class ElementTypeTest {

    private static double read(char letter, int width, long bits) {
        double[] widened = new double[2];
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer buffer = ByteBuffer.allocate(16).order(order);
            switch (width) {
                case 1 -> buffer.put(3, (byte) bits);
                case 2 -> buffer.putShort(3, (short) bits);
                case 4 -> buffer.putInt(3, (int) bits);
                default -> buffer.putLong(3, bits);
            }
            widened[order == ByteOrder.LITTLE_ENDIAN ? 0 : 1] =
                    new ElementType(letter, width, order).read(buffer, 3);
        }
        assertEquals(widened[0], widened[1]);
        return widened[0];
    }

    /** All bits set is −1 signed and 2ᵇ − 1 unsigned, the highest alone −2ᵇ⁻¹ and 2ᵇ⁻¹. */
    @ParameterizedTest
    @CsvSource({"1", "2", "4", "8"})
    void shouldKnowTheEndsOfWholeNumbers(int width) {
        int bits = 8 * width;
        long highest = 1L << bits - 1;

        assertEquals(-1, read('i', width, -1));
        assertEquals(Math.scalb(1.0, bits) - 1, read('u', width, -1));
        assertEquals(-Math.scalb(1.0, bits - 1), read('i', width, highest));
        assertEquals(Math.scalb(1.0, bits - 1), read('u', width, highest));
        assertEquals(Math.scalb(1.0, bits - 1) - 1, read('i', width, highest - 1));
        assertEquals(Math.scalb(1.0, bits - 1) - 1, read('u', width, highest - 1));
    }

    /**
     * The 2¹⁵ positive halves follow each other in size: by 2⁻²⁴ below 2⁻¹³, then by twice as much
     * with every 1024, up to 65504 and infinity. What comes after is no number.
     */
    @Test
    void shouldReadEveryHalf() {
        double expected = 0;
        for (int bits = 0; bits < 0x7c00; bits++) {
            assertEquals(expected, read('f', 2, bits), "bits " + bits);
            assertEquals(-expected, read('f', 2, bits | 0x8000), "bits " + bits);
            expected += Math.scalb(1.0, Math.max(0, (bits >> 10) - 1) - 24);
        }
        assertEquals(65536, expected);
        assertEquals(Double.POSITIVE_INFINITY, read('f', 2, 0x7c00));
        assertEquals(Double.NEGATIVE_INFINITY, read('f', 2, 0xfc00));
        for (int bits = 0x7c01; bits < 0x8000; bits++) {
            assertTrue(Double.isNaN(read('f', 2, bits)));
        }
    }

    @Test
    void shouldReadRows() {
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN);
        buffer.putShort(2, (short) 7).putShort(4, (short) -8).putShort(6, (short) 9);
        double[] values = new double[5];
        new ElementType('i', 2, ByteOrder.BIG_ENDIAN).read(buffer, 2, values, 1, 3);
        assertArrayEquals(new double[] {0, 7, -8, 9, 0}, values);
    }

    @ParameterizedTest
    @CsvSource({
        "b, 1, true", "b, 2, false", "f, 1, false", "f, 2, true", "f, 8, true", "f, 16, false",
        "i, 1, true", "i, 3, false", "u, 8, true", "u, 0, false", "c, 8, false", "O, 8, false"
    })
    void shouldKnowWhichNumbersThereAre(char letter, int width, boolean known) {
        assertEquals(known, new ElementType(letter, width, ByteOrder.LITTLE_ENDIAN).isKnown());
    }
}
