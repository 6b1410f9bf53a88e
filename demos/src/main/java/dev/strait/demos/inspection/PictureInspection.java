package dev.strait.demos.inspection;

import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.image.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is in a set of pictures.
 *
 * @param data its name
 * @param pictures how many
 * @param channels C
 * @param height H
 * @param width W
 * @param classes names of the classes and how many pictures each has; none where there are none
 * @param darkest smallest number of the pictures looked at, in [−1, 1]
 * @param brightest largest of them
 * @param mean of them
 * @param deviation standard deviation of them
 * @param remarks what a user must be told
 */
record PictureInspection(
        String data,
        int pictures,
        int channels,
        int height,
        int width,
        List<ClassCount> classes,
        double darkest,
        double brightest,
        double mean,
        double deviation,
        List<String> remarks) {

    private static final int LOOKED_AT = 1_000;

    /** Pictures of a class. */
    record ClassCount(String name, int pictures) {}

    static PictureInspection of(String data, ImageSource source) {
        int[] counts = new int[source.classes()];
        for (int i = 0; i < source.size(); i++) {
            if (source.label(i) >= 0) {
                counts[source.label(i)]++;
            }
        }
        List<ClassCount> classes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            classes.add(new ClassCount(source.classNames().get(i), counts[i]));
        }
        double[] range = range(source);
        return new PictureInspection(
                data,
                source.size(),
                source.shape().channels(),
                source.shape().height(),
                source.shape().width(),
                classes,
                range[0],
                range[1],
                range[2],
                range[3],
                source.remarks());
    }

    /** Of pictures spread evenly over the source: darkest, brightest, mean, deviation. */
    private static double[] range(ImageSource source) {
        int count = Math.min(LOOKED_AT, source.size());
        float[] pixels = new float[source.shape().size()];
        double darkest = Double.POSITIVE_INFINITY;
        double brightest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            source.read((int) ((long) i * source.size() / count), pixels, 0);
            for (float value : pixels) {
                darkest = Math.min(darkest, value);
                brightest = Math.max(brightest, value);
                sum += value;
                squares += value * (double) value;
            }
        }
        double numbers = (double) count * pixels.length;
        double mean = sum / numbers;
        double variance = Math.max(0, squares / numbers - mean * mean);
        return new double[] {darkest, brightest, mean, Math.sqrt(variance)};
    }

    /** For people. */
    String text() {
        TextTable facts =
                new TextTable()
                        .row("data", data)
                        .row("pictures", String.format(Locale.ROOT, "%,d", pictures))
                        .row("shape", "%s x %s x %s".formatted(channels, height, width))
                        .row(
                                "values",
                                String.format(
                                        Locale.ROOT,
                                        "%.2f to %.2f, mean %.3f, deviation %.3f",
                                        darkest,
                                        brightest,
                                        mean,
                                        deviation))
                        .row("classes", classes.isEmpty() ? "none" : classes.size() + "");
        for (ClassCount each : classes) {
            facts.row("  " + each.name(), String.format(Locale.ROOT, "%,d", each.pictures()));
        }
        StringBuilder text = new StringBuilder(facts.toString());
        for (String remark : remarks) {
            text.append("note: ").append(remark).append(System.lineSeparator());
        }
        return text.toString();
    }
}
