package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.agents.bc.Cloning;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.bc.CloningTraining;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.ppo.PpoTraining;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Transitions;

/** Puts an imitation together from demonstrations and settings. */
public final class Imitation {

    private final EnvironmentSpec spec;
    private final ImitationSettings settings;
    private final Device device;
    private final int threads;
    private final Seeds seeds;

    /**
     * An imitation in one world.
     *
     * @param device where tensors live
     * @param threads for the worlds, where they are dear
     */
    public Imitation(
            EnvironmentSpec spec,
            ImitationSettings settings,
            Device device,
            int threads,
            Seeds seeds) {
        this.spec = spec;
        this.settings = settings;
        this.device = device;
        this.threads = threads;
        this.seeds = seeds;
    }

    /**
     * Refuses demonstrations that a recipe cannot learn from, before anything is made of them.
     *
     * @param recipe BC, or what the settings' discriminator was made by
     * @throws IllegalArgumentException where it needs actions, and there are none
     */
    public static void check(
            ImitationRecipes recipe, ImitationSettings settings, Demonstrations demonstrations) {
        boolean actions = demonstrations.hasActions();
        require(
                actions || recipe.adversarial() && !settings.warmStart(),
                "behaviour cloning needs actions, but the demonstrations have none");
        require(
                actions || !settings.discriminator().needsActions(),
                "this recipe needs actions, but the demonstrations have none; a discriminator on"
                        + " STATE or TRANSITION can do without");
    }

    /**
     * A training at its start; a warm start, where asked for, is made here.
     *
     * @param recipe BC, or what the settings' discriminator was made by
     * @param demonstrations of this world
     * @param every every how many-th pair of an episode is used
     * @throws IllegalArgumentException where the demonstrations do not fit the world or the recipe
     */
    public PolicyTraining training(
            ImitationRecipes recipe, Demonstrations demonstrations, int every) {
        World world = spec.factory().get();
        DemonstrationFit.check(demonstrations, world.observationSpace(), world.actionSpace());
        check(recipe, settings, demonstrations);
        Policy policy =
                Policy.of(
                        world.observationSpace(),
                        world.actionSpace(),
                        settings.policy(),
                        TensorEngine.newManager(device),
                        seeds.stream("policy weights"));
        try {
            return recipe.adversarial()
                    ? adversarial(policy, demonstrations, every)
                    : cloning(policy, demonstrations, every);
        } catch (IllegalArgumentException e) {
            policy.close();
            throw e;
        }
    }

    private PolicyTraining adversarial(Policy policy, Demonstrations demonstrations, int every) {
        Experience expert =
                Experience.of(
                        transitions(demonstrations, every),
                        settings.discriminator().needsSuccessors());
        if (settings.warmStart()) {
            warmStart(policy, demonstrations, every);
        }
        Adversary adversary =
                new Adversary(
                        expert,
                        policy,
                        settings.discriminator().view().of(spec.factory().get()),
                        settings.discriminator(),
                        settings.ppo().discount(),
                        seeds);
        return new PpoTraining(
                spec, policy, adversary, settings.ppo(), settings.steps(), threads, seeds);
    }

    private void warmStart(Policy policy, Demonstrations demonstrations, int every) {
        try (Cloning cloning = startCloning(policy, demonstrations, every)) {
            for (int i = 0; i < settings.cloning().epochs() && !cloning.stalled(); i++) {
                cloning.epoch();
            }
            cloning.takeBest();
        }
        // Cloned weights fit the scale that they were cloned at: the first rollouts' states, all
        // near the start, would move it under them, and what was cloned would be lost.
        policy.normaliser().freeze();
        policy.widen(settings.cloning().leastLogStd());
    }

    private PolicyTraining cloning(Policy policy, Demonstrations demonstrations, int every) {
        return new CloningTraining(
                policy, startCloning(policy, demonstrations, every), settings.cloning());
    }

    /** Holds out whole episodes from the end; of a single one nothing. */
    private Cloning startCloning(Policy policy, Demonstrations demonstrations, int every) {
        CloningSettings cloning = settings.cloning();
        int episodes = demonstrations.episodes().size();
        int heldOut = (int) Math.round(episodes * cloning.heldOut());
        heldOut = Math.min(episodes - 1, cloning.heldOut() > 0 ? Math.max(1, heldOut) : 0);
        int kept = episodes - heldOut;
        Experience trained = pairs(demonstrations, 0, kept, every);
        Experience judged = heldOut == 0 ? null : pairs(demonstrations, kept, episodes, every);
        return new Cloning(policy, trained, judged, cloning, seeds);
    }

    private Experience pairs(Demonstrations demonstrations, int from, int to, int every) {
        Demonstrations part =
                new Demonstrations(
                        demonstrations.format(),
                        demonstrations.environmentId(),
                        demonstrations.observationSize(),
                        demonstrations.actionSize(),
                        demonstrations.discreteActions(),
                        demonstrations.episodes().subList(from, to));
        return Experience.of(transitions(part, every), false);
    }

    private Transitions transitions(Demonstrations demonstrations, int every) {
        return Transitions.subsampled(demonstrations, every, seeds.stream("subsample").nextLong());
    }
}
