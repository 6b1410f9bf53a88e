package dev.strait.demos.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a finished run of an imitation tells of itself in its summary.json.
 *
 * @param folder of the run
 * @param policyReturn mean return of the learned policy
 * @param score share of the way from random actions (0) to the expert (1), where both are known
 * @param rotationError in radians, of a run that imitates a motion
 * @param episodeSeconds mean length of its episodes
 * @param speed its mean metres a second forward
 * @param stepsToTarget steps until an evaluation reached 95 % of the expert
 * @param trainSeconds of training alone
 */
public record FinishedRun(
        RunFolder folder,
        double policyReturn,
        OptionalDouble score,
        OptionalDouble rotationError,
        OptionalDouble episodeSeconds,
        OptionalDouble speed,
        OptionalLong stepsToTarget,
        double trainSeconds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a folder's summary; empty where the run has not ended. */
    public static Optional<FinishedRun> read(RunFolder folder) {
        if (!folder.finished()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(folder, JSON.readTree(folder.summary().toFile())));
        } catch (IOException e) {
            throw Disk.failure("read", folder.summary(), e);
        }
    }

    private static FinishedRun of(RunFolder folder, JsonNode summary) {
        OptionalDouble policy = mean(summary, "policyReturn");
        OptionalDouble expert = mean(summary, "expertReturn");
        OptionalDouble random = mean(summary, "randomReturn");
        OptionalDouble score =
                policy.isPresent() && expert.isPresent() && random.isPresent()
                        ? finite(
                                (policy.getAsDouble() - random.getAsDouble())
                                        / (expert.getAsDouble() - random.getAsDouble()))
                        : OptionalDouble.empty();
        JsonNode target = summary.path("stepsToTarget");
        return new FinishedRun(
                folder,
                policy.orElse(Double.NaN),
                score,
                number(summary.path("rotationErrorRadians")),
                number(summary.path("episodeSeconds")),
                number(summary.path("speed")),
                target.isNumber() ? OptionalLong.of(target.asLong()) : OptionalLong.empty(),
                summary.path("trainSeconds").asDouble());
    }

    private static OptionalDouble mean(JsonNode summary, String name) {
        return number(summary.path(name).path("mean"));
    }

    /** A bare number, or the mean of statistics. */
    private static OptionalDouble number(JsonNode node) {
        JsonNode value = node.isObject() ? node.path("mean") : node;
        return value.isNumber() ? finite(value.asDouble()) : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
