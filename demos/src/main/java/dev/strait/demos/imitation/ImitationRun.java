package dev.strait.demos.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.ImitationPresets;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.imitation.ImitationSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;
import java.util.Optional;

/**
 * All that an imitation was asked for: the content of its config.yaml, from which it can be
 * repeated.
 *
 * @param command {@code imitate}
 * @param algorithm a recipe's id, such as {@code vail-gp}
 * @param environment the world's id
 * @param model MJCF file of its body; empty for the bundled one
 * @param margin rule of its contact margins; empty for the world's own
 * @param demonstrations the file; empty for the one that comes with Strait
 * @param format of the file; empty where its content tells
 * @param episodes which of them are used, as {@code --episodes} says
 * @param subsample every how many-th pair of an episode is used, at least 1
 * @param seed of everything that is random
 * @param steps of the worlds in all
 * @param device as {@code --device} says
 * @param threads of the engine, at least 1
 * @param evaluateEvery rounds between two evaluations
 * @param warmStart whether an adversarial algorithm begins with a cloned policy
 * @param policy the actor
 * @param ppo how the actor improves
 * @param discriminator what it is rewarded by
 * @param cloning behaviour cloning, by itself or as the warm start
 */
public record ImitationRun(
        String command,
        String algorithm,
        String environment,
        Optional<String> model,
        Optional<String> margin,
        Optional<String> demonstrations,
        Optional<String> format,
        String episodes,
        int subsample,
        long seed,
        long steps,
        String device,
        int threads,
        int evaluateEvery,
        boolean warmStart,
        PolicySettings policy,
        PpoSettings ppo,
        DiscriminatorSettings discriminator,
        CloningSettings cloning) {

    static final String COMMAND = "imitate";

    public ImitationRun {
        require(command.equals(COMMAND), "this is a run of strait %s, not of imitate", command);
        require(subsample >= 1, "subsample must be at least 1, but was %s", subsample);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
    }

    /** What is asked for where nothing else is said. */
    public static ImitationRun preset(ImitationRecipes recipe, String environment) {
        return preset(recipe, environment, false);
    }

    /**
     * As {@link #preset(ImitationRecipes, String)}, where it matters what is seen.
     *
     * @param pixels whether the discriminator sees frames in place of numbers
     */
    public static ImitationRun preset(ImitationRecipes recipe, String environment, boolean pixels) {
        ImitationSettings tuned =
                pixels
                        ? ImitationPresets.ofFrames(recipe, environment)
                        : ImitationPresets.of(recipe, environment);
        return new ImitationRun(
                COMMAND,
                recipe.id(),
                environment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "all",
                1,
                0,
                tuned.steps(),
                "auto",
                1,
                tuned.evaluateEvery(),
                tuned.warmStart(),
                tuned.policy(),
                tuned.ppo(),
                tuned.discriminator(),
                tuned.cloning());
    }

    /** The same with other settings, from a file, all of whose episodes are used. */
    public ImitationRun with(
            ImitationSettings settings, String file, long otherSeed, String on, int engineThreads) {
        return new ImitationRun(
                command,
                algorithm,
                environment,
                model,
                margin,
                Optional.of(file),
                Optional.empty(),
                "all",
                1,
                otherSeed,
                settings.steps(),
                on,
                engineThreads,
                settings.evaluateEvery(),
                settings.warmStart(),
                settings.policy(),
                settings.ppo(),
                settings.discriminator(),
                settings.cloning());
    }

    ImitationRecipes recipe() {
        return ImitationRecipes.named(algorithm);
    }

    /** What the training itself needs to know. */
    ImitationSettings settings() {
        return new ImitationSettings(
                policy, ppo, discriminator, cloning, warmStart, steps, evaluateEvery);
    }
}
