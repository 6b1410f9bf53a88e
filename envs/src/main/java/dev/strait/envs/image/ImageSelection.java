package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.util.List;
import java.util.stream.IntStream;

/** Some pictures of a source, in an order of one's own. */
public final class ImageSelection implements ImageSource {

    private final ImageSource source;
    private final int[] positions;

    /**
     * The pictures at these positions.
     *
     * @param positions at least one, each in [0, {@link #size}) of the source
     */
    public ImageSelection(ImageSource source, int... positions) {
        require(positions.length > 0, "a selection needs at least one picture");
        for (int position : positions) {
            require(
                    position >= 0 && position < source.size(),
                    "position must be in [0, %s), but was %s",
                    source.size(),
                    position);
        }
        this.source = source;
        this.positions = positions.clone();
    }

    /** The first {@code count} pictures. */
    public static ImageSelection first(ImageSource source, int count) {
        return new ImageSelection(source, IntStream.range(0, count).toArray());
    }

    @Override
    public ImageShape shape() {
        return source.shape();
    }

    @Override
    public int size() {
        return positions.length;
    }

    @Override
    public int classes() {
        return source.classes();
    }

    @Override
    public int label(int index) {
        return source.label(positions[index]);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(positions[index], target, offset);
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public List<String> remarks() {
        return source.remarks();
    }
}
