package dev.strait.demos.transfer;

import static dev.strait.core.Require.require;

import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.TransferPresets;
import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.agents.imitation.TransferSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import dev.strait.demos.imitation.ImitationRun;
import dev.strait.demos.policy.PpoRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * All that a transfer of rewards was asked for: the content of its config.yaml.
 *
 * @param command {@code transfer}
 * @param recipe one id of {@link TransferRecipes}, several with commas between them, or {@code all}
 * @param environment the world in which rewards are learned
 * @param to the world in which they are used
 * @param demonstrations the file; empty for the one that comes with Strait
 * @param trainExpert whether an expert is trained and recorded instead
 * @param episodes how many of it are recorded
 * @param seed the first
 * @param seeds how many, counted upwards
 * @param steps of the world in which a reward is learned
 * @param device as {@code --device} says
 * @param threads of the engine, at least 1
 * @param evaluateEvery rounds between two evaluations of the imitator
 * @param expert how experts are trained
 * @param policy the imitator
 * @param ppo how it improves
 * @param discriminator what the recipes have in common
 * @param bottleneck of the variational recipes
 * @param penalty of the recipes that end in GP
 * @param retraining how a new policy is trained on the learned reward
 * @param attempts how many such policies are trained; the learned reward chooses one of them
 */
record TransferRun(
        String command,
        String recipe,
        String environment,
        String to,
        Optional<String> demonstrations,
        boolean trainExpert,
        int episodes,
        long seed,
        int seeds,
        long steps,
        String device,
        int threads,
        int evaluateEvery,
        PpoPlan expert,
        PolicySettings policy,
        PpoSettings ppo,
        DiscriminatorSettings discriminator,
        Bottleneck bottleneck,
        Regulariser penalty,
        PpoPlan retraining,
        int attempts) {

    static final String COMMAND = "transfer";
    private static final String ALL = "all";

    TransferRun {
        require(command.equals(COMMAND), "this is a run of strait %s, not of transfer", command);
        require(episodes >= 1, "episodes must be at least 1, but was %s", episodes);
        require(seed >= 0, "seed must not be negative, but was %s", seed);
        require(seeds >= 1, "seeds must be at least 1, but was %s", seeds);
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
        require(attempts >= 1, "attempts must be at least 1, but was %s", attempts);
        require(
                !(trainExpert && demonstrations.isPresent()),
                "demonstrations come from a file or from a new expert, not from both");
        recipes(recipe);
    }

    /** What is asked for where nothing else is said. */
    static TransferRun preset(String environment) {
        TransferSettings tuned = TransferPresets.of(environment);
        return new TransferRun(
                COMMAND,
                TransferRecipes.VAIRL.id(),
                environment,
                mirror(environment),
                Optional.empty(),
                false,
                50,
                0,
                1,
                TransferPresets.STEPS,
                "auto",
                1,
                tuned.evaluateEvery(),
                tuned.expert(),
                tuned.policy(),
                tuned.ppo(),
                tuned.discriminator(),
                tuned.bottleneck(),
                tuned.penalty(),
                tuned.retraining(),
                tuned.attempts());
    }

    /** {@code CMazeMirrored-v0} of {@code CMaze-v0}. */
    private static String mirror(String environment) {
        int version = environment.lastIndexOf("-v");
        return version < 0
                ? environment
                : environment.substring(0, version) + "Mirrored" + environment.substring(version);
    }

    /** The recipes in their order. */
    List<TransferRecipes> recipes() {
        return recipes(recipe);
    }

    private static List<TransferRecipes> recipes(String names) {
        return names.equalsIgnoreCase(ALL)
                ? List.of(TransferRecipes.values())
                : Arrays.stream(names.split(",", -1))
                        .map(name -> TransferRecipes.named(name.strip()))
                        .distinct()
                        .toList();
    }

    /** All seeds. */
    long[] allSeeds() {
        return LongStream.range(seed, seed + seeds).toArray();
    }

    /** The expert of a world. */
    PpoRun expert(String world, long withSeed) {
        return ppo(world, Optional.empty(), withSeed, expert);
    }

    /**
     * A new policy on a learned reward.
     *
     * @param attempt counted from 1; each has a seed of its own, a thousand apart
     */
    PpoRun retraining(String reward, long withSeed, int attempt) {
        return ppo(to, Optional.of(reward), withSeed + 1000L * (attempt - 1), retraining);
    }

    private PpoRun ppo(String world, Optional<String> reward, long withSeed, PpoPlan plan) {
        return new PpoRun(
                PpoRun.COMMAND,
                world,
                reward,
                Optional.empty(),
                Optional.empty(),
                withSeed,
                plan.steps(),
                device,
                threads,
                plan.evaluateEvery(),
                plan.policy(),
                plan.ppo());
    }

    /**
     * How a recipe learns its reward.
     *
     * @param file of the demonstrations
     */
    ImitationRun imitation(TransferRecipes chosen, String file, long withSeed) {
        TransferSettings all =
                new TransferSettings(
                        expert,
                        policy,
                        ppo,
                        discriminator,
                        bottleneck,
                        penalty,
                        evaluateEvery,
                        retraining,
                        attempts);
        return ImitationRun.preset(chosen.method(), environment)
                .with(all.imitation(chosen, steps), file, withSeed, device, threads);
    }
}
