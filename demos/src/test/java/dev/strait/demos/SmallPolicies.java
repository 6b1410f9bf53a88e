package dev.strait.demos;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Policies that have learned nothing, saved for a test. */
public final class SmallPolicies {

    private SmallPolicies() {}

    /** Saves a new policy of a world into a folder, which is made. */
    public static Path save(Path folder, String environment) {
        Environment world = Environments.make(environment);
        PolicySettings settings =
                new PolicySettings(List.of(8), Activation.TANH, -0.5, false, false);
        try (Policy policy =
                Policy.of(
                        world.observationSpace(),
                        world.actionSpace(),
                        settings,
                        TensorEngine.newManager(Device.cpu()),
                        new SeedStream(3))) {
            PolicyFile.save(Files.createDirectories(folder), policy, environment, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
