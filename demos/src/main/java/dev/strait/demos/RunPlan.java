package dev.strait.demos;

import ai.djl.Device;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.envs.EnvironmentSpec;
import java.util.Optional;

/**
 * What a run has to know of the command that started it, beside the training itself.
 *
 * @param command such as {@code imitate}
 * @param algorithm such as {@code vail}
 * @param spec the world
 * @param seed of everything that is random
 * @param device where tensors live
 * @param evaluateEvery rounds between two evaluations
 * @param unit what progress counts: {@code steps} of the worlds, or {@code epochs}
 * @param total of them at the end
 * @param bottleneck whether there is a constraint to keep
 * @param expert returns of the demonstrations, where they tell rewards
 * @param random returns of random actions
 * @param target mean return that counts as reached; NaN for none
 * @param secondsBefore spent on training before the first round, by a warm start
 */
record RunPlan(
        String command,
        String algorithm,
        EnvironmentSpec spec,
        long seed,
        Device device,
        int evaluateEvery,
        String unit,
        long total,
        boolean bottleneck,
        Optional<ReturnStatistics> expert,
        ReturnStatistics random,
        double target,
        double secondsBefore) {

    /** The device as {@code --device} takes it. */
    String deviceName() {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }
}
