package dev.strait.agents.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured of one set of generated pictures.
 *
 * @param figures by metric, those asked for
 * @param classes shares of the classes; empty where the extractor is no classifier
 */
public record MetricReport(Map<Metric, Measurement> figures, Optional<ClassShares> classes) {

    public MetricReport {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }

    /** Name to value, for a {@link dev.strait.agents.training.RoundReport}. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        figures.forEach((metric, figure) -> values.put(metric.key(), figure.value()));
        return values;
    }
}
