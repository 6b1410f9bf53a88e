package dev.strait.demos.run;

import dev.strait.core.bottleneck.BottleneckReport;
import java.util.Arrays;
import java.util.Locale;

/**
 * What passed the bottleneck once β had time to find its place.
 *
 * @param mean rate over the last half of the rounds, in nats; NaN without a bottleneck
 * @param limit I_c, in nats
 * @param aPlace whether both are means over the places of a code, as in the official image code
 */
public record HeldRate(double mean, double limit, boolean aPlace) {

    /** Of the whole code. */
    public HeldRate(double mean, double limit) {
        this(mean, limit, false);
    }

    /** Of a run's rounds. */
    public static HeldRate of(MetricsTable metrics) {
        double[] rates =
                metrics.columns().getOrDefault(MetricNames.RATE, new double[] {Double.NaN});
        double[] limits =
                metrics.columns()
                        .getOrDefault(MetricNames.INFORMATION_LIMIT, new double[] {Double.NaN});
        double mean =
                Arrays.stream(rates, rates.length / 2, rates.length).average().orElse(Double.NaN);
        return new HeldRate(mean, limits[limits.length - 1]);
    }

    /** Whether that is within a tenth of I_c, or below it. */
    public boolean kept() {
        return BottleneckReport.held(mean, limit);
    }

    /** The verdict for people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The bottleneck's constraint %s: %.4g nats%s passed in the last half, I_c is %.4g%s"
                        + " (a tenth above it counts as held)",
                kept() ? "holds" : "does not hold",
                mean,
                unit(),
                limit,
                unit());
    }

    private String unit() {
        return aPlace ? " a place" : "";
    }
}
