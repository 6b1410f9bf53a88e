package dev.strait.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {

    @TempDir private Path folder;

    private static Map<String, TensorData> one(TensorData data) {
        return Map.of("a", data);
    }

    private static Map<String, TensorData> all() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        tensors.put("bytes", TensorData.of(new byte[] {1, -1, 127}));
        tensors.put("floats", TensorData.of(new float[] {1.5f, Float.NaN, -0f, 4, 5, 6}, 2, 3));
        tensors.put("doubles", TensorData.of(new double[] {Math.PI, Double.NEGATIVE_INFINITY}));
        tensors.put("longs", TensorData.of(new long[] {Long.MIN_VALUE, 7}, 2, 1));
        tensors.put("nothing", TensorData.of(new float[0], 0, 4));
        return tensors;
    }

    @Test
    void shouldGiveBackWhatWasWritten() throws IOException {
        Path file = folder.resolve("a.safetensors");
        new Safetensors(all(), Map.of("note", "β ≥ 0 \"quoted\"")).write(file);
        Safetensors read = Safetensors.read(file);
        assertEquals(all(), read.tensors());
        assertEquals(Map.of("note", "β ≥ 0 \"quoted\""), read.metadata());
    }

    /** Written byte by byte from the format's description. */
    @Test
    void shouldWriteTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("a.safetensors");
        new Safetensors(one(TensorData.of(new float[] {1, 2})), Map.of()).write(file);
        String json = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        String padded = json + " ".repeat(56 - json.length());
        assertArrayEquals(
                bytes(padded, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}),
                Files.readAllBytes(file));
    }

    private static byte[] bytes(String json, byte[] data) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    @EachDevice
    void shouldCarryTensorsOfEveryType(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            List<NDArray> arrays =
                    List.of(
                            manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)),
                            manager.create(new double[] {Math.E}),
                            manager.create(new long[] {1L << 40, -3}, new Shape(2, 1)),
                            manager.create(3.5f),
                            manager.create(new int[] {1, 255}).toType(DataType.UINT8, true));
            for (NDArray array : arrays) {
                NDArray back = TensorData.of(array).toArray(manager);
                assertEquals(array.getDataType(), back.getDataType());
                assertEquals(array.getShape(), back.getShape());
                assertEquals(device, back.getDevice());
                assertTrue(array.contentEquals(back), array.getDataType().toString());
            }
            NDArray half = manager.create(new int[] {1});
            assertThrows(IllegalArgumentException.class, () -> TensorData.of(half));
        }
    }

    static Stream<Arguments> malformed() {
        byte[] eight = new byte[8];
        String good = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        String big = "[4611686018427387904,4]";
        return Stream.of(
                Arguments.of(new byte[0], "at least 8 bytes, but this has 0"),
                Arguments.of(new byte[] {1, 2, 3}, "at least 8 bytes, but this has 3"),
                Arguments.of(length(-1), "18446744073709551615 bytes, but 0 follow"),
                Arguments.of(length(1L << 40), "1099511627776 bytes, but 0 follow"),
                Arguments.of(bytes("", eight), "JSON"),
                Arguments.of(bytes("{", eight), "the header is no JSON"),
                Arguments.of(bytes("[]", eight), "must be a JSON object, but is ARRAY"),
                Arguments.of(bytes(good + "{}", eight), "the header is no JSON"),
                Arguments.of(bytes("[".repeat(5000), eight), "the header is no JSON"),
                Arguments.of(bytes(good, new byte[7]), "take 8 bytes, but the file has 7"),
                Arguments.of(bytes(good, new byte[9]), "take 8 bytes, but the file has 9"),
                Arguments.of(with(good, "F32", "F16"), "array 'a': type 'F16' is not among"),
                Arguments.of(with(good, "\"F32\"", "4"), "dtype must be a text"),
                Arguments.of(with(good, "[2]", "[3]"), "takes 12 bytes, but its data_offsets"),
                Arguments.of(with(good, "[2]", "[-2]"), "an axis is negative"),
                Arguments.of(with(good, "[2]", "[2.0]"), "its shape holds 2.0"),
                Arguments.of(with(good, "[2]", "[\"2\"]"), "its shape holds \"2\""),
                Arguments.of(with(good, "[2]", "2"), "its shape must be a list"),
                Arguments.of(with(good, "[2]", big), "overflows"),
                Arguments.of(with(good, "[2]", "[99999999999999999999]"), "its shape holds"),
                Arguments.of(with(good, "[0,8]", "[0]"), "must be two numbers"),
                Arguments.of(with(good, "[0,8]", "[8,0]"), "data_offsets are 8 and 0"),
                Arguments.of(with(good, "[0,8]", "[-8,0]"), "data_offsets are -8 and 0"),
                Arguments.of(with(good, "[0,8]", "[8,16]"), "begins at byte 8"),
                Arguments.of(with(good, "\"shape\"", "\"size\""), "its shape must be a list"),
                Arguments.of(bytes("{\"a\":3}", eight), "must have dtype, shape"),
                Arguments.of(bytes("{\"__metadata__\":{\"a\":1}}", new byte[0]), "texts only"),
                Arguments.of(bytes("{\"__metadata__\":[]}", new byte[0]), "must be an object"),
                Arguments.of(
                        bytes(good.replace("}}", "},") + good.substring(1), eight), "Duplicate"),
                Arguments.of(
                        bytes(
                                good.replace("}}", "},") + good.substring(1).replace("a", "b"),
                                eight),
                        "array 'b'"),
                Arguments.of(
                        bytes(
                                good.replace("}}", "},")
                                        + good.substring(1)
                                                .replace("\"a\"", "\"b\"")
                                                .replace("[0,8]", "[4,12]"),
                                new byte[12]),
                        "array 'b' begins at byte 4, but the one before it ends at 8"));
    }

    private static byte[] length(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }

    private static byte[] with(String json, String old, String now) {
        assertTrue(json.contains(old));
        return bytes(json.replace(old, now), new byte[8]);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void shouldRefuseMalformedFilesInOneLine(byte[] content, String reason) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, content);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Safetensors.read(file));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    @Test
    void shouldRefuseAFileCutAnywhere() throws IOException {
        Path file = folder.resolve("whole.safetensors");
        new Safetensors(all(), Map.of("note", "text")).write(file);
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.safetensors");
        for (int size = 0; size < whole.length; size++) {
            Files.write(cut, Arrays.copyOf(whole, size));
            assertThrows(
                    IllegalArgumentException.class, () -> Safetensors.read(cut), "cut at " + size);
        }
    }

    /** Its size fits the file, but no array of Java: an ArithmeticException would say nothing. */
    @Test
    void shouldRefuseAnArrayThatJavaCannotHold() {
        long bytes = 1L << 31;
        String json =
                "{\"big\":{\"dtype\":\"U8\",\"shape\":[%s],\"data_offsets\":[0,%s]}}"
                        .formatted(bytes, bytes);
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Header.parse(json.getBytes(StandardCharsets.UTF_8), bytes));
        assertEquals(
                "array 'big': it takes 2147483648 bytes, more than the 2147483639 that an array"
                        + " can have here",
                refused.getMessage());
    }

    @Test
    void shouldSayThatAFileIsMissing() {
        assertThrows(NoSuchFileException.class, () -> Safetensors.read(folder.resolve("none")));
    }

    @Test
    void shouldRefuseBytesThatDoNotFillTheShape() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TensorData.of(new float[] {1, 2, 3}, 2, 2));
        assertEquals("F32 of shape [2, 2] takes 16 bytes, but there are 12", refused.getMessage());
        TensorData longs = TensorData.of(new long[] {1});
        assertThrows(IllegalArgumentException.class, longs::floats);
    }
}
