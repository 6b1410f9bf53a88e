package dev.strait.agents.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One round of a training.
 *
 * @param round from 1
 * @param environmentSteps since the beginning
 * @param figures name to value, in the order in which they are to be shown; a figure that a round
 *     has no value for is NaN
 */
public record RoundReport(int round, long environmentSteps, Map<String, Double> figures) {

    public RoundReport {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
