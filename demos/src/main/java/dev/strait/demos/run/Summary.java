package dev.strait.demos.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The figures of a finished run, as summary.json tells them; an absent one is {@code null}.
 *
 * @param command such as {@code imitate}
 * @param algorithm such as {@code vail}
 * @param environment the world's id
 * @param device where it ran, such as {@code cpu}
 * @param versions of everything that took part
 * @param policyReturn of the learned policy
 * @param expertReturn of the demonstrations, where they tell rewards
 * @param randomReturn of uniformly random actions
 * @param environmentSteps taken by training
 * @param trainSeconds training only: no start of the JVM, no evaluation
 * @param stepsToTarget steps until an evaluation reached 95 % of the expert
 * @param secondsToTarget the same, in seconds of training
 * @param peakResidentBytes the most memory that the process held
 * @param constraintSatisfied whether the bottleneck's mean KL over the last half is within a tenth
 *     of I_c, or below it
 * @param rotationErrorRadians of a motion that is imitated, after dynamic time warping
 * @param episodeSeconds mean length of an episode of it
 * @param longestEpisodeSeconds that length if nobody fell
 * @param fell episodes of it that ended with a fall
 * @param motionEpisodes of how many
 * @param speed its mean speed forward, in m/s
 * @param clipSpeed that of the clip
 * @param frameSlope of a discriminator that sees frames, mean of ‖∂D/∂x‖ over expert and policy
 */
public record Summary(
        String command,
        String algorithm,
        String environment,
        long seed,
        String device,
        Map<String, String> versions,
        ReturnStatistics policyReturn,
        Optional<ReturnStatistics> expertReturn,
        Optional<ReturnStatistics> randomReturn,
        long environmentSteps,
        double trainSeconds,
        OptionalLong stepsToTarget,
        OptionalDouble secondsToTarget,
        OptionalLong peakResidentBytes,
        Optional<Boolean> constraintSatisfied,
        OptionalDouble rotationErrorRadians,
        OptionalDouble episodeSeconds,
        OptionalDouble longestEpisodeSeconds,
        OptionalInt fell,
        OptionalInt motionEpisodes,
        OptionalDouble speed,
        OptionalDouble clipSpeed,
        OptionalDouble frameSlope) {

    /** The text of summary.json. */
    public String json() {
        return JsonText.of(this);
    }
}
