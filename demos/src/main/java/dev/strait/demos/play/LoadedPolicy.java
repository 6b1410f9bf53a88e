package dev.strait.demos.play;

import ai.djl.Device;
import dev.strait.agents.policy.DensePolicy;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.demos.run.RunFolder;
import dev.strait.envs.Box;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.mimic.MotionImitation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A policy from a run folder, with the world that it is to act in.
 *
 * @param policy closed with this
 * @param world that it fits
 */
public record LoadedPolicy(Policy policy, EnvironmentSpec world) implements AutoCloseable {

    /**
     * Reads a policy and finds its world.
     *
     * @param path a folder that holds policy.json and policy.safetensors, or one of the two files
     * @param environment id of a world other than the policy's own
     * @param worlds what kind of world an id means for a policy in a folder
     * @throws IllegalArgumentException where there is none, or the world has other observations or
     *     actions
     */
    public static LoadedPolicy of(
            Path path,
            Optional<String> environment,
            BiFunction<Path, String, EnvironmentSpec> worlds,
            Device device) {
        requireTrained(path);
        try {
            String id = environment.orElse(DensePolicy.load(path).environment());
            EnvironmentSpec world = worlds.apply(path, id);
            Policy policy = PolicyFile.load(path, device);
            try {
                requireFit(policy, world);
            } catch (IllegalArgumentException unfit) {
                policy.close();
                throw unfit;
            }
            return new LoadedPolicy(policy, world);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("cannot read the policy %s: %s".formatted(path, e), e));
        }
    }

    /** Of the folder of a run that was stopped, is under way, or is another command's. */
    private static void requireTrained(Path path) {
        RunFolder run = new RunFolder(path);
        if (Files.isRegularFile(run.configuration())
                && !Files.isRegularFile(run.policyDescription())) {
            throw new IllegalArgumentException(
                    "%s is a run without a policy: imitate and ppo write theirs when the training ends"
                            .formatted(path));
        }
    }

    private static void requireFit(Policy policy, EnvironmentSpec spec) {
        World world = spec.factory().get();
        Box seen = policy.observationSpace();
        if (seen.size() != world.observationSpace().size()) {
            throw new IllegalArgumentException(
                    "the policy sees (%s) numbers, but %s shows (%s)"
                            .formatted(seen.size(), spec.id(), world.observationSpace().size()));
        }
        if (!policy.actionSpace().equals(world.actionSpace())) {
            refuseOtherClip(world);
            throw new IllegalArgumentException(
                    "the policy acts in %s, but %s takes %s"
                            .formatted(policy.actionSpace(), spec.id(), world.actionSpace()));
        }
    }

    /** A character's actions are about the mean pose of its clip. */
    private static void refuseOtherClip(World world) {
        if (world instanceof MotionImitation motion) {
            throw new IllegalArgumentException(
                    ("the policy was made for another clip than %s: its actions are centred on that"
                                    + " clip's mean pose")
                            .formatted(motion.clip()));
        }
    }

    @Override
    public void close() {
        policy.close();
    }
}
