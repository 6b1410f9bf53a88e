package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.envs.Space;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a learned reward is, all but its weights: {@code reward.json} in Java.
 *
 * @param environment id of the world that it was learned in
 * @param observationSize F
 * @param actionSpace of that world
 * @param input what it sees of a transition
 * @param form how its logit becomes a reward; {@code LOGIT} where the logit is g itself
 * @param network that gives the logit
 * @param moments means, variances and count of the observations, (2F + 1); none where observations
 *     are taken as they are
 */
record RewardDescription(
        String environment,
        int observationSize,
        Space actionSpace,
        DiscriminatorInput input,
        RewardForm form,
        JudgeNetwork network,
        double[] moments) {

    RewardDescription {
        require(
                observationSize >= 1,
                "an observation has at least 1 number, but here %s",
                observationSize);
        int features = observationSize;
        require(
                moments.length == 0 || moments.length == 2 * features + 1,
                "observations of %s features need %s moments, but there are %s",
                features,
                2 * features + 1,
                moments.length);
        require(
                Arrays.stream(moments).allMatch(Double::isFinite)
                        && IntStream.range(features, moments.length).allMatch(i -> moments[i] >= 0),
                "means must be finite, variances and count not negative, but they were %s",
                Arrays.toString(moments));
    }

    /** The rows that the network sees, by moments that no longer move. */
    RowEncoder encoder() {
        RowEncoder encoder =
                new RowEncoder(
                        observationSize,
                        actionSpace,
                        input.needsActions(),
                        input.needsSuccessors(),
                        moments.length > 0);
        if (moments.length > 0) {
            encoder.normaliser().restore(moments);
        }
        return encoder;
    }
}
