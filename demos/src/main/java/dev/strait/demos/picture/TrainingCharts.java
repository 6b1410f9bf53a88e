package dev.strait.demos.picture;

import static dev.strait.demos.run.MetricNames.ACCURACY_AGENT;
import static dev.strait.demos.run.MetricNames.ACCURACY_CAP;
import static dev.strait.demos.run.MetricNames.ACCURACY_EXPERT;
import static dev.strait.demos.run.MetricNames.BETA;
import static dev.strait.demos.run.MetricNames.CLIP_FRACTION;
import static dev.strait.demos.run.MetricNames.CLONING_ACCURACY;
import static dev.strait.demos.run.MetricNames.CLONING_LOSS;
import static dev.strait.demos.run.MetricNames.CLONING_VALIDATION_LOSS;
import static dev.strait.demos.run.MetricNames.DISCRIMINATOR_LOSS;
import static dev.strait.demos.run.MetricNames.ENTROPY;
import static dev.strait.demos.run.MetricNames.EVALUATION_RETURN;
import static dev.strait.demos.run.MetricNames.EVALUATION_STD;
import static dev.strait.demos.run.MetricNames.EXPLAINED_VARIANCE;
import static dev.strait.demos.run.MetricNames.INFORMATION_LIMIT;
import static dev.strait.demos.run.MetricNames.KL_AGENT;
import static dev.strait.demos.run.MetricNames.KL_EXPERT;
import static dev.strait.demos.run.MetricNames.POLICY_KL;
import static dev.strait.demos.run.MetricNames.PPO_LOSS;
import static dev.strait.demos.run.MetricNames.RATE;
import static dev.strait.demos.run.MetricNames.REWARD;
import static dev.strait.demos.run.MetricNames.ROLLOUT_RETURN;

import dev.strait.demos.picture.LinePlot.Level;
import dev.strait.demos.run.MetricsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plots that a report can show, each drawn where its columns were measured.
 *
 * @param title what is shown
 * @param explanation one sentence: how to read it
 * @param lines the columns that are drawn as lines
 * @param levels the columns whose last figure is a level to compare with
 */
record TrainingCharts(String title, String explanation, List<Line> lines, List<Line> levels) {

    private static final String ROUNDS = "round";

    /** A column and its name in the legend; a spread column may be empty. */
    record Line(String label, String column, String spread) {
        Line(String label, String column) {
            this(label, column, "");
        }
    }

    /** The return, against those of expert and random actions. */
    static final TrainingCharts RETURN =
            new TrainingCharts(
                    "Return",
                    "Sum of the world's own rewards per episode; the algorithm never sees it. The"
                            + " band is one standard deviation over evaluation episodes.",
                    List.of(
                            new Line("evaluation", EVALUATION_RETURN, EVALUATION_STD),
                            new Line("while training", ROLLOUT_RETURN)),
                    List.of());

    /** What the discriminator's code tells; sides named as they are in imitation. */
    static TrainingCharts information(Line... sides) {
        List<Line> lines = new ArrayList<>(List.of(sides));
        lines.add(new Line("held at I_c", RATE));
        return new TrainingCharts(
                "Information",
                "What the discriminator's code tells about its input, in nats, of all its places"
                        + " together. The bottleneck holds at I_c what its convention makes of"
                        + " the two sides: their mean, if it is the paper's.",
                lines,
                List.of(new Line("I_c", INFORMATION_LIMIT)));
    }

    /** The price of information. */
    static final TrainingCharts MULTIPLIER =
            new TrainingCharts(
                    "Multiplier β",
                    "The price of information. It rises while more than I_c passes and falls while"
                            + " less does.",
                    List.of(new Line("β", BETA)),
                    List.of());

    /** All but the return, in reading order. */
    static final List<TrainingCharts> OTHERS =
            List.of(
                    information(new Line("expert", KL_EXPERT), new Line("agent", KL_AGENT)),
                    MULTIPLIER,
                    new TrainingCharts(
                            "Discriminator accuracy",
                            "How often either side is told right. Near one half, agent and expert"
                                    + " look alike; the cap is the most that I_c nats allow in telling them"
                                    + " apart.",
                            List.of(
                                    new Line("expert", ACCURACY_EXPERT),
                                    new Line("agent", ACCURACY_AGENT)),
                            List.of(new Line("cap", ACCURACY_CAP))),
                    new TrainingCharts(
                            "Discriminator loss",
                            "Its objective without the bottleneck's term; two ln 2 when it cannot"
                                    + " tell the sides apart, in the summed form.",
                            List.of(new Line("objective", DISCRIMINATOR_LOSS)),
                            List.of()),
                    new TrainingCharts(
                            "Learned reward",
                            "Mean reward of a step as the discriminator gives it. It moves with"
                                    + " the discriminator, so its level means little by itself.",
                            List.of(new Line("reward", REWARD)),
                            List.of()),
                    new TrainingCharts(
                            "Policy entropy",
                            "How undecided the policy is, in nats; it falls as the policy"
                                    + " commits itself.",
                            List.of(new Line("entropy", ENTROPY)),
                            List.of()),
                    new TrainingCharts(
                            "Policy update",
                            "How far each update moved the policy, and how often PPO's clip held"
                                    + " it back.",
                            List.of(
                                    new Line("KL, nats", POLICY_KL),
                                    new Line("share clipped", CLIP_FRACTION)),
                            List.of()),
                    new TrainingCharts(
                            "Value function",
                            "Share of the returns' variance that the value function foresees: 1 is"
                                    + " all, 0 no better than a constant.",
                            List.of(new Line("explained variance", EXPLAINED_VARIANCE)),
                            List.of()),
                    new TrainingCharts(
                            "Loss of the policy step",
                            "Clipped surrogate, value and entropy terms together; it need not fall,"
                                    + " since each round has its own data.",
                            List.of(new Line("loss", PPO_LOSS)),
                            List.of()),
                    new TrainingCharts(
                            "Behaviour cloning",
                            "Negative log-likelihood of the expert's actions; training stops where"
                                    + " held-out episodes no longer gain.",
                            List.of(
                                    new Line("training", CLONING_LOSS),
                                    new Line("held out", CLONING_VALIDATION_LOSS)),
                            List.of()),
                    new TrainingCharts(
                            "Agreement with the expert",
                            "Share of held-out actions that the policy would choose, too.",
                            List.of(new Line("held out", CLONING_ACCURACY)),
                            List.of()));

    /** The plot, if any of its lines tells something. */
    Optional<LinePlot> plot(MetricsTable metrics, List<Level> more) {
        List<Series> series =
                lines.stream()
                        .filter(line -> metrics.tells(line.column()))
                        .map(line -> series(line, metrics))
                        .toList();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Stream<Level> own =
                levels.stream()
                        .filter(line -> metrics.tells(line.column()))
                        .map(line -> new Level(line.label(), last(metrics, line.column())));
        List<Level> all = Stream.concat(more.stream(), own).toList();
        String axis = axis(metrics).equals(ROUNDS) ? "epochs" : words(axis(metrics));
        return Optional.of(new LinePlot(title, explanation, axis, series, all));
    }

    /** The samples; behaviour cloning counts none and is drawn over its epochs. */
    private static String axis(MetricsTable metrics) {
        String counted = metrics.columns().keySet().stream().skip(1).findFirst().orElseThrow();
        double[] samples = metrics.columns().get(counted);
        return samples[samples.length - 1] > 0 ? counted : ROUNDS;
    }

    /** {@code environmentSteps} as {@code environment steps}. */
    private static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static Series series(Line line, MetricsTable metrics) {
        double[] spread = metrics.columns().getOrDefault(line.spread(), new double[0]);
        return new Series(
                line.label(),
                metrics.columns().get(axis(metrics)),
                metrics.columns().get(line.column()),
                spread);
    }

    private static double last(MetricsTable metrics, String column) {
        double last = Double.NaN;
        for (double value : metrics.columns().get(column)) {
            last = Double.isNaN(value) ? last : value;
        }
        return last;
    }
}
