package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * NumPy's archive of named arrays, read one member at a time.
 *
 * <p>Only members that are asked for are inflated, and only as many bytes as their shape needs, so
 * neither a pickled member nor a bomb beside the data does harm.
 */
public final class Npz implements AutoCloseable {

    /** Deflate cannot say more than this with one byte. */
    private static final long DEFLATE_RATIO = 1032;

    private static final int LONGEST_TEXT = 4096;

    private final ZipFile zip;
    private final ValueBudget budget;

    private Npz(ZipFile zip, ValueBudget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    /** Opens an archive whose arrays are taken from {@code budget}. */
    public static Npz open(Path path, ValueBudget budget) throws IOException {
        try {
            return new Npz(new ZipFile(path.toFile(), StandardCharsets.UTF_8), budget);
        } catch (ZipException | EOFException damaged) {
            throw damaged("the npz archive", damaged);
        }
    }

    /** Names of the arrays, without {@code .npy}. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        zip.stream().forEach(entry -> names.add(entry.getName().replaceFirst("\\.npy$", "")));
        return names;
    }

    /** The array, where the archive has it. */
    public Optional<NumberArray> find(String name) throws IOException {
        return zip.getEntry(name + ".npy") == null ? Optional.empty() : Optional.of(array(name));
    }

    /** The array, which the archive must have. */
    public NumberArray array(String name) throws IOException {
        CRC32 crc = new CRC32();
        try (DataInputStream in = open(name, crc)) {
            NpyHeader header = NpyHeader.read(name, in);
            require(!header.isText(), "%s is text, but numbers are needed", name);
            checkSize(name, header);
            int count = budget.take(name, header.shape());
            double[] values = NpyData.read(header.type(), count, in);
            checkCrc(name, crc);
            if (header.fortranOrder()) {
                values = NpyData.toRowOrder(header.shape(), values);
            }
            return new NumberArray(name, header.type().kind(), header.shape(), values);
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    /** Shape and type of an array, which the archive must have, without its numbers. */
    public Outline outline(String name) throws IOException {
        try (DataInputStream in = open(name, new CRC32())) {
            NpyHeader header = NpyHeader.read(name, in);
            require(!header.isText(), "%s is text, but numbers are needed", name);
            checkSize(name, header);
            return new Outline(name, header.type().kind(), header.shape());
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    /**
     * What an array is.
     *
     * @param name of the array
     * @param kind of its numbers
     * @param shape sizes, the slowest index first; their product is the size of the file's data
     */
    public record Outline(String name, NumberArray.Kind kind, int[] shape) {}

    /** Takes an array's numbers piece by piece. */
    public interface Pieces {
        /** The next {@code count} numbers; the array is used again afterwards. */
        void accept(double[] numbers, int count);
    }

    /**
     * Gives the numbers of an array that is too large to be held as double, in C order. The
     * checksum is compared after the last piece.
     */
    public void stream(String name, Pieces receiver) throws IOException {
        CRC32 crc = new CRC32();
        try (DataInputStream in = open(name, crc)) {
            NpyHeader header = NpyHeader.read(name, in);
            require(!header.isText(), "%s is text, but numbers are needed", name);
            require(!header.fortranOrder(), "%s is in Fortran order: save it in C order", name);
            checkSize(name, header);
            NpyData.pieces(header.type(), ValueBudget.count(name, header.shape()), in, receiver);
            checkCrc(name, crc);
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    /** A single text, where the archive has one under this name. */
    public Optional<String> text(String name) throws IOException {
        if (zip.getEntry(name + ".npy") == null) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        try (DataInputStream in = open(name, crc)) {
            NpyHeader header = NpyHeader.read(name, in);
            require(
                    header.isText() && header.shape().length == 0,
                    "%s must be one text, but has shape %s",
                    name,
                    Arrays.toString(header.shape()));
            require(header.type().width() <= LONGEST_TEXT, "%s is too long a text", name);
            checkSize(name, header);
            String text = text(name, header.type(), in);
            checkCrc(name, crc);
            return Optional.of(text);
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    /** UTF-32, filled up with zeros. */
    private static String text(String name, ElementType type, DataInputStream in)
            throws IOException {
        StringBuilder text = new StringBuilder();
        ElementType point = new ElementType('u', 4, type.order());
        for (double value : NpyData.read(point, type.width(), in)) {
            require(Character.isValidCodePoint((int) value), "%s is no valid text", name);
            if (value != 0) {
                text.appendCodePoint((int) value);
            }
        }
        return text.toString();
    }

    private DataInputStream open(String name, CRC32 crc) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        require(entry != null, "the npz archive has no member '%s', only %s", name, names());
        InputStream bytes;
        try {
            bytes = new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
        } catch (ZipException | EOFException damaged) {
            throw damaged(name, damaged);
        }
        return new DataInputStream(new CheckedInputStream(bytes, crc));
    }

    /** The archive's checksum of a member that was read to its end. */
    private void checkCrc(String name, CRC32 crc) {
        require(
                crc.getValue() == zip.getEntry(name + ".npy").getCrc(),
                "%s is damaged (its checksum does not match)",
                name);
    }

    /** What the header claims against what the archive says it holds. */
    private void checkSize(String name, NpyHeader header) {
        ZipEntry entry = zip.getEntry(name + ".npy");
        long count = ValueBudget.count(name, header.shape());
        long most = (Long.MAX_VALUE - header.length()) / header.elementBytes();
        require(count <= most, "%s has a shape that overflows", name);
        long declared = header.length() + count * header.elementBytes();
        require(
                entry.getSize() == declared,
                "%s declares shape %s, which is %s bytes, but the archive holds %s",
                name,
                Arrays.toString(header.shape()),
                declared,
                entry.getSize());
        require(
                declared / DEFLATE_RATIO <= entry.getCompressedSize() + 1,
                "%s claims %s bytes out of %s compressed ones, which deflate cannot do",
                name,
                declared,
                entry.getCompressedSize());
    }

    private static IllegalArgumentException damaged(String name, IOException cause) {
        String reason = cause instanceof EOFException ? "it ends early" : cause.getMessage();
        return new IllegalArgumentException(
                name + " is damaged or cut short (" + reason + ")", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
