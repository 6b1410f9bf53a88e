package dev.strait.demos.run;

import java.util.Arrays;
import java.util.List;

/**
 * Mean returns of several seeds.
 *
 * @param mean over the seeds
 * @param std over the seeds, of the population
 * @param seeds how many
 * @param returns one a seed
 */
public record SeedStatistics(double mean, double std, int seeds, List<Double> returns) {

    public SeedStatistics {
        returns = List.copyOf(returns);
    }

    /** The statistics of the given returns, at least one. */
    public static SeedStatistics of(double... returns) {
        ReturnStatistics all = ReturnStatistics.of(returns);
        return new SeedStatistics(
                all.mean(), all.std(), returns.length, Arrays.stream(returns).boxed().toList());
    }
}
