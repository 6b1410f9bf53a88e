package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a policy is, all but its weights: {@code policy.json} in Java.
 *
 * @param environment id of the world that it acts in
 * @param observationSpace what it sees
 * @param actionSpace what it gives
 * @param settings of the actor
 * @param moments means, variances and count of the observations, (2F + 1); none where observations
 *     are taken as they are
 * @param provenance where it comes from: anything that JSON can hold
 */
record PolicyDescription(
        String environment,
        Box observationSpace,
        Space actionSpace,
        PolicySettings settings,
        double[] moments,
        Map<String, Object> provenance) {

    PolicyDescription {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
        int features = observationSpace.size();
        int wanted = settings.normaliseObservations() ? 2 * features + 1 : 0;
        require(
                moments.length == wanted,
                "observations of %s features need %s moments, but there are %s",
                features,
                wanted,
                moments.length);
        require(
                Arrays.stream(moments).allMatch(Double::isFinite)
                        && IntStream.range(features, moments.length).allMatch(i -> moments[i] >= 0),
                "means must be finite, variances and count not negative, but they were %s",
                Arrays.toString(moments));
    }

    /** How outputs become actions. */
    ActionHead head() {
        return ActionHead.of(actionSpace, settings.squash());
    }

    /** Sizes of the actor's layers: inputs, hidden, outputs. */
    int[] sizes() {
        return Stream.of(
                        IntStream.of(observationSpace.size()),
                        settings.hidden().stream().mapToInt(Integer::intValue),
                        IntStream.of(head().outputs()))
                .flatMapToInt(part -> part)
                .toArray();
    }
}
