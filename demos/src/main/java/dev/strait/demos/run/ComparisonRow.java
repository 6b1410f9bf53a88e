package dev.strait.demos.run;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One contender on one subject, over its finished seeds.
 *
 * @param subject such as {@code CartPole-v1}
 * @param contender its label
 * @param planned seeds that were asked for
 * @param runs those that are finished, by seed
 * @param yardstick what all of the subject's are measured by
 */
public record ComparisonRow(
        String subject,
        String contender,
        int planned,
        List<FinishedRun> runs,
        Yardstick yardstick) {

    public ComparisonRow {
        runs = List.copyOf(runs);
    }

    /** Mean and deviation over seeds, of the population. */
    public Spread measured() {
        return Spread.of(runs.stream().mapToDouble(yardstick::of).toArray());
    }

    /** Mean and deviation of the world's own returns over seeds. */
    public Spread returns() {
        return Spread.of(runs.stream().mapToDouble(FinishedRun::policyReturn).toArray());
    }

    /** Mean and deviation over seeds of the length of episodes of a motion, in s. */
    public Spread episodeSeconds() {
        return told(FinishedRun::episodeSeconds);
    }

    /** Mean and deviation over seeds of the speed of a motion, in m/s. */
    public Spread speed() {
        return told(FinishedRun::speed);
    }

    private Spread told(Function<FinishedRun, OptionalDouble> figure) {
        return Spread.of(
                runs.stream().map(figure).flatMapToDouble(OptionalDouble::stream).toArray());
    }

    /** The worst seed by the yardstick; NaN without any. */
    public double worst() {
        double[] values = runs.stream().mapToDouble(yardstick::of).toArray();
        OptionalDouble worst =
                yardstick.lessIsBetter()
                        ? Arrays.stream(values).max()
                        : Arrays.stream(values).min();
        return worst.orElse(Double.NaN);
    }

    /** Seeds of which an evaluation reached 95 % of the expert. */
    public long reached() {
        return runs.stream().filter(run -> run.stepsToTarget().isPresent()).count();
    }

    /** The middle one of the steps that those seeds took; NaN where none did. */
    public double medianStepsToTarget() {
        double[] steps =
                runs.stream()
                        .filter(run -> run.stepsToTarget().isPresent())
                        .mapToDouble(run -> run.stepsToTarget().getAsLong())
                        .sorted()
                        .toArray();
        int middle = steps.length / 2;
        if (steps.length == 0) {
            return Double.NaN;
        }
        return steps.length % 2 == 1 ? steps[middle] : (steps[middle - 1] + steps[middle]) / 2;
    }

    /** Seconds of training, summed over seeds. */
    public double trainSeconds() {
        return runs.stream().mapToDouble(FinishedRun::trainSeconds).sum();
    }

    /**
     * Mean and deviation over seeds.
     *
     * @param mean NaN without seeds
     * @param std of the population
     * @param seeds how many
     */
    public record Spread(double mean, double std, int seeds) {

        static Spread of(double... values) {
            if (values.length == 0) {
                return new Spread(Double.NaN, Double.NaN, 0);
            }
            ReturnStatistics statistics = ReturnStatistics.of(values);
            return new Spread(statistics.mean(), statistics.std(), values.length);
        }
    }
}
