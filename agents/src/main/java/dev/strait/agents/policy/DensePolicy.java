package dev.strait.agents.policy;

import static dev.strait.core.Require.require;

import dev.strait.core.network.Activation;
import dev.strait.envs.normalise.ObservationNormaliser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A saved policy's most probable action in plain Java: neither the engine nor DJL need be on the
 * class path. Equal to the engine's to 1e-5.
 *
 * <pre>{@code
 * DensePolicy policy = DensePolicy.load(Path.of("runs/cartpole"));
 * double[] action = policy.act(observation);
 * }</pre>
 *
 * <p>Not for two threads at once: it keeps its layers' outputs.
 */
public final class DensePolicy {

    private final PolicyDescription description;
    private final ObservationNormaliser normaliser;
    private final Activation activation;
    private final List<DenseLayer> layers;
    private final double[][] values;
    private final ActionHead head;

    private DensePolicy(SavedPolicy saved) {
        description = saved.description();
        PolicySettings settings = description.settings();
        normaliser = new ObservationNormaliser(observationSize());
        if (settings.normaliseObservations()) {
            normaliser.restore(description.moments());
        }
        activation = settings.activation();
        layers = saved.layers();
        head = description.head();
        int[] sizes = description.sizes();
        values = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            values[i] = new double[sizes[i]];
        }
    }

    /**
     * Reads a policy that {@link PolicyFile} wrote.
     *
     * @param path the folder, or one of the two files
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    public static DensePolicy load(Path path) throws IOException {
        return new DensePolicy(SavedPolicy.read(path));
    }

    /** Id of the world that it acts in. */
    public String environment() {
        return description.environment();
    }

    /** F, the length of an observation. */
    public int observationSize() {
        return description.observationSpace().size();
    }

    /** A, the length of an action. */
    public int actionSize() {
        return head.size();
    }

    /**
     * The most probable action.
     *
     * @param observation (F) as the world gives it
     * @return (A) as the world takes it
     */
    public double[] act(double... observation) {
        double[] choice = new double[head.size()];
        head.mode(outputs(observation), 0, choice);
        double[] action = new double[choice.length];
        head.toActions(choice, action);
        return action;
    }

    /** What the network gives for an observation. */
    float[] outputs(double... observation) {
        require(
                observation.length == observationSize(),
                "this policy sees %s numbers, but got %s",
                observationSize(),
                observation.length);
        see(observation);
        for (int i = 0; i < layers.size(); i++) {
            double[] out = values[i + 1];
            layers.get(i).apply(values[i], out);
            for (int j = 0; j < out.length && i < layers.size() - 1; j++) {
                out[j] = activation.apply(out[j]);
            }
        }
        double[] last = values[layers.size()];
        float[] outputs = new float[last.length];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) last[i];
        }
        return outputs;
    }

    private void see(double... observation) {
        double[] seen = values[0];
        if (description.settings().normaliseObservations()) {
            normaliser.normalise(observation, seen);
        } else {
            System.arraycopy(observation, 0, seen, 0, seen.length);
        }
        for (int i = 0; i < seen.length; i++) {
            seen[i] = (float) seen[i];
        }
    }
}
