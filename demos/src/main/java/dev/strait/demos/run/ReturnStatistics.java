package dev.strait.demos.run;

import java.util.Arrays;

/**
 * Undiscounted returns of some episodes.
 *
 * @param mean finite
 * @param std of the population, at least 0
 * @param episodes at least 1
 */
public record ReturnStatistics(double mean, double std, int episodes) {

    public ReturnStatistics {
        if (!(Double.isFinite(mean) && std >= 0 && episodes >= 1)) {
            throw new IllegalArgumentException(
                    "not the statistics of episodes: mean %s, std %s, episodes %s"
                            .formatted(mean, std, episodes));
        }
    }

    /** The statistics of the given returns, at least one. */
    public static ReturnStatistics of(double... returns) {
        double mean = Arrays.stream(returns).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).average().orElse(0);
        return new ReturnStatistics(mean, Math.sqrt(variance), returns.length);
    }
}
