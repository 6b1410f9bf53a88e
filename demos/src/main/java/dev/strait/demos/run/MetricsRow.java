package dev.strait.demos.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one round, in the order in which they are written. A name such as {@code
 * discriminator/klExpert} puts it in a group of TensorBoard's.
 *
 * @param round from 1
 * @param counted what the samples are, the name of the second column
 * @param samples learned from so far, the horizontal axis of every plot
 * @param values by name; NaN where a figure was not measured in this round
 */
public record MetricsRow(long round, String counted, long samples, Map<String, Double> values) {

    public MetricsRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A row of a policy's metrics, without figures yet. */
    public static MetricsRow at(long round, long environmentSteps) {
        return at(round, MetricNames.ENVIRONMENT_STEPS, environmentSteps);
    }

    /** A row without figures yet. */
    public static MetricsRow at(long round, String counted, long samples) {
        return new MetricsRow(round, counted, samples, Map.of());
    }

    /**
     * This row with one more figure.
     *
     * @throws IllegalArgumentException if the name is taken or would break the CSV
     */
    public MetricsRow and(String name, double value) {
        if (values.containsKey(name) || !name.matches("[\\w./-]+")) {
            throw new IllegalArgumentException("not a new plain column name: '" + name + "'");
        }
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new MetricsRow(round, counted, samples, more);
    }
}
