package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.ImageData;
import dev.strait.envs.image.reading.ImageOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The README's figures of InfoGAN on MNIST: the bound on I(c; G(z, c)), and how many test pictures
 * Q's choice tells right when every choice stands for the digit that makes it fit best, one to one.
 *
 * <p>Arguments: folder of MNIST, steps, first seed, seeds; {@code as-is} for the paper's Q.
 */
final class InfoGanTable {

    private static final int CLASSES = 10;
    private static final int ROUND = 100;
    private static final int ROUNDS_BETWEEN = 10;

    private InfoGanTable() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ImageSource real = ImageData.open(folder, ImageOptions.asIs());
        ImageSource test = ImageData.open(folder, ImageOptions.asIs().of(ImageOptions.Split.TEST));
        GanSettings settings = GanPresets.of(real.shape()).of(GanRecipes.INFOGAN);
        Pace pace = settings.pace().steps(Long.parseLong(arguments[1])).stepsARound(ROUND);
        settings = settings.pace(pace);
        if (arguments.length > 4 && arguments[4].equals("as-is")) {
            settings = settings.tricks(settings.tricks().choiceView(new ChoiceView.AsIs()));
        }
        int from = Integer.parseInt(arguments[2]);
        for (int seed = from; seed < from + Integer.parseInt(arguments[3]); seed++) {
            run(settings, real, test, seed);
        }
    }

    private static void run(GanSettings settings, ImageSource real, ImageSource test, int seed) {
        int rows = GanPresets.of(real.shape()).batch();
        try (GanTraining training =
                new GanTraining(
                        settings,
                        ImageBatches.of(real, rows, seed, Augmentation.none()),
                        Device.cpu(),
                        new Seeds(seed))) {
            for (int round = 1; !training.finished(); round++) {
                Map<String, Double> figures = training.round().figures();
                if (round % ROUNDS_BETWEEN == 0 || training.finished()) {
                    int[][] counts = counts(training, test);
                    System.out.printf(
                            Locale.ROOT,
                            "seed %d step %d match %.4f bound %.3f of %.3f, squared error %.3f,"
                                    + " real entropy %.3f, choices are %s%n",
                            seed,
                            training.steps(),
                            best(counts) / (double) test.size(),
                            figures.get("codes/bound"),
                            figures.get("codes/entropy"),
                            figures.get("codes/squared_error"),
                            figures.get("codes/real_entropy"),
                            Arrays.stream(counts).map(InfoGanTable::digits).toList());
                }
            }
        }
    }

    /** Pictures by choice and digit. */
    private static int[][] counts(GanTraining training, ImageSource test) {
        int[][] counts = new int[CLASSES][CLASSES];
        for (ImageBatch batch : ImageBatches.all(test, 500)) {
            int[] chosen = training.recognise(batch);
            for (int i = 0; i < chosen.length; i++) {
                counts[chosen[i]][batch.labels()[i]]++;
            }
        }
        return counts;
    }

    /** Digits that make up a tenth or more of a choice: one where it is pure, more where merged. */
    private static String digits(int[] counts) {
        int all = Arrays.stream(counts).sum();
        return IntStream.range(0, CLASSES)
                .filter(digit -> all > 0 && 10 * counts[digit] >= all)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("+"));
    }

    /**
     * The most pictures that a one-to-one naming of choices tells right: the largest sum of one
     * entry a row and a column, by the sets of columns that are taken.
     */
    private static int best(int[][] counts) {
        int[] most = new int[1 << CLASSES];
        Arrays.fill(most, 1, most.length, -1);
        for (int taken = 0; taken < most.length; taken++) {
            int row = Integer.bitCount(taken);
            for (int column = 0; column < CLASSES && row < CLASSES; column++) {
                int with = taken | 1 << column;
                if (with != taken) {
                    most[with] = Math.max(most[with], most[taken] + counts[row][column]);
                }
            }
        }
        return most[most.length - 1];
    }
}
