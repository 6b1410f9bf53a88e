package dev.strait.agents.gan;

import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.BottleneckReport;
import java.util.Map;

/** Whether the constraint is held where it counts: by the mean rate over the last half of a run. */
final class RateWatch {

    private long updates;
    private double sum;
    private double limit = Double.POSITIVE_INFINITY;

    /** Counts one update of the discriminator. */
    void count(BottleneckReport report, boolean late) {
        limit = report.informationLimit();
        if (late) {
            updates++;
            sum += report.rate();
        }
    }

    /** Mean rate over the updates of the last half so far; NaN before it. */
    double mean() {
        return updates == 0 ? Double.NaN : sum / updates;
    }

    /** Puts the figures; NaN before the last half. */
    void figures(Map<String, Double> target) {
        double held = BottleneckReport.held(mean(), limit) ? 1 : 0;
        target.put("bottleneck/late_rate", mean());
        target.put("bottleneck/late_held", updates == 0 ? Double.NaN : held);
    }

    void save(TrainingState state) {
        state.put("gan.late_updates", updates);
        state.put("gan.late_rates", sum, limit);
    }

    void restore(TrainingState state) {
        updates = state.number("gan.late_updates");
        double[] saved = state.doubles("gan.late_rates", 2);
        sum = saved[0];
        limit = saved[1];
    }
}
