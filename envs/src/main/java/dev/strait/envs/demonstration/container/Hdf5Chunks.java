package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.demonstration.container.Hdf5.walk;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Puts the chunks of an HDF5 dataset together: gzip, shuffle and Fletcher-32, or none of them. */
final class Hdf5Chunks {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int CHECKSUM_BYTES = 4;
    private static final int LARGEST_CHUNK = 1 << 26;

    private final String name;
    private final ChunkedDataset dataset;
    private final ElementType type;
    private final int[] shape;
    private final int[] chunk;
    private final List<PipelineFilterWithData> filters;
    private final int chunkBytes;

    Hdf5Chunks(String name, ChunkedDataset dataset, ElementType type, int[] shape) {
        this.name = name;
        this.dataset = dataset;
        this.type = type;
        this.shape = shape;
        this.chunk = walk(dataset::getChunkDimensions);
        this.filters = walk(dataset::getFilters);
        require(
                chunk.length == shape.length && Arrays.stream(chunk).allMatch(size -> size > 0),
                "%s has shape %s, but chunks of shape %s",
                name,
                Arrays.toString(shape),
                Arrays.toString(chunk));
        long bytes = ValueBudget.count(name, chunk);
        require(
                bytes <= LARGEST_CHUNK / type.width(),
                "%s has chunks of shape %s, beyond what is read",
                name,
                Arrays.toString(chunk));
        this.chunkBytes = (int) bytes * type.width();
    }

    /** All numbers; every chunk must be there. */
    double[] read(int count) {
        double[] values = new double[count];
        int[] corner = new int[shape.length];
        do {
            int[] at = corner.clone();
            ByteBuffer stored = walk(() -> dataset.getRawChunkBuffer(at));
            byte[] bytes = new byte[stored.remaining()];
            stored.get(bytes);
            place(decode(bytes), at, values);
        } while (next(corner));
        return values;
    }

    /** Moves to the next chunk's corner; false after the last. */
    private boolean next(int[] corner) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (corner[axis] < shape[axis] - chunk[axis]) {
                corner[axis] += chunk[axis];
                return true;
            }
            corner[axis] = 0;
        }
        return false;
    }

    private byte[] decode(byte[] stored) {
        byte[] bytes = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            PipelineFilterWithData filter = filters.get(i);
            bytes =
                    switch (filter.getId()) {
                        case DEFLATE -> inflate(bytes, chunkBytes + CHECKSUM_BYTES);
                        case SHUFFLE -> unshuffle(bytes);
                        case FLETCHER -> withoutChecksum(bytes);
                        default ->
                                throw new IllegalArgumentException(
                                        name
                                                + " is compressed with "
                                                + filter.getName()
                                                + ", which is not read: store it with gzip");
                    };
        }
        require(
                bytes.length == chunkBytes,
                "%s has a chunk of %s bytes where %s are declared",
                name,
                bytes.length,
                chunkBytes);
        return bytes;
    }

    private byte[] withoutChecksum(byte[] bytes) {
        require(bytes.length >= CHECKSUM_BYTES, "%s has a chunk without its checksum", name);
        return Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
    }

    private byte[] inflate(byte[] bytes, int most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] inflated = new byte[most + 1];
            int length = 0;
            int now;
            while (length <= most
                    && (now = inflater.inflate(inflated, length, inflated.length - length)) > 0) {
                length += now;
            }
            require(length <= most, "%s has a chunk that inflates beyond its size", name);
            require(inflater.finished(), "%s has a chunk that ends early", name);
            return Arrays.copyOf(inflated, length);
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException(
                    name + " has a damaged chunk (" + damaged.getMessage() + ")", damaged);
        } finally {
            inflater.end();
        }
    }

    /** Undoes the shuffle: all first bytes, then all second ones, and so on. */
    private byte[] unshuffle(byte[] bytes) {
        int width = type.width();
        int count = bytes.length / width;
        byte[] plain = bytes.clone();
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < width; part++) {
                plain[i * width + part] = bytes[part * count + i];
            }
        }
        return plain;
    }

    /** Copies what of a chunk lies inside the dataset, run by run along the last index. */
    private void place(byte[] bytes, int[] corner, double[] values) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
        int last = shape.length - 1;
        int run = Math.min(chunk[last], shape[last] - corner[last]);
        int runs = bytes.length / type.width() / chunk[last];
        for (int i = 0; i < runs; i++) {
            int to = rowInDataset(i, corner);
            if (to >= 0) {
                int from = i * chunk[last] * type.width();
                type.read(buffer, from, values, to * shape[last] + corner[last], run);
            }
        }
    }

    /** Position among the dataset's runs of run {@code i} of a chunk; -1 outside. */
    private int rowInDataset(int i, int[] corner) {
        int rest = i;
        int row = 0;
        int stride = 1;
        for (int axis = shape.length - 2; axis >= 0; axis--) {
            int index = corner[axis] + rest % chunk[axis];
            if (index >= shape[axis]) {
                return -1;
            }
            row += index * stride;
            stride *= shape[axis];
            rest /= chunk[axis];
        }
        return row;
    }
}
