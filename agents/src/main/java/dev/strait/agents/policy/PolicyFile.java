package dev.strait.agents.policy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user takes away: {@code policy.safetensors} with the weights by layer and {@code
 * policy.json} with all else. {@link #load} gives the engine's policy back; {@link
 * DensePolicy#load} gives one that needs no engine.
 */
public final class PolicyFile {

    private static final String LOG_STD = "logStd";

    private PolicyFile() {}

    /**
     * Writes a policy into a folder, each of the two files whole or not at all.
     *
     * @param folder there already
     * @param environment id of the world that it acts in
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if one cannot be written
     */
    public static void save(
            Path folder, Policy policy, String environment, Map<String, Object> provenance)
            throws IOException {
        boolean normalised = policy.settings().normaliseObservations();
        PolicyDescription description =
                new PolicyDescription(
                        environment,
                        policy.observationSpace(),
                        policy.actionSpace(),
                        policy.settings(),
                        normalised ? policy.normaliser().save() : new double[0],
                        provenance);
        NDArray logStd = policy.network().logStd();
        new SavedPolicy(
                        description,
                        layers(description, policy),
                        logStd == null ? new float[0] : logStd.toFloatArray())
                .write(folder);
    }

    private static List<DenseLayer> layers(PolicyDescription description, Policy policy) {
        Map<String, NDArray> arrays = BlockState.all(policy.network().actor());
        int[] sizes = description.sizes();
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(
                    new DenseLayer(
                            sizes[i - 1],
                            sizes[i],
                            arrays.get(weight(i)).toFloatArray(),
                            arrays.get(bias(i)).toFloatArray()));
        }
        return layers;
    }

    /**
     * Reads a policy for the engine.
     *
     * @param path the folder, or one of the two files
     * @param device where its tensors are to live
     * @return to be closed by the caller
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    public static Policy load(Path path, Device device) throws IOException {
        SavedPolicy saved = SavedPolicy.read(path);
        PolicyDescription description = saved.description();
        Policy policy =
                Policy.of(
                        description.observationSpace(),
                        description.actionSpace(),
                        description.settings(),
                        TensorEngine.newManager(device),
                        new SeedStream(0));
        if (description.settings().normaliseObservations()) {
            policy.normaliser().restore(description.moments());
        }
        try (NDManager scope = policy.manager().newSubManager()) {
            Map<String, NDArray> own = BlockState.all(policy.network().actor());
            Map<String, NDArray> weights = new HashMap<>();
            for (int i = 1; i <= saved.layers().size(); i++) {
                DenseLayer layer = saved.layers().get(i - 1);
                weights.put(weight(i), scope.create(layer.weight(), own.get(weight(i)).getShape()));
                weights.put(bias(i), scope.create(layer.bias()));
            }
            if (saved.logStd().length > 0) {
                own.put(LOG_STD, policy.network().logStd());
                weights.put(LOG_STD, scope.create(saved.logStd()));
            }
            BlockState.restore(own, weights);
        }
        return policy;
    }

    private static String weight(int layer) {
        return "layer" + layer + "_weight";
    }

    private static String bias(int layer) {
        return "layer" + layer + "_bias";
    }
}
