package dev.strait.agents.training;

import static dev.strait.core.Require.requirePositive;

import com.sun.management.OperatingSystemMXBean;
import dev.strait.agents.policy.Policy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The training of a policy that is finished after a time, or after its planned rounds where those
 * are over first: methods are compared by equal time. What anneals follows the planned rounds.
 */
public final class TimedTraining implements PolicyTraining {

    private final PolicyTraining inner;
    private final double limit;
    private final LongSupplier nanos;
    private double spent;

    TimedTraining(PolicyTraining inner, double limit, LongSupplier nanos) {
        requirePositive(limit, "seconds");
        this.inner = inner;
        this.limit = limit;
        this.nanos = nanos;
    }

    /**
     * By the time that the processor spends on rounds, of all threads of the process: what others
     * do on the machine does not count.
     *
     * @param inner closed with this
     * @param seconds until it is finished; the round that passes them is its last
     */
    public static TimedTraining ofProcessorTime(PolicyTraining inner, double seconds) {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new TimedTraining(inner, seconds, system::getProcessCpuTime);
    }

    @Override
    public boolean finished() {
        return spent >= limit || inner.finished();
    }

    @Override
    public RoundReport round() {
        long begun = nanos.getAsLong();
        RoundReport report = inner.round();
        spent += (nanos.getAsLong() - begun) / 1e9;
        return report;
    }

    @Override
    public double progress() {
        return Math.min(1, Math.max(spent / limit, inner.progress()));
    }

    @Override
    public long environmentSteps() {
        return inner.environmentSteps();
    }

    @Override
    public Policy policy() {
        return inner.policy();
    }

    @Override
    public void saveReward(Path folder, String environment, Map<String, Object> provenance)
            throws IOException {
        inner.saveReward(folder, environment, provenance);
    }

    @Override
    public void save(TrainingState state) {
        inner.save(state);
        state.put("timed.seconds", spent);
    }

    @Override
    public void restore(TrainingState state) {
        inner.restore(state);
        spent = state.doubles("timed.seconds", 1)[0];
    }

    @Override
    public void close() {
        inner.close();
    }
}
