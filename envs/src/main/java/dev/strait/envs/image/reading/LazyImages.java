package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures that together are too large for memory: each is decoded whenever it is read. One that
 * turns out damaged then ends the reading with an {@link ImageException} that names it.
 *
 * @param shape of every picture, once it is fitted
 * @param files one a picture
 * @param options how a picture is fitted
 * @param labels their classes
 * @param remarks what was left out
 */
record LazyImages(
        ImageShape shape,
        List<Path> files,
        ImageOptions options,
        Labels labels,
        List<String> remarks)
        implements ImageSource {

    @Override
    public int size() {
        return files.size();
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
        Path file = files.get(index);
        Picture picture =
                ContainedReading.of(
                        file, () -> options.fit(PictureFile.decode(file)), ImageException::new);
        require(
                picture.shape().equals(shape),
                "%s is %s, but the others are %s: ask for one size and colour",
                file.getFileName(),
                picture.shape(),
                shape);
        picture.write(target, offset);
    }

    @Override
    public List<String> classNames() {
        return labels.names();
    }
}
