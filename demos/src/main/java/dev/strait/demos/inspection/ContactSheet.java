package dev.strait.demos.inspection;

import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.render.PictureGrid;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Some pictures of a source at a glance: a column for every class, its number under each. */
final class ContactSheet {

    private static final int ROWS = 10;
    private static final int MOST_CLASSES = 20;
    private static final int PADDING = 2;

    private ContactSheet() {}

    static BufferedImage of(ImageSource source) {
        int columns = source.classes() < 2 ? ROWS : Math.min(MOST_CLASSES, source.classes());
        int[] positions = source.classes() < 2 ? spread(source) : byClass(source, columns);
        ImageBatch batch = ImageBatch.read(source, positions);
        int side = Math.max(source.shape().height(), source.shape().width());
        PictureGrid grid = new PictureGrid(columns, PADDING, Math.max(1, 48 / side));
        return source.classes() < 2
                ? grid.draw(batch.pixels(), source.shape())
                : grid.draw(batch.pixels(), source.shape(), batch.labels());
    }

    private static int[] spread(ImageSource source) {
        int count = Math.min(ROWS * ROWS, source.size());
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = (int) ((long) i * source.size() / count);
        }
        return positions;
    }

    /** Row by row the next picture of every class; classes that run out leave out the rest. */
    private static int[] byClass(ImageSource source, int columns) {
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            found.add(new ArrayList<>());
        }
        for (int i = 0; i < source.size(); i++) {
            int label = source.label(i);
            if (label >= 0 && label < columns && found.get(label).size() < ROWS) {
                found.get(label).add(i);
            }
        }
        int rows = found.stream().mapToInt(List::size).min().orElse(0);
        return rows == 0
                ? spread(source)
                : IntStream.range(0, rows * columns)
                        .map(i -> found.get(i % columns).get(i / columns))
                        .toArray();
    }
}
