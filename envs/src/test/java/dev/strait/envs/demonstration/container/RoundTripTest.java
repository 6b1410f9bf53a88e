package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again, at the ends of every type and across the writers' buffers. */
class RoundTripTest {

    private static final int[][] SHAPES = {{}, {1}, {0}, {4, 0}, {3, 5}, {2, 1, 3}, {9_001, 2}};

    @TempDir Path folder;

    private static double[] extremes(Hdf5Type type) {
        return switch (type) {
            case BOOLEAN -> new double[] {0, 1};
            case INT64 -> new double[] {0, -1, 0x1p53, -0x1p53, -0x1p63, 255, 256};
            case FLOAT32 ->
                    new double[] {0, -0.0, -1.5, Float.MAX_VALUE, Float.MIN_VALUE, 0x1p-126};
            case FLOAT64 ->
                    new double[] {-0.0, Math.PI, -Double.MAX_VALUE, Double.MIN_VALUE, 0x1p-1022};
        };
    }

    private static double[] filled(Hdf5Type type, int... shape) {
        double[] values = new double[(int) ValueBudget.count("x", shape)];
        double[] extremes = extremes(type);
        Arrays.setAll(values, i -> extremes[i % extremes.length]);
        return values;
    }

    private static void assertSame(Hdf5Type type, int[] shape, NumberArray read) {
        assertArrayEquals(shape, read.shape());
        assertArrayEquals(filled(type, shape), read.values(), 0);
        Kind kind =
                switch (type) {
                    case BOOLEAN -> Kind.BOOLEAN;
                    case INT64 -> Kind.INTEGER;
                    default -> Kind.REAL;
                };
        assertEquals(kind, read.kind());
    }

    private interface Write {
        void to(NpzWriter npz, int[] shape, double[] values) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadBackFromNpz(Hdf5Type type) throws IOException {
        Write write =
                switch (type) {
                    case BOOLEAN ->
                            (npz, shape, values) -> npz.booleans(name(shape), shape, values);
                    case INT64 -> (npz, shape, values) -> npz.int64(name(shape), shape, values);
                    case FLOAT32 -> (npz, shape, values) -> npz.float32(name(shape), shape, values);
                    case FLOAT64 -> (npz, shape, values) -> npz.float64(name(shape), shape, values);
                };
        Path path = folder.resolve("x.npz");
        try (NpzWriter npz = NpzWriter.create(path)) {
            for (int[] shape : SHAPES) {
                write.to(npz, shape, filled(type, shape));
            }
        }
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            for (int[] shape : SHAPES) {
                assertSame(type, shape, npz.array(name(shape)));
                assertArrayEquals(shape, npz.outline(name(shape)).shape());
            }
        }
    }

    private static String name(int... shape) {
        return Arrays.toString(shape);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadBackFromHdf5(Hdf5Type type) throws IOException {
        Path path = folder.resolve("x.hdf5");
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            Map<String, Long> members = new LinkedHashMap<>();
            for (int[] shape : SHAPES) {
                members.put(name(shape), writer.array(type, shape, filled(type, shape)));
            }
            long inner = writer.group(members, Map.of("most", Long.MAX_VALUE, "least", -1L));
            writer.finish(writer.group(Map.of("inner", inner), Map.of()));
        }
        Hdf5 file = Hdf5.open(path, new ValueBudget());
        for (int[] shape : SHAPES) {
            assertSame(type, shape, file.array("inner/" + name(shape)));
        }
        assertEquals(Set.of("inner"), file.names(""));
        assertEquals(SHAPES.length, file.names("inner").size());
        assertEquals(Long.MAX_VALUE, file.attribute("inner", "most").orElseThrow());
        assertEquals(-1, file.attribute("inner", "least").orElseThrow());
    }

    /** A beginning of a message is a message only if it ends between two fields. */
    @Test
    void shouldReadWholeFieldsAlone() {
        byte[] whole =
                HexFormat.of().parseHex("0896011a030896017d0000c03f110000000000000000320303ff7f");
        List<Integer> ends = List.of(0, 3, 8, 13, 22, whole.length);
        for (int length = 0; length <= whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
            if (ends.contains(length)) {
                ProtobufMessage message = ProtobufMessage.read("it", part);
                assertEquals(length >= 3 ? 150 : 0, message.integer(1));
            } else {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ProtobufMessage.read("it", part),
                        length + " bytes");
            }
        }
    }
}
