package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A tree of named arrays in an HDF5 file.
 *
 * <p>jHDF walks the structure, over the file's bytes in memory or mapped, where an address outside
 * the file is an exception and never an allocation. The numbers are taken by {@link Hdf5Numbers}.
 * jHDF answers damage with whatever runtime exception comes up, a stack overflow included; every
 * call to it goes through {@link #walk}, which makes one kind out of all. Links are not followed:
 * an external one would open another file.
 */
public final class Hdf5 {

    private static final long IN_MEMORY = 1 << 26;

    private final Group root;
    private final ValueBudget budget;

    private Hdf5(Group root, ValueBudget budget) {
        this.root = root;
        this.budget = budget;
    }

    /** Opens a file whose arrays are taken from {@code budget}. */
    public static Hdf5 open(Path path, ValueBudget budget) throws IOException {
        long size = Files.size(path);
        require(size <= Integer.MAX_VALUE, "HDF5 files beyond 2 GB are not read: %,d bytes", size);
        ByteBuffer bytes =
                size <= IN_MEMORY ? ByteBuffer.wrap(Files.readAllBytes(path)) : map(path);
        Hdf5Trees.check(bytes);
        return new Hdf5(walk(() -> HdfFile.fromByteBuffer(bytes)), budget);
    }

    private static ByteBuffer map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** Names in a group; the root is the empty path. */
    public Set<String> names(String path) {
        Node node = find(path);
        require(node instanceof Group, "%s must be a group, but is none", path);
        return walk(() -> new TreeSet<>(((Group) node).getChildren().keySet()));
    }

    /** Whether there is something under this path. */
    public boolean has(String path) {
        return find(path) != null;
    }

    /** Whether there is a group under this path. */
    public boolean isGroup(String path) {
        return find(path) instanceof Group;
    }

    /** The numbers under this path. */
    public NumberArray array(String path) {
        Node node = find(path);
        require(node != null, "the HDF5 file has no '%s'", path);
        require(node instanceof Dataset, "%s must be an array, but is a group", path);
        return Hdf5Numbers.read(path, (Dataset) node, budget);
    }

    /** A whole number that is attached to what is under this path, where there is one. */
    public OptionalLong attribute(String path, String name) {
        Node node = find(path);
        Attribute attribute = walk(() -> node.getAttribute(name));
        if (attribute == null) {
            return OptionalLong.empty();
        }
        boolean single = walk(() -> attribute.getSize() == 1);
        require(single, "attribute %s of %s must be one number", name, path);
        Object value = walk(attribute::getData);
        require(value instanceof Number, "attribute %s of %s must be a number", name, path);
        return OptionalLong.of(((Number) value).longValue());
    }

    private Node find(String path) {
        Node node = root;
        for (String name : path.isEmpty() ? new String[0] : path.split("/")) {
            if (!(node instanceof Group group)) {
                return null;
            }
            Node child = walk(() -> group.getChild(name));
            require(!(child instanceof Link), "%s is a link, and links are not followed", path);
            node = child;
        }
        return node;
    }

    /** Calls jHDF and makes one refusal out of everything that damage can make it throw. */
    static <T> T walk(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw new IllegalArgumentException(
                    "the HDF5 structure is damaged or cut short (" + reason(damaged) + ")",
                    damaged);
        }
    }

    private static String reason(Throwable damaged) {
        Throwable cause = damaged;
        for (int i = 0; i < 20 && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
