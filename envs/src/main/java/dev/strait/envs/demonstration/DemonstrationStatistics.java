package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a recording amounts to, in figures.
 *
 * @param episodes number of episodes
 * @param steps number of steps
 * @param lengths of the lengths
 * @param returns of the returns, where every episode has rewards
 * @param terminated number of episodes that the world's own rule ended
 */
public record DemonstrationStatistics(
        int episodes, int steps, Spread lengths, Optional<Spread> returns, int terminated) {

    static DemonstrationStatistics of(List<Episode> episodes) {
        double[] lengths = episodes.stream().mapToDouble(Episode::length).toArray();
        double[] returns = episodes.stream().mapToDouble(Episode::episodeReturn).toArray();
        boolean rewarded = episodes.stream().allMatch(episode -> episode.rewards() != null);
        return new DemonstrationStatistics(
                episodes.size(),
                (int) Arrays.stream(lengths).sum(),
                Spread.of(lengths),
                rewarded ? Optional.of(Spread.of(returns)) : Optional.empty(),
                (int) episodes.stream().filter(Episode::terminated).count());
    }

    /**
     * Where numbers lie.
     *
     * @param mean their mean
     * @param std their standard deviation about that mean, with n in the denominator as in NumPy
     * @param min the least
     * @param max the greatest
     */
    public record Spread(double mean, double std, double min, double max) {

        static Spread of(double[] values) {
            require(values.length > 0, "a spread needs at least one value");
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            return new Spread(
                    mean,
                    Math.sqrt(squares / values.length),
                    Arrays.stream(values).min().orElseThrow(),
                    Arrays.stream(values).max().orElseThrow());
        }
    }
}
