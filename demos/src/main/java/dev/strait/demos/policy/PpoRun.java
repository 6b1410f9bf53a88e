package dev.strait.demos.policy;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
import java.util.Optional;

/**
 * All that a training by PPO was asked for: the content of its config.yaml.
 *
 * @param command {@code ppo}
 * @param environment the world's id
 * @param reward file or folder of a learned reward; empty for the world's own
 * @param model MJCF file of its body; empty for the bundled one
 * @param margin rule of its contact margins; empty for the world's own
 * @param seed of everything that is random
 * @param steps of the worlds in all
 * @param device as {@code --device} says
 * @param threads of the engine, at least 1
 * @param evaluateEvery rounds between two evaluations
 * @param policy the actor
 * @param ppo how the actor improves
 */
public record PpoRun(
        String command,
        String environment,
        Optional<String> reward,
        Optional<String> model,
        Optional<String> margin,
        long seed,
        long steps,
        String device,
        int threads,
        int evaluateEvery,
        PolicySettings policy,
        PpoSettings ppo) {

    /** The command that such a run is of, as its configuration names it. */
    public static final String COMMAND = "ppo";

    public PpoRun {
        require(command.equals(COMMAND), "this is a run of strait %s, not of ppo", command);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
    }

    /** What is asked for where nothing else is said. */
    static PpoRun preset(String environment) {
        PpoPlan plan = PpoPresets.of(environment);
        return new PpoRun(
                COMMAND,
                environment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                plan.steps(),
                "auto",
                1,
                plan.evaluateEvery(),
                plan.policy(),
                plan.ppo());
    }
}
