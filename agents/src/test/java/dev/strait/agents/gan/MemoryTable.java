package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The README's figure of resident memory: every recipe trains on drawn digits with convolutional
 * networks, ten steps in turn, in one process, and the process tells its memory every minute. So
 * every regulariser and bottleneck is at work all the time, and what leaks in any of them shows.
 *
 * <p>Arguments: minutes.
 */
final class MemoryTable {

    private static final int BATCH = 16;

    private MemoryTable() {}

    public static void main(String[] arguments) throws IOException {
        int minutes = Integer.parseInt(arguments[0]);
        List<GanTraining> trainings = new ArrayList<>();
        for (GanRecipes recipe : GanRecipes.values()) {
            trainings.add(training(recipe));
        }
        long begun = System.nanoTime();
        for (int minute = 1; minute <= minutes; minute++) {
            while (System.nanoTime() - begun < minute * 60_000_000_000L) {
                trainings.forEach(GanTraining::round);
            }
            System.out.printf(
                    Locale.ROOT,
                    "minute %d: %.1f MB resident after %d steps of each%n",
                    minute,
                    resident(),
                    trainings.get(0).steps());
        }
        trainings.forEach(GanTraining::close);
    }

    private static GanTraining training(GanRecipes recipe) {
        DrawnDigits digits = new DrawnDigits(1, 256);
        GanSettings settings = GanPresets.of(digits.shape()).of(recipe);
        Pace pace = settings.pace().critic(new CriticSchedule.Constant(1));
        return new GanTraining(
                settings.pace(pace.steps(Long.MAX_VALUE).stepsARound(10)),
                ImageBatches.of(digits, BATCH, 1, Augmentation.none()),
                Device.cpu(),
                new Seeds(1));
    }

    /** Megabytes that the process holds, by Linux. */
    private static double resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("/proc/self/status has no VmRSS");
    }
}
