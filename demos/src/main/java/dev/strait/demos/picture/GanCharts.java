package dev.strait.demos.picture;

import static dev.strait.demos.run.MetricNames.ACCURACY_CAP;
import static dev.strait.demos.run.MetricNames.ACCURACY_FAKE;
import static dev.strait.demos.run.MetricNames.ACCURACY_REAL;
import static dev.strait.demos.run.MetricNames.CODE_DOUBT;
import static dev.strait.demos.run.MetricNames.CODE_ENTROPY;
import static dev.strait.demos.run.MetricNames.CODE_INFORMATION;
import static dev.strait.demos.run.MetricNames.DISCRIMINATOR_LOSS;
import static dev.strait.demos.run.MetricNames.GENERATOR_LOSS;
import static dev.strait.demos.run.MetricNames.KL_FAKE;
import static dev.strait.demos.run.MetricNames.KL_REAL;
import static dev.strait.demos.run.MetricNames.PENALTY;
import static dev.strait.demos.run.MetricNames.PICTURES;

import dev.strait.demos.picture.TrainingCharts.Line;
import dev.strait.demos.run.MetricsTable;
import java.util.List;
import java.util.Optional;

/** The plots of a GAN's report, each drawn where its columns were measured. */
final class GanCharts {

    private static final List<TrainingCharts> ALL =
            List.of(
                    chart(
                            "FID",
                            "Fréchet distance between generated and real pictures over the"
                                    + " extractor's features; lower is better. Compare it only with"
                                    + " figures of the same extractor and number of pictures.",
                            new Line("FID", PICTURES + "fid")),
                    chart(
                            "KID",
                            "Kernel distance over the same features; lower is better, and 0 where"
                                    + " both sides are alike.",
                            new Line("KID", PICTURES + "kid")),
                    chart(
                            "Precision and recall",
                            "Share of generated pictures that lie among the real ones, and of real"
                                    + " ones that lie among the generated.",
                            new Line("precision", PICTURES + "precision"),
                            new Line("recall", PICTURES + "recall")),
                    TrainingCharts.information(
                            new Line("real", KL_REAL), new Line("generated", KL_FAKE)),
                    TrainingCharts.MULTIPLIER,
                    new TrainingCharts(
                            "Discriminator accuracy",
                            "How often either side is told right. Near one half, real and generated"
                                    + " look alike; the cap is the most that the measured"
                                    + " information allows.",
                            List.of(
                                    new Line("real", ACCURACY_REAL),
                                    new Line("generated", ACCURACY_FAKE)),
                            List.of(new Line("cap", ACCURACY_CAP))),
                    chart(
                            "Losses",
                            "What the players minimise, without penalties and the bottleneck's term;"
                                    + " since each moves the other's, neither need fall.",
                            new Line("discriminator", DISCRIMINATOR_LOSS),
                            new Line("generator", GENERATOR_LOSS)),
                    chart(
                            "Penalty",
                            "The regulariser's term: how steep the discriminator is where it should"
                                    + " not be.",
                            new Line("penalty", PENALTY)),
                    new TrainingCharts(
                            "Information about the codes",
                            "Lower bound of what pictures tell about the choice that they were made"
                                    + " of, in nats; the ceiling is the choice's entropy.",
                            List.of(new Line("bound", CODE_INFORMATION)),
                            List.of(new Line("H(c)", CODE_ENTROPY))),
                    chart(
                            "Doubt about the choice of real pictures",
                            "Mean entropy of what Q says, in nats. It falls as every kind of picture"
                                    + " comes to have a choice of its own, and stays higher where"
                                    + " two choices share two kinds.",
                            new Line("doubt", CODE_DOUBT)));

    private GanCharts() {}

    static List<LinePlot> of(MetricsTable metrics) {
        return ALL.stream()
                .map(chart -> chart.plot(metrics, List.of()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static TrainingCharts chart(String title, String explanation, Line... lines) {
        return new TrainingCharts(title, explanation, List.of(lines), List.of());
    }
}
