package dev.strait.demos.gan;

import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.Generator;
import dev.strait.agents.gan.Latent;
import dev.strait.demos.picture.PictureFile;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.render.PictureGrid;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;

/** Sheets of what a generator makes: many samples, ways between samples, ways along its codes. */
final class SampleSheets {

    /** A sheet is enlarged while its pictures are smaller than this. */
    private static final int LEGIBLE = 48;

    private static final double REACH = 2;
    private static final int PADDING = 2;

    private final Generator generator;

    SampleSheets(Generator generator) {
        this.generator = generator;
    }

    /** Samples of a seed in rows of {@code columns}. */
    BufferedImage grid(int count, int columns, long seed) {
        return draw(generator.samples(count, seed), generator.shape(), columns);
    }

    /** Pictures in rows of {@code columns}, large enough to look at. */
    static BufferedImage draw(float[] pixels, ImageShape shape, int columns) {
        int side = Math.max(shape.height(), shape.width());
        int scale = Math.max(1, (LEGIBLE + side - 1) / side);
        return new PictureGrid(columns, PADDING, scale).draw(pixels, shape);
    }

    /**
     * Ways between samples, one a row, the codes of its first sample kept. Along a normal prior the
     * way is the great circle (White 2016): the straight line would pass through noise of a length
     * that the generator has never seen.
     *
     * @param rows ways
     * @param steps pictures of each, both ends included
     */
    float[] ways(int rows, int steps, long seed) {
        float[] ends = generator.draw(2 * rows, seed);
        int width = generator.inputs();
        float[] inputs = new float[rows * steps * width];
        for (int row = 0; row < rows; row++) {
            float[] from = Arrays.copyOfRange(ends, 2 * row * width, (2 * row + 1) * width);
            float[] to = Arrays.copyOfRange(ends, (2 * row + 1) * width, (2 * row + 2) * width);
            for (int step = 0; step < steps; step++) {
                float[] between = between(from, to, step / (double) (steps - 1));
                System.arraycopy(between, 0, inputs, (row * steps + step) * width, width);
            }
        }
        return generator.sample(inputs);
    }

    private float[] between(float[] from, float[] to, double share) {
        int noise = generator.latent().size();
        double[] weights = {1 - share, share};
        if (generator.latent().prior() == Latent.Prior.NORMAL) {
            double angle = angle(from, to, noise);
            if (Math.sin(angle) > 1e-6) {
                weights[0] = Math.sin((1 - share) * angle) / Math.sin(angle);
                weights[1] = Math.sin(share * angle) / Math.sin(angle);
            }
        }
        float[] between = from.clone();
        for (int i = 0; i < noise; i++) {
            between[i] = (float) (weights[0] * from[i] + weights[1] * to[i]);
        }
        return between;
    }

    private static double angle(float[] from, float[] to, int size) {
        double product = 0;
        double ofFrom = 0;
        double ofTo = 0;
        for (int i = 0; i < size; i++) {
            product += from[i] * (double) to[i];
            ofFrom += from[i] * (double) from[i];
            ofTo += to[i] * (double) to[i];
        }
        double cosine = product / Math.sqrt(ofFrom * ofTo);
        return Math.acos(Math.max(-1, Math.min(1, cosine)));
    }

    /**
     * Every value of the choice across, other noise in every row.
     *
     * @throws IllegalArgumentException where the generator has no choice
     */
    float[] choices(int rows, long seed) {
        int categories = codes().categories();
        if (categories == 0) {
            throw new IllegalArgumentException("the generator's codes are numbers alone");
        }
        return swept(rows, categories, seed, (inputs, at, column) -> choose(inputs, at, column));
    }

    /**
     * One number of the codes from −2 to 2 across, other noise (and the next choice, where there is
     * one) in every row; training drew it from −1 to 1.
     *
     * @param number of the code, from 0
     */
    float[] numbers(int number, int rows, int columns, long seed) {
        Codes.InfoCodes codes = codes();
        if (number < 0 || number >= codes.continuous()) {
            throw new IllegalArgumentException(
                    "the generator has %s codes that are numbers, but number %s was asked for"
                            .formatted(codes.continuous(), number + 1));
        }
        int place = generator.latent().size() + codes.categories() + number;
        return swept(
                rows,
                columns,
                seed,
                (inputs, at, column) -> {
                    if (codes.categories() > 0) {
                        choose(
                                inputs,
                                at,
                                at / (columns * generator.inputs()) % codes.categories());
                    }
                    inputs[at + place] = (float) (REACH * (2.0 * column / (columns - 1) - 1));
                });
    }

    private void choose(float[] inputs, int at, int choice) {
        int first = at + generator.latent().size();
        Arrays.fill(inputs, first, first + codes().categories(), 0);
        inputs[first + choice] = 1;
    }

    /** Sets codes in a row of inputs. */
    private interface Setting {
        void set(float[] inputs, int at, int column);
    }

    private float[] swept(int rows, int columns, long seed, Setting setting) {
        float[] drawn = generator.draw(rows, seed);
        int width = generator.inputs();
        float[] inputs = new float[rows * columns * width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = (row * columns + column) * width;
                System.arraycopy(drawn, row * width, inputs, at, width);
                setting.set(inputs, at, column);
            }
        }
        return generator.sample(inputs);
    }

    /** The codes, of one who has some. */
    private Codes.InfoCodes codes() {
        if (generator.codes() instanceof Codes.InfoCodes codes) {
            return codes;
        }
        throw new IllegalArgumentException(
                "the generator was trained without codes; those of the recipe infogan have some");
    }

    /**
     * Writes a sheet for every code into a folder: {@code codes-choice.png}, {@code codes-1.png}, …
     */
    void writeCodes(Path folder, long seed) {
        int rows = Math.max(codes().categories(), 5);
        if (codes().categories() > 0) {
            write(folder, "choice", choices(10, seed), codes().categories());
        }
        for (int i = 0; i < codes().continuous(); i++) {
            write(folder, Integer.toString(i + 1), numbers(i, rows, 11, seed), 11);
        }
    }

    private void write(Path folder, String name, float[] pixels, int columns) {
        PictureFile.write(
                folder.resolve("codes-" + name + ".png"), draw(pixels, generator.shape(), columns));
    }
}
