package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import java.util.EnumSet;
import java.util.Set;

/**
 * How pictures are measured.
 *
 * @param metrics what is measured; {@link Metric#COVERAGE} and {@link Metric#ENTROPY} only where
 *     the extractor is a classifier
 * @param kid KID's subsets
 * @param neighbours k of precision and recall
 * @param coveredShare the share from which a class counts as covered
 * @param batch pictures shown to the extractor at once
 */
public record MetricSettings(
        Set<Metric> metrics, KernelDistance kid, int neighbours, double coveredShare, int batch) {

    /** All metrics with the constants of their papers; a class is covered from 1 %. */
    public static final MetricSettings DEFAULT =
            new MetricSettings(
                    EnumSet.allOf(Metric.class),
                    KernelDistance.PAPER,
                    Neighbourhoods.NEIGHBOURS,
                    0.01,
                    250);

    public MetricSettings {
        metrics = Set.copyOf(metrics);
        require(!metrics.isEmpty(), "there must be something to measure, but metrics is %s", "[]");
        require(neighbours >= 1, "neighbours must be at least 1, but was %s", neighbours);
        require(
                coveredShare > 0 && coveredShare <= 1,
                "coveredShare must be in (0, 1], but was %s",
                coveredShare);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
    }

    /** The same with other metrics. */
    public MetricSettings only(Metric first, Metric... more) {
        return new MetricSettings(EnumSet.of(first, more), kid, neighbours, coveredShare, batch);
    }
}
