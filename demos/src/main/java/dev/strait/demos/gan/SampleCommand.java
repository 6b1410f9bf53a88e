package dev.strait.demos.gan;

import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.Generator;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.picture.GifWriter;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.render.PictureGrid;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait sample}: pictures of a saved generator. */
@Command(
        name = "sample",
        description = "Draw pictures from a saved generator.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait sample runs/vgan-gp-mnist-001 --out samples.png",
            "  strait sample runs/vgan-gp-mnist-001 --interpolate --out ways.gif",
            "  strait sample runs/infogan-mnist-001 --codes choice --out codes.png",
            "  strait sample runs/vgan-gp-mnist-001 --count 1000 --separate --out pictures",
        })
public final class SampleCommand implements Callable<Integer> {

    private static final int MOST = 100_000;
    private static final int MOST_ON_A_SHEET = 10_000;
    private static final int WAY = 11;
    private static final int WAY_IN_A_FILM = 40;
    private static final int FRAME_MILLIS = 60;
    private static final int CHUNK = 250;
    private static final int COLUMNS = 10;

    @Parameters(
            paramLabel = "GENERATOR",
            description = "A run folder of strait gan, or its generator.json.")
    private Path path;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "A .png or .gif, or with --separate a folder; must not exist.")
    private Path out;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "Pictures; of ways and codes, rows of the sheet by tens."
                            + " Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--columns",
            paramLabel = "N",
            description = "Samples side by side; 10 if left out, or as many as there are.")
    private Optional<Integer> columns = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the noise. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, or a graphics card such as gpu:0. Default: ${DEFAULT-VALUE}.")
    private String device;

    @ArgGroup private Way way = new Way();

    @Spec private CommandSpec spec;

    /** What is drawn beside plain samples; one at most. */
    static final class Way {

        @Option(
                names = "--interpolate",
                description = "Ways from one sample to another, a row each; in a .gif, a film.")
        private boolean interpolate;

        @Option(
                names = "--codes",
                paramLabel = "WHICH",
                description = "Of InfoGAN: choice, or the number (1, 2, …) of a code to sweep.")
        private String codes;

        @Option(names = "--separate", description = "A PNG for every picture, in the folder OUT.")
        private boolean separate;
    }

    @Override
    public Integer call() {
        requireIn("--count", count, way.separate ? MOST : MOST_ON_A_SHEET);
        columns.ifPresent(number -> requireIn("--columns", number, count));
        if (seed < 0) {
            throw new IllegalArgumentException("--seed must not be negative, but was " + seed);
        }
        Disk.requireFree(out);
        requireEnding();
        if (!way.separate) {
            Disk.requireFolderOf(out);
        }
        try (Generator generator = GeneratorInput.read(path, TensorEngine.device(device))) {
            draw(generator);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(out + " is written");
        err.flush();
        return ExitCode.DONE;
    }

    private static void requireIn(String option, int value, int most) {
        if (!(value >= 1 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be in [1, %s], but was %s".formatted(option, most, value));
        }
    }

    private boolean film() {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".gif");
    }

    private void requireEnding() {
        boolean png = out.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        if (!way.separate && !png && !film()) {
            throw new IllegalArgumentException(
                    "--out must end in .png or .gif, or be a folder with --separate: " + out);
        } else if (film() && !way.separate && !way.interpolate && way.codes == null) {
            throw new IllegalArgumentException(
                    "a .gif shows --interpolate or --codes; plain samples are a .png");
        }
    }

    private void draw(Generator generator) {
        SampleSheets sheets = new SampleSheets(generator);
        if (way.separate) {
            separate(generator);
        } else if (way.interpolate) {
            int steps = film() ? WAY_IN_A_FILM : WAY;
            write(sheets.ways(rows(), steps, seed), generator.shape(), steps);
        } else if (way.codes != null) {
            codes(sheets, generator);
        } else {
            PictureFile.write(out, sheets.grid(count, across(count), seed));
        }
    }

    /** How many of these are side by side. */
    private int across(int pictures) {
        return Math.min(pictures, columns.orElse(COLUMNS));
    }

    private int rows() {
        return (count + 9) / 10;
    }

    private void codes(SampleSheets sheets, Generator generator) {
        if (way.codes.equals("choice")) {
            float[] pixels = sheets.choices(rows(), seed);
            int choices = ((Codes.InfoCodes) generator.codes()).categories();
            write(pixels, generator.shape(), choices);
            return;
        }
        if (!way.codes.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "--codes must be choice or a number from 1, but was '" + way.codes + "'");
        }
        int steps = film() ? WAY_IN_A_FILM : WAY;
        int number = Integer.parseInt(way.codes) - 1;
        write(sheets.numbers(number, rows(), steps, seed), generator.shape(), steps);
    }

    /** A sheet of rows; or a film in which every row goes along its own. */
    private void write(float[] pixels, ImageShape shape, int steps) {
        if (!film()) {
            PictureFile.write(out, SampleSheets.draw(pixels, shape, steps));
            return;
        }
        int size = shape.size();
        int rows = pixels.length / size / steps;
        GifWriter.write(
                out,
                FRAME_MILLIS,
                film -> {
                    // There and back again.
                    for (int frame = 0; frame < 2 * steps - 2; frame++) {
                        int step = Math.min(frame, 2 * steps - 2 - frame);
                        float[] now = new float[rows * size];
                        for (int row = 0; row < rows; row++) {
                            int from = (row * steps + step) * size;
                            System.arraycopy(pixels, from, now, row * size, size);
                        }
                        film.frame(SampleSheets.draw(now, shape, across(rows)));
                    }
                });
    }

    private void separate(Generator generator) {
        Disk.writeFolder(
                out,
                folder -> {
                    float[] inputs = generator.draw(count, seed);
                    int width = generator.inputs();
                    PictureGrid plain = new PictureGrid(1, 0, 1);
                    for (int from = 0; from < count; from += CHUNK) {
                        int to = Math.min(count, from + CHUNK);
                        float[] pixels =
                                generator.sample(
                                        Arrays.copyOfRange(inputs, from * width, to * width));
                        int size = generator.shape().size();
                        for (int i = from; i < to; i++) {
                            float[] one =
                                    Arrays.copyOfRange(
                                            pixels, (i - from) * size, (i - from + 1) * size);
                            BufferedImage image = plain.draw(one, generator.shape());
                            PictureFile.write(
                                    folder.resolve("%06d.png".formatted(i)),
                                    generator.shape().channels() == 1
                                            ? PictureFile.gray(image)
                                            : image);
                        }
                    }
                });
    }
}
