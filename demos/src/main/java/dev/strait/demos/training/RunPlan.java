package dev.strait.demos.training;

import ai.djl.Device;
import dev.strait.core.tensor.TensorEngine;

/**
 * What every run has to know of the command that started it.
 *
 * @param command such as {@code imitate}
 * @param algorithm such as {@code vail}
 * @param subject what it learns in or from, such as {@code CartPole-v1}; part of the folder's name
 * @param seed of everything that is random
 * @param device where tensors live
 * @param samples what a round's samples are: the second column of metrics.csv, such as {@code
 *     environmentSteps}
 * @param unit what progress counts, such as {@code steps}
 * @param total of them at the end
 */
public record RunPlan(
        String command,
        String algorithm,
        String subject,
        long seed,
        Device device,
        String samples,
        String unit,
        long total) {

    /** The device as {@code --device} takes it. */
    public String deviceName() {
        return TensorEngine.name(device);
    }
}
