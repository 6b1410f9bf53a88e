package dev.strait.demos.play;

import dev.strait.envs.demonstration.Episode;
import java.util.ArrayList;
import java.util.List;

/** Returns and lengths of played episodes, in the order in which they were played. */
final class Played {

    private final List<Double> returns = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();

    /**
     * Where some numbers lie.
     *
     * @param mean of them
     * @param std of the population
     * @param min the least
     * @param max the greatest
     * @param episodes how many, at least 1
     */
    record Figures(double mean, double std, double min, double max, int episodes) {

        static Figures of(List<Double> values) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("figures need at least one episode");
            }
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return new Figures(
                    mean,
                    Math.sqrt(squares / values.size()),
                    values.stream().mapToDouble(v -> v).min().orElseThrow(),
                    values.stream().mapToDouble(v -> v).max().orElseThrow(),
                    values.size());
        }
    }

    /** Counts an episode. */
    void add(Episode episode) {
        returns.add(episode.episodeReturn());
        lengths.add((double) episode.length());
    }

    /** How many episodes. */
    int episodes() {
        return returns.size();
    }

    /** Of the undiscounted returns. */
    Figures returns() {
        return Figures.of(returns);
    }

    /** Of the numbers of steps. */
    Figures lengths() {
        return Figures.of(lengths);
    }
}
