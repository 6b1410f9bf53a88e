package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
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

    /**
     * Pictures drawn without replacement: a folder lies in the order of its classes, so its first
     * pictures are of few of them.
     *
     * @param count in [1, {@link #size}] of the source
     * @param seed equal seeds, equal pictures; fewer of them are the first of more
     */
    public static ImageSelection drawn(ImageSource source, int count, long seed) {
        require(
                count >= 1 && count <= source.size(),
                "count must be in [1, %s], but was %s",
                source.size(),
                count);
        int[] order = CountedStream.DRAWN.order(seed, 0, source.size());
        return new ImageSelection(source, Arrays.copyOf(order, count));
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
