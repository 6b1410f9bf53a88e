package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.Constants;

/**
 * The pictures that a network was made for; others are brought into this form.
 *
 * @param channels 1 or 3; grey pictures become colour by repetition, colour ones grey by the mean
 * @param height H
 * @param width W
 * @param darkest what −1 becomes
 * @param brightest what 1 becomes
 */
public record PictureForm(int channels, int height, int width, double darkest, double brightest) {

    public PictureForm {
        require(channels == 1 || channels == 3, "channels must be 1 or 3, but was %s", channels);
        require(
                height >= 1 && width >= 1,
                "height and width must be at least 1, but were %s and %s",
                height,
                width);
        require(
                darkest < brightest && Double.isFinite(darkest) && Double.isFinite(brightest),
                "darkest must be below brightest, but they were %s and %s",
                darkest,
                brightest);
    }

    /** Inception's usual input: 299 × 299 in colour, in [−1, 1]. */
    public static final PictureForm INCEPTION = new PictureForm(3, 299, 299, -1, 1);

    /**
     * Brings pictures into this form.
     *
     * @param images (B, C, H, W) in [−1, 1], C 1 or 3
     * @return (B, channels, height, width) in [darkest, brightest], on the manager of {@code
     *     images}
     */
    NDArray apply(NDArray images) {
        Shape shape = images.getShape();
        require(
                shape.dimension() == 4 && (shape.get(1) == 1 || shape.get(1) == 3),
                "pictures must be (B, 1 or 3, H, W), but were %s",
                shape);
        return range(colour(Resize.to(images, height, width)));
    }

    private NDArray colour(NDArray images) {
        long has = images.getShape().get(1);
        if (has == channels) {
            return images;
        }
        return channels == 3 ? images.repeat(1, 3) : images.mean(new int[] {1}, true);
    }

    private NDArray range(NDArray images) {
        if (darkest == -1 && brightest == 1) {
            return images;
        }
        return Constants.times(images.add(1), (brightest - darkest) / 2).add(darkest);
    }

    /** Shape of {@code batch} pictures in this form. */
    Shape shape(long batch) {
        return new Shape(batch, channels, height, width);
    }
}
