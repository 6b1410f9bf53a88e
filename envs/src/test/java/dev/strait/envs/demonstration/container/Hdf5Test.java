package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hdf5Test {

    @TempDir Path folder;

    /** Chunks that divide the shape and chunks that stick out of it, filtered and plain. */
    @ParameterizedTest
    @CsvSource({"7, 5, false", "3, 2, false", "4, 5, true", "2, 3, true", "7, 1, true"})
    void shouldPutChunksTogether(int rows, int columns, boolean filtered) throws IOException {
        Path path = folder.resolve("chunks.hdf5");
        float[][] numbers = new float[7][5];
        for (int i = 0; i < 35; i++) {
            numbers[i / 5][i % 5] = i + 0.5f;
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            DatasetCreationOptions.Builder options =
                    DatasetCreationOptions.builder().chunkDimensions(rows, columns);
            if (filtered) {
                options.shuffle().deflate();
            }
            file.putDataset("x", numbers, options.build());
        }
        NumberArray read = Hdf5.open(path, new ValueBudget()).array("x");
        assertArrayEquals(new int[] {7, 5}, read.shape());
        for (int i = 0; i < 35; i++) {
            assertEquals(i + 0.5, read.values()[i]);
        }
    }

    @Test
    void shouldReadWithJhdfWhatTheWriterWrote() throws IOException {
        Path path = folder.resolve("own.hdf5");
        double[] many = new double[20_000];
        Arrays.setAll(many, i -> i);
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            long reals = writer.array(Hdf5Type.FLOAT64, new int[] {2, 10_000}, many);
            long flags = writer.array(Hdf5Type.BOOLEAN, new int[] {2}, new double[] {1, 0});
            long inner = writer.group(Map.of("flags", flags), Map.of("id", -5L));
            writer.finish(writer.group(Map.of("reals", reals, "inner", inner), Map.of()));
        }
        try (HdfFile file = new HdfFile(path)) {
            double[][] reals = (double[][]) file.getDatasetByPath("reals").getData();
            assertEquals(19_999, reals[1][9_999]);
            assertArrayEquals(
                    new String[] {"TRUE", "FALSE"},
                    (String[]) file.getDatasetByPath("inner/flags").getData());
        }
        Hdf5 own = Hdf5.open(path, new ValueBudget());
        assertEquals(Kind.BOOLEAN, own.array("inner/flags").kind());
        assertEquals(OptionalLong.of(-5), own.attribute("inner", "id"));
        assertEquals(OptionalLong.empty(), own.attribute("inner", "other"));
        assertTrue(own.isGroup("inner") && !own.isGroup("reals"));
        assertFalse(own.has("reals/deeper"));
        assertEquals("[inner, reals]", own.names("").toString());
    }

    /** Changes the shape (2, 3) of the array 'x' and makes the header's checksum right again. */
    private Path reshaped(boolean chunked, long rows, long columns) throws IOException {
        Path path = folder.resolve("reshaped.hdf5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            int[][] numbers = {{1, 2, 3}, {4, 5, 6}};
            if (chunked) {
                DatasetCreationOptions.Builder options = DatasetCreationOptions.builder();
                file.putDataset("x", numbers, options.chunkDimensions(2, 3).deflate().build());
            } else {
                file.putDataset("x", numbers);
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 16 < bytes.limit(); at++) {
            if (bytes.getLong(at) == 2 && bytes.getLong(at + 8) == 3) {
                bytes.putLong(at, rows).putLong(at + 8, columns);
            }
        }
        for (int at = 0; at + 10 < bytes.limit(); at++) {
            if (bytes.getInt(at) == 0x5244484f) { // OHDR
                int end = at + 10 + bytes.getInt(at + 6);
                byte[] header = Arrays.copyOfRange(bytes.array(), at, end);
                bytes.putInt(end, Lookup3.hash(header, header.length));
            }
        }
        return Files.write(path, bytes.array());
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2000000, 4",
        "false, 1099511627776, 1099511627776",
        "false, 2147483647, 1",
        "true, 2000000, 3",
        "true, 20000000, 300",
        "true, 4294967296, 4294967296",
    })
    void shouldRefuseAShapeThatIsMoreThanTheFileHolds(boolean chunked, long rows, long columns)
            throws IOException {
        assertEquals(
                6,
                Hdf5.open(reshaped(chunked, 2, 3), new ValueBudget()).array("x").values().length);
        Path path = reshaped(chunked, rows, columns);
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Hdf5.open(path, new ValueBudget()).array("x"));
        assertFalse(refused.getMessage().contains("hecksum"), refused::getMessage);
    }

    /** A node of a version 1 B-tree: signature, kind, level, entries, siblings, key, child. */
    private static ByteBuffer node(int level, long child) {
        ByteBuffer node = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        node.put(new byte[] {'T', 'R', 'E', 'E', 0, (byte) level}).putShort((short) 1);
        node.putLong(-1).putLong(-1).putLong(0).putLong(child);
        return node.rewind();
    }

    private static ByteBuffer bytes(ByteBuffer... nodes) {
        ByteBuffer all = ByteBuffer.allocate(64 * nodes.length);
        for (ByteBuffer node : nodes) {
            all.put(node);
        }
        return all.rewind();
    }

    @Test
    void shouldAcceptATree() {
        Hdf5Trees.check(bytes(node(1, 64), node(0, 4000)));
    }

    @Test
    void shouldRefuseANodeThatIsItsOwnDescendant() {
        ByteBuffer loop = bytes(node(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Hdf5Trees.check(loop));
    }

    @Test
    void shouldRefuseANodeOfTwoParents() {
        ByteBuffer shared = bytes(node(1, 128), node(1, 128), node(0, 4000));
        assertThrows(IllegalArgumentException.class, () -> Hdf5Trees.check(shared));
    }

    /** From the comments of Bob Jenkins' lookup3.c: hashlittle of this text with initval 0. */
    @Test
    void shouldHashAsItsAuthorSays() {
        byte[] text = "Four score and seven years ago".getBytes();
        assertEquals(0x17770551, Lookup3.hash(text, text.length));
        assertEquals(0xdeadbeef, Lookup3.hash(new byte[0], 0));
    }
}
