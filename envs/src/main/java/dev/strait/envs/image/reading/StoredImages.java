package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.ArrayList;
import java.util.List;

/** Pictures in memory, a byte a number. */
final class StoredImages implements ImageSource {

    private final ImageShape shape;
    private final byte[][] pictures;
    private final Labels labels;
    private final List<String> remarks;

    StoredImages(ImageShape shape, List<byte[]> pictures, Labels labels, List<String> remarks) {
        this.shape = shape;
        this.pictures = pictures.toArray(new byte[0][]);
        this.labels = labels;
        this.remarks = List.copyOf(remarks);
    }

    /** Collects pictures of one size, taking memory only as they come. */
    static final class Builder {

        private final List<byte[]> pictures = new ArrayList<>();
        private ImageShape shape;

        void add(Picture picture) {
            if (shape == null) {
                shape = picture.shape();
            }
            require(
                    (long) shape.size() * (pictures.size() + 1) <= Limits.BYTES,
                    "pictures of %s bytes are more than %s bytes after the %s-th",
                    shape.size(),
                    Limits.BYTES,
                    pictures.size());
            pictures.add(picture.bytes());
        }

        int size() {
            return pictures.size();
        }

        StoredImages build(Labels labels, List<String> remarks) {
            require(!pictures.isEmpty(), "there are no pictures");
            return new StoredImages(shape, pictures, labels, remarks);
        }
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public int size() {
        return pictures.length;
    }

    @Override
    public int classes() {
        return labels.names().size();
    }

    @Override
    public int label(int index) {
        return labels.values()[index];
    }

    @Override
    public void read(int index, float[] target, int offset) {
        Picture.write(pictures[index], target, offset);
    }

    @Override
    public List<String> classNames() {
        return labels.names();
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }
}
