package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.envs.Environments;
import dev.strait.envs.Space;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.World;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a learned reward is, all but its weights: {@code reward.json} in Java.
 *
 * @param environment id of the world that it was learned in
 * @param observationSize F
 * @param stateSize of what the world's states are compared by, which is computed from observations
 * @param actionSpace of that world
 * @param input what it sees of a transition
 * @param form how its logit becomes a reward; {@code LOGIT} where the logit is g itself
 * @param origin the logit that the form counts from
 * @param network that gives the logit
 * @param moments means, variances and count of the states, one more than twice their size;
 *     variances of 1 where they are shifted alone, and none where they are taken as they are
 */
record RewardDescription(
        String environment,
        int observationSize,
        int stateSize,
        Space actionSpace,
        DiscriminatorInput input,
        RewardForm form,
        double origin,
        JudgeNetwork network,
        double[] moments) {

    RewardDescription {
        require(
                observationSize >= 1 && stateSize >= 1,
                "observations and states have at least 1 number, but here %s and %s",
                observationSize,
                stateSize);
        require(Double.isFinite(origin), "origin must be finite, but was %s", origin);
        int features = stateSize;
        require(
                moments.length == 0 || moments.length == 2 * features + 1,
                "states of %s numbers need %s moments, but there are %s",
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
                        features(),
                        input.needsActions(),
                        input.needsSuccessors(),
                        moments.length > 0,
                        true);
        if (moments.length > 0) {
            encoder.normaliser().restore(moments);
        }
        return encoder;
    }

    /** As the world shows its states; as they are observed where the world is not known here. */
    private StateFeatures features() {
        StateFeatures features = StateFeatures.observed(observationSize);
        int observed = observationSize;
        String kind = Environments.kind(environment);
        if (Environments.ids().contains(kind)) {
            // The clip that a character follows changes little of what its states look like.
            String id = network.view().ofClip() ? environment : kind;
            World world = Environments.spec(id).factory().get();
            features = network.view().of(world);
            observed = world.observationSpace().size();
        } else {
            require(
                    network.view() instanceof StateView.Features,
                    "the reward sees frames of %s or differences from its clip, but that world is"
                            + " not known here",
                    environment);
        }
        require(
                observed == observationSize && features.size() == stateSize,
                "the reward was learned from %s observed numbers and states of %s, but %s has %s and"
                        + " %s here",
                observationSize,
                stateSize,
                environment,
                observed,
                features.size());
        return features;
    }
}
