package dev.strait.demos.policy;

import dev.strait.demos.picture.GifWriter;
import dev.strait.demos.picture.PictureFile;
import dev.strait.envs.StateFrames;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Frames of expert and policy as a discriminator sees them, and over them in red where it looks, as
 * Peng et al. (2019) draw it. Red is told on one scale for both; it is full at half of the steepest
 * pixel.
 *
 * @param expert above, or to the left
 * @param policy below, or to the right
 */
record SaliencySheet(SeenFrames expert, SeenFrames policy) {

    private static final int SIDE = StateFrames.SIDE;
    private static final int COLUMNS = 8;
    private static final int SCALE = 2;
    private static final int FILM_SCALE = 4;
    private static final int GAP = 2;
    private static final int MILLIS = 30;
    private static final int BACKGROUND = 0x808080;

    /** Eight steps of either: as they are seen, and with what is looked at. */
    void write(Path file) {
        int tile = SCALE * SIDE + GAP;
        BufferedImage image = blank(COLUMNS * tile - GAP, 4 * tile - GAP);
        int steps = Math.min(expert.length(), policy.length());
        for (int column = 0; column < Math.min(COLUMNS, steps); column++) {
            int step = column * steps / COLUMNS;
            SeenFrames[] sides = {expert, policy};
            for (int side = 0; side < 2; side++) {
                draw(image, column * tile, 2 * side * tile, SCALE, sides[side], step, false);
                draw(image, column * tile, (2 * side + 1) * tile, SCALE, sides[side], step, true);
            }
        }
        PictureFile.write(file, image);
    }

    /** Mean of ‖∂D/∂x‖ over expert and policy, half of the weight each. */
    double slope() {
        return (expert.slope() + policy.slope()) / 2;
    }

    /** Both move, the expert's cycle again and again. */
    void film(Path file) {
        GifWriter.write(
                file,
                MILLIS,
                film -> {
                    int tile = FILM_SCALE * SIDE + GAP;
                    for (int t = 0; t < policy.length(); t++) {
                        BufferedImage image = blank(2 * tile - GAP, tile - GAP);
                        draw(image, 0, 0, FILM_SCALE, expert, t % expert.length(), true);
                        draw(image, tile, 0, FILM_SCALE, policy, t, true);
                        film.frame(image);
                    }
                });
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, BACKGROUND);
            }
        }
        return image;
    }

    private void draw(
            BufferedImage image,
            int left,
            int top,
            int scale,
            SeenFrames seen,
            int step,
            boolean looks) {
        double full = Math.max(expert.steepest(), policy.steepest()) / 2;
        for (int y = 0; y < SIDE * scale; y++) {
            for (int x = 0; x < SIDE * scale; x++) {
                int pixel = y / scale * SIDE + x / scale;
                double grey = seen.frames().get(step)[pixel];
                double look = looks && full > 0 ? seen.saliency().get(step)[pixel] / full : 0;
                image.setRGB(left + x, top + y, colour(grey, Math.min(1, look)));
            }
        }
    }

    /** From grey to red. */
    static int colour(double grey, double look) {
        int rest = (int) Math.round(255 * grey * (1 - look));
        int red = (int) Math.round(255 * (grey + look * (1 - grey)));
        return red << 16 | rest << 8 | rest;
    }
}
