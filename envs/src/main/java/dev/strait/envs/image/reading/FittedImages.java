package dev.strait.envs.image.reading;

import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.List;

/** Pictures of another source in another size or colour, fitted whenever they are read. */
final class FittedImages implements ImageSource {

    private final ImageSource source;
    private final ImageOptions options;
    private final ImageShape shape;

    FittedImages(ImageSource source, ImageOptions options) {
        this.source = source;
        this.options = options;
        this.shape = fitted(0).shape();
    }

    private Picture fitted(int index) {
        float[] numbers = new float[source.shape().size()];
        source.read(index, numbers, 0);
        return options.fit(Picture.of(source.shape(), numbers));
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int classes() {
        return source.classes();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        fitted(index).write(target, offset);
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
