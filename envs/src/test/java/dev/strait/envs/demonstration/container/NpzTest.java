package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzTest {

    @TempDir Path folder;

    /** An archive of one member 'x' of this npy version, type, order, shape and data. */
    private NumberArray read(int version, String descr, boolean fortran, String shape, byte[] data)
            throws IOException {
        String text =
                String.format(
                        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n",
                        descr, fortran ? "True" : "False", shape);
        byte[] header = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer npy =
                ByteBuffer.allocate(12 + header.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        npy.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        npy.put((byte) version).put((byte) 0);
        if (version == 1) {
            npy.putShort((short) header.length);
        } else {
            npy.putInt(header.length);
        }
        npy.put(header).put(data);
        Path path = folder.resolve("x.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy.array(), 0, npy.position());
        }
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            return npz.array("x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // type, bytes of one number in hexadecimal, the number
        "<f8, 182D4454FB210940, 3.141592653589793",
        ">f8, 400921FB54442D18, 3.141592653589793",
        "<f4, 0000C03F, 1.5",
        ">f4, 3FC00000, 1.5",
        "<f2, 003E, 1.5",
        "<f2, 0100, 5.960464477539063E-8",
        "<f2, FF7B, 65504",
        ">f2, FC00, -Infinity",
        "|i1, FF, -1",
        "|u1, FF, 255",
        "<i2, FEFF, -2",
        ">u2, FFFE, 65534",
        "<i4, FEFFFFFF, -2",
        "<u4, FFFFFFFF, 4294967295",
        ">i8, FFFFFFFFFFFFFFFE, -2",
        "<u8, FFFFFFFFFFFFFFFF, 1.8446744073709552E19",
        "|b1, 01, 1",
        "=i2, 0200, 2",
    })
    void shouldWidenEveryType(String descr, String hex, double number) throws IOException {
        byte[] data = HexFormat.of().parseHex(hex);
        assertArrayEquals(new double[] {number}, read(1, descr, false, "1,", data).values());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void shouldReadEveryVersion(int version) throws IOException {
        NumberArray array = read(version, "|u1", false, "2, 3", new byte[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, array.values());
        assertEquals(2, array.rows());
        assertEquals(3, array.columns());
        assertEquals(Kind.INTEGER, array.kind());
    }

    @Test
    void shouldTurnFortransOrderIntoRows() throws IOException {
        // [[1, 2, 3], [4, 5, 6]], column after column.
        NumberArray array = read(1, "|u1", true, "2, 3", new byte[] {1, 4, 2, 5, 3, 6});
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, array.values());
        // a[i][j][k] = 100 i + 10 j + k of shape (2, 1, 2): i moves fastest in the file.
        NumberArray cube = read(1, "|u1", true, "2, 1, 2", new byte[] {0, 100, 1, 101});
        assertArrayEquals(new double[] {0, 1, 100, 101}, cube.values());
    }

    @Test
    void shouldReadASingleNumberAndAnEmptyArray() throws IOException {
        assertArrayEquals(new int[0], read(1, "|u1", false, "", new byte[] {7}).shape());
        assertEquals(0, read(1, "<f8", false, "0, 4", new byte[0]).values().length);
    }

    @Test
    void shouldReadBackWhatTheWriterWrote() throws IOException {
        Path path = folder.resolve("w.npz");
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("d", new int[] {2}, new double[] {Math.PI, -0.0});
            npz.float32("s", new int[] {1, 1}, new double[] {0.5});
            npz.int64("i", new int[] {2}, new double[] {-3, 1L << 40});
            npz.booleans("b", new int[] {2}, new double[] {1, 0});
            npz.text("t", -1, "CartPole-v1");
        }
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            assertArrayEquals(new double[] {Math.PI, -0.0}, npz.array("d").values());
            assertArrayEquals(new double[] {0.5}, npz.array("s").values());
            assertArrayEquals(new double[] {-3, 1L << 40}, npz.array("i").values());
            assertArrayEquals(new boolean[] {true, false}, npz.array("b").flags());
            assertEquals(Optional.of("CartPole-v1"), npz.text("t"));
            assertEquals(Optional.empty(), npz.text("nothing"));
            assertEquals(Optional.empty(), npz.find("nothing"));
            assertEquals("[b, d, i, s, t]", npz.names().toString());
        }
    }

    @Test
    void shouldFindOutThatANumberWasChanged() throws IOException {
        Path path = folder.resolve("w.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            ZipEntry entry = new ZipEntry("x.npy");
            String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n";
            byte[] bytes =
                    ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header + "Z")
                            .getBytes(StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        byte[] file = Files.readAllBytes(path);
        for (int i = 0; i < file.length; i++) {
            if (file[i] == 'Z') {
                file[i] = 'Y';
            }
        }
        Files.write(path, file);
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> npz.array("x"));
            assertTrue(refused.getMessage().contains("checksum"), refused::getMessage);
        }
    }

    /** Python 2 wrote long numbers so. */
    @Test
    void shouldReadSizesThatEndInL() throws IOException {
        assertArrayEquals(new int[] {2, 1}, read(1, "|u1", false, "2L, 1L", new byte[2]).shape());
    }
}
