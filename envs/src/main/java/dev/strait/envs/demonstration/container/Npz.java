package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        } catch (ZipException damaged) {
            throw new IllegalArgumentException(
                    "the npz archive is damaged or cut short (" + damaged.getMessage() + ")",
                    damaged);
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
        try (DataInputStream in = open(name)) {
            NpyHeader header = NpyHeader.read(name, in);
            require(header.type() != 'U', "%s is text, but numbers are needed", name);
            checkSize(name, header);
            int count = budget.take(name, header.shape());
            double[] values = NpyData.read(header, count, in);
            return new NumberArray(name, header.kind(), header.shape(), values);
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    /** A single text, where the archive has one under this name. */
    public Optional<String> text(String name) throws IOException {
        if (zip.getEntry(name + ".npy") == null) {
            return Optional.empty();
        }
        try (DataInputStream in = open(name)) {
            NpyHeader header = NpyHeader.read(name, in);
            require(
                    header.type() == 'U' && header.shape().length == 0,
                    "%s must be one text, but has shape %s",
                    name,
                    Arrays.toString(header.shape()));
            require(header.width() <= LONGEST_TEXT, "%s is too long a text", name);
            StringBuilder text = new StringBuilder();
            double[] points =
                    NpyData.read(
                            new NpyHeader('u', 4, header.order(), false, new int[0], 0),
                            header.width(),
                            in);
            for (double point : points) {
                require(Character.isValidCodePoint((int) point), "%s is no valid text", name);
                if (point != 0) {
                    text.appendCodePoint((int) point);
                }
            }
            return Optional.of(text.toString());
        } catch (EOFException | ZipException damaged) {
            throw damaged(name, damaged);
        }
    }

    private DataInputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        require(entry != null, "the npz archive has no member '%s', only %s", name, names());
        return new DataInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16));
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
        return new IllegalArgumentException(name + " is damaged (" + reason + ")", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
