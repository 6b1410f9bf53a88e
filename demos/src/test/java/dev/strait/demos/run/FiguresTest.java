package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures on their way to files: tables, statistics, JSON, bytes, and what a disk says. */
class FiguresTest {

    @TempDir Path folder;

    private MetricsTable table(String csv) throws IOException {
        return MetricsTable.read(Files.writeString(folder.resolve("metrics.csv"), csv));
    }

    @Test
    void shouldReadATableWithoutRowsAndAnEmptyFile() throws IOException {
        assertTrue(table("").columns().isEmpty());
        MetricsTable heads = table("round,b\n");
        assertArrayEquals(new double[0], heads.columns().get("b"));
        assertFalse(heads.tells("b"));
    }

    @Test
    void shouldTellOnlyOfColumnsWithAFigure() throws IOException {
        MetricsTable table = table("a,b,c,d\n0,,NaN,0\n0,,Infinity,-1e-9\n");
        assertFalse(table.tells("a"), "nought throughout");
        assertFalse(table.tells("b"), "nowhere measured");
        assertFalse(table.tells("c"), "nowhere finite");
        assertTrue(table.tells("d"));
        assertArrayEquals(new double[] {0, -1e-9}, table.columns().get("d"));
    }

    /** Of 3, 5 and 10: mean 6, squares 9 + 1 + 16. */
    @Test
    void shouldTakeTheDeviationOfThePopulation() {
        SeedStatistics seeds = SeedStatistics.of(3, 5, 10);
        assertEquals(6, seeds.mean());
        assertEquals(Math.sqrt(26 / 3.0), seeds.std(), 1e-15);
        assertEquals(3, seeds.seeds());
        assertEquals(List.of(3.0, 5.0, 10.0), seeds.returns());
        assertEquals(0, SeedStatistics.of(7).std());
        assertThrows(IllegalArgumentException.class, SeedStatistics::of);
    }

    record Inner(double value, List<Double> more) {}

    record Outer(Inner inner, double one, String text, OptionalLong none) {}

    /** JSON has neither NaN nor infinities, however deep they are. */
    @Test
    void shouldWriteNullForWhatJsonDoesNotHave() {
        Inner inner = new Inner(Double.NaN, List.of(1.5, Double.NEGATIVE_INFINITY));
        String json = JsonText.of(new Outer(inner, 0.1, "a \"b\"", OptionalLong.empty()));

        assertEquals(
                "{\"inner\":{\"value\":null,\"more\":[1.5,null]},\"one\":0.1,"
                        + "\"text\":\"a\\\"b\\\"\",\"none\":null}",
                json.replaceAll("\\s", ""));
        assertTrue(json.endsWith("}\n"));
    }

    /** The examples of protobuf's documentation, "Encoding", and its ten bytes of −2. */
    @ParameterizedTest
    @CsvSource({"150, 089601", "0, 0800", "127, 087f", "128, 088001", "-2, 08feffffffffffffffff01"})
    void shouldEncodeVarintsAsDocumented(long value, String bytes) {
        assertEquals(bytes, hex(new ProtobufMessage().varint(1, value)));
    }

    @Test
    void shouldEncodeTextMessagesAndNumbersAsDocumented() {
        assertEquals("120774657374696e67", hex(new ProtobufMessage().text(2, "testing")));
        ProtobufMessage inner = new ProtobufMessage().varint(1, 150);
        assertEquals("1a03089601", hex(new ProtobufMessage().message(3, inner)));
        // IEEE 754, little end first.
        assertEquals("0d000080bf", hex(new ProtobufMessage().float32(1, -1)));
        assertEquals("110000000000000040", hex(new ProtobufMessage().float64(2, 2)));
        // Field 16 needs a second byte for its key.
        assertEquals("800101", hex(new ProtobufMessage().varint(16, 1)));
    }

    private static String hex(ProtobufMessage message) {
        return HexFormat.of().formatHex(message.bytes());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("x"), "permission denied"),
                Arguments.of(new NoSuchFileException("x"), "no such file or folder"),
                Arguments.of(
                        new FileSystemException("x", null, "No space left on device"),
                        "no space left on device"),
                Arguments.of(new IOException("Disk quota exceeded"), "disk quota exceeded"),
                Arguments.of(new IOException(""), ""),
                Arguments.of(new IOException(), "java.io.IOException"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldSayWhatTheDiskRefusedAndWhy(IOException cause, String reason) {
        UncheckedIOException failure = Disk.failure("write", Path.of("runs/a"), cause);
        assertEquals("cannot write runs/a: " + reason, failure.getCause().getMessage());
        assertEquals(cause, failure.getCause().getCause());
    }

    /** The later half is the greater one where rounds are odd. */
    @Test
    void shouldHoldARateByItsLaterHalf() {
        double[] rates = {9, 9, 1, 2, 3};
        HeldRate rate =
                HeldRate.of(
                        new MetricsTable(
                                Map.of(
                                        MetricNames.RATE,
                                        rates,
                                        MetricNames.INFORMATION_LIMIT,
                                        new double[] {5, 5, 5, 5, 2})));
        assertEquals(new HeldRate(2, 2), rate, "the limit is the last one");
        assertTrue(new HeldRate(2.2, 2).kept() && !new HeldRate(2.21, 2).kept());
    }
}
