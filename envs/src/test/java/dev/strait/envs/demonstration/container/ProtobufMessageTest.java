package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encodings are those of protobuf.dev's page "Encoding". */
class ProtobufMessageTest {

    private static ProtobufMessage message(String hex) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        return ProtobufMessage.read("the message", ByteBuffer.wrap(bytes));
    }

    @Test
    void shouldReadAVarint() {
        assertEquals(150, message("08 96 01").integer(1));
        assertEquals(0, message("08 96 01").integer(2));
    }

    @Test
    void shouldReadANegativeNumberOfTenBytes() {
        assertEquals(-2, message("08 fe ff ff ff ff ff ff ff ff 01").integer(1));
    }

    @Test
    void shouldReadPackedAndSingleNumbersAlike() {
        assertArrayEquals(
                new double[] {3, 270, 86942}, message("32 06 03 8e 02 9e a7 05").integers(6));
        assertArrayEquals(new double[] {3, 270}, message("30 03 30 8e 02").integers(6));
        assertArrayEquals(
                new double[] {1.5, -2}, message("0a 08 00 00 c0 3f 00 00 00 c0").reals(1));
        assertArrayEquals(new double[] {1.5}, message("0d 00 00 c0 3f").reals(1));
    }

    @Test
    void shouldReadAMessageInAMessage() {
        assertEquals(150, message("1a 03 08 96 01").message(3).integer(1));
        assertEquals(0, message("1a 03 08 96 01").message(4).integer(1));
        assertEquals(2, message("1a 00 1a 00").messages(3).size());
        assertTrue(message("1a 00").hasOnlyFieldsUpTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08", // a field without its number
                "08 96", // a varint that goes on
                "08 ff ff ff ff ff ff ff ff ff ff 01", // of 77 bits
                "1a 05 08", // a length beyond the end
                "1a ff ff ff ff ff ff ff ff 7f", // of 2^63 - 1
                "0b", // a group, which nobody writes any more
                "00 01", // field 0
                "0d 00 00", // half a float
            })
    void shouldRefuseDamage(String hex) {
        assertThrows(IllegalArgumentException.class, () -> message(hex));
    }
}
