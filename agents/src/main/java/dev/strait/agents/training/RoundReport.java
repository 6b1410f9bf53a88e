package dev.strait.agents.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One round of a training.
 *
 * @param round from 1
 * @param samples learned from since the beginning: steps of the worlds, or pictures
 * @param figures name to value, in the order in which they are to be shown; a figure that a round
 *     has no value for is NaN
 */
public record RoundReport(int round, long samples, Map<String, Double> figures) {

    public RoundReport {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
