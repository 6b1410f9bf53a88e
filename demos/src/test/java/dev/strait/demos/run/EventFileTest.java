package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    @TempDir Path folder;

    private byte[] onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertEquals(1, found.size());
            return Files.readAllBytes(found.get(0));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** CRC-32C of "123456789" is e3069283 (RFC 3720's catalogue); the mask is worked by hand. */
    @Test
    void shouldMaskTheCrcOfTheCatalogue() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        int rotated = 0xe3069283 >>> 15 | 0xe3069283 << 17;

        assertEquals(rotated + 0xa282ead8, EventFile.maskedCrc(digits, 0, 9));
    }

    /** Every event file of TensorFlow begins with these 12 bytes: 24 and its masked CRC. */
    @Test
    void shouldBeginAsTensorFlowsFilesDo() throws IOException {
        EventFile.create(folder, 1.5).close();

        byte[] file = onlyFile();
        assertEquals("1800000000000000a37f4b22", hex(Arrays.copyOf(file, 12)));
        assertEquals(
                "09000000000000f83f1a0d" + hex("brain.Event:2".getBytes(StandardCharsets.UTF_8)),
                hex(Arrays.copyOfRange(file, 12, 36)));
        assertEquals(40, file.length);
    }

    /** Bytes by the protobuf encoding rules: field 5 { field 1 { 1: "a", 2: 2.0f } }. */
    @Test
    void shouldWriteOneValueAScalarAndSkipTheUnmeasured() throws IOException {
        try (EventFile events = EventFile.create(folder, 1.5)) {
            events.scalars(300, 1.5, Map.of("a", 2.0, "b", Double.NaN));
        }

        byte[] frame = Arrays.copyOfRange(onlyFile(), 40, onlyFile().length);
        byte[] event = Arrays.copyOfRange(frame, 12, frame.length - 4);
        assertEquals("09000000000000f83f" + "10ac02" + "2a0a0a080a016115" + "00000040", hex(event));
        assertArrayEquals(EventFile.frame(event), frame);
    }

    @Test
    void shouldBeginASessionByWhichRepeatedStepsAreForgotten() throws IOException {
        try (EventFile events = EventFile.create(folder, 1.5)) {
            events.sessionStart(1, 1.5);
        }

        byte[] file = onlyFile();
        byte[] event = Arrays.copyOfRange(file, 52, file.length - 4);
        assertEquals("09000000000000f83f" + "1001" + "3a020801", hex(event));
    }

    @Test
    void shouldTakeAnotherNameWithinTheSameSecond() throws IOException {
        EventFile.create(folder, 1.5).close();
        EventFile.create(folder, 1.5).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void shouldEncodeTheLargestVarint() {
        assertEquals("08ffffffffffffffffff01", hex(new ProtobufMessage().varint(1, -1).bytes()));
    }
}
