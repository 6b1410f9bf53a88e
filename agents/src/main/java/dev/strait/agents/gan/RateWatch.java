package dev.strait.agents.gan;

import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.BottleneckReport;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the constraint is held where it counts: by the mean rate over the last half of a run.
 * What had been counted at the start of every round is kept, for a run that goes on with more steps
 * has a later half.
 */
final class RateWatch {

    /** Updates of the discriminator until now, and the sum of their rates. */
    private record Count(long updates, double sum) {}

    private final TreeMap<Long, Count> marks = new TreeMap<>();
    private Count now = new Count(0, 0);
    private double limit = Double.POSITIVE_INFINITY;

    /** Counts one update of the discriminator. */
    void count(BottleneckReport report) {
        limit = report.informationLimit();
        now = new Count(now.updates + 1, now.sum + report.rate());
    }

    /** Notes that the generator has made so many steps. */
    void mark(long steps) {
        marks.put(steps, now);
    }

    /**
     * Puts the figures; NaN before the last half.
     *
     * @param steps of the generator until now
     * @param half steps after which the last half begins, at the next mark
     */
    void figures(long steps, long half, Map<String, Double> target) {
        Long begun = marks.ceilingKey(half);
        Count before = begun == null || begun >= steps ? now : marks.get(begun);
        long updates = now.updates - before.updates;
        double mean = (now.sum - before.sum) / updates;
        double held = BottleneckReport.held(mean, limit) ? 1 : 0;
        target.put("bottleneck/late_rate", mean);
        target.put("bottleneck/late_held", updates == 0 ? Double.NaN : held);
    }

    void save(TrainingState state) {
        state.put("gan.rate_steps", marks.keySet().stream().mapToLong(Long::longValue).toArray());
        state.put("gan.rate_updates", marks.values().stream().mapToLong(Count::updates).toArray());
        state.put("gan.rate_sums", marks.values().stream().mapToDouble(Count::sum).toArray());
        state.put("gan.rate_now", now.updates, now.sum, limit);
    }

    void restore(TrainingState state) {
        long[] steps = state.longs("gan.rate_steps");
        long[] updates = state.longs("gan.rate_updates");
        double[] sums = state.doubles("gan.rate_sums", steps.length);
        marks.clear();
        for (int i = 0; i < steps.length; i++) {
            marks.put(steps[i], new Count(updates[i], sums[i]));
        }
        double[] saved = state.doubles("gan.rate_now", 3);
        now = new Count((long) saved[0], saved[1]);
        limit = saved[2];
    }
}
