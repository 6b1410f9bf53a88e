package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.rollout.Experience;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.network.Activation;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A reward that an adversary learned, as it was when it was taken: nothing in it moves any more. Of
 * AIRL and VAIRL it is g, the part of the logit that is told apart from the shaping and from the
 * policy (Fu et al. 2018), of GAIL and VAIL the agent's reward for the logit. Both at the mean
 * code, their observations by the moments of the training.
 *
 * <pre>{@code
 * try (LearnedReward reward = LearnedReward.load(Path.of("runs/vairl-CMaze-v0-001"), device)) {
 *     reward.requireFit(world.observationSpace().size(), world.actionSpace());
 *     double[] rewards = reward.of(experience);
 * }
 * }</pre>
 */
public final class LearnedReward implements AutoCloseable {

    private final RewardDescription description;
    private final RowEncoder encoder;
    private final Discriminator network;
    private final NDManager manager;

    private LearnedReward(RewardDescription description, Device device) {
        this.description = description;
        encoder = description.encoder();
        manager = TensorEngine.newManager(device);
        // Its own first weights do not matter.
        network = description.network().build(encoder.width(), manager, new SeedStream(0));
    }

    /** A copy of what a network has learned so far. */
    static LearnedReward of(RewardDescription description, Discriminator learned, Device device) {
        return of(description, TensorData.of(numbers(learned)), device);
    }

    /**
     * A reward of saved weights.
     *
     * @throws IllegalArgumentException where they do not fit the description
     */
    static LearnedReward of(
            RewardDescription description, Map<String, TensorData> weights, Device device) {
        LearnedReward reward = new LearnedReward(description, device);
        try (NDManager scope = reward.manager.newSubManager()) {
            BlockState.restore(numbers(reward.network), TensorData.toArrays(weights, scope));
        } catch (IllegalArgumentException e) {
            reward.close();
            throw e;
        }
        return reward;
    }

    /** What it computes with; counters of what is random while it trains are no part of it. */
    private static Map<String, NDArray> numbers(Discriminator network) {
        Map<String, NDArray> numbers = BlockState.all(network.block());
        numbers.values().removeIf(array -> array.getDataType() != DataType.FLOAT32);
        return numbers;
    }

    /**
     * Reads a reward that {@link #save} wrote.
     *
     * @param path the folder, or one of the two files
     * @param device where its tensors are to live
     * @return to be closed by the caller
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    public static LearnedReward load(Path path, Device device) throws IOException {
        return RewardFile.read(path, device);
    }

    /**
     * Writes {@code reward.safetensors} and {@code reward.json} into a folder, each of the two
     * files whole or not at all.
     *
     * @param folder there already
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if one cannot be written
     */
    public void save(Path folder, Map<String, Object> provenance) throws IOException {
        RewardFile.write(folder, description, numbers(network), provenance);
    }

    /** Id of the world that it was learned in. */
    public String environment() {
        return description.environment();
    }

    /** What it sees of a transition. */
    public DiscriminatorInput input() {
        return description.input();
    }

    /** The actions of the world that it was learned in. */
    public Space actionSpace() {
        return description.actionSpace();
    }

    /**
     * Refuses a world that it cannot judge.
     *
     * @param observationSize F of the world
     * @param actions of the world; looked at only where the reward sees actions
     * @throws IllegalArgumentException with both sizes or spaces
     */
    public void requireFit(int observationSize, Space actions) {
        require(
                observationSize == description.observationSize(),
                "the reward was learned from observations of %s numbers (%s), but this world's have"
                        + " %s",
                description.observationSize(),
                environment(),
                observationSize);
        require(
                !input().needsActions() || actions.equals(actionSpace()),
                "the reward was learned with the actions %s (%s), but this world's are %s",
                actionSpace(),
                environment(),
                actions);
    }

    /**
     * The rewards of transitions, (M).
     *
     * @param experience with what {@link #input} needs
     * @throws IllegalStateException where a reward is not finite
     */
    public double[] of(Experience experience) {
        require(
                !input().needsActions() || experience.actions() != null,
                "this reward sees actions, but the experience has none");
        double[] rewards = new double[experience.size()];
        for (int from = 0; from < rewards.length; from += encoder.most()) {
            int to = Math.min(rewards.length, from + encoder.most());
            float[] logits = logits(experience.slice(from, to));
            for (int i = from; i < to; i++) {
                rewards[i] = description.form().of(logits[i - from] - description.origin());
                if (!Double.isFinite(rewards[i])) {
                    throw new IllegalStateException(
                            "the learned reward is " + rewards[i] + " at row " + i);
                }
            }
        }
        return rewards;
    }

    private float[] logits(Experience experience) {
        try (NDManager scope = manager.newSubManager()) {
            return network.logits(rows(scope, experience)).toFloatArray();
        }
    }

    private NDArray rows(NDManager scope, Experience experience) {
        Shape shape = new Shape(experience.size(), encoder.width());
        return scope.create(encoder.encode(experience), shape);
    }

    /** Whether it sees states as pictures. */
    public boolean seesFrames() {
        return description.network().view() instanceof StateView.Frames;
    }

    /**
     * What it sees of transitions, (M, D): what its input says of states as its view has them.
     *
     * @param experience with what {@link #input} needs
     */
    public float[] seen(Experience experience) {
        return encoder.encode(experience);
    }

    /**
     * Where it looks (saliency, Simonyan et al. 2014): |∂D/∂x| with D = 1/(1 + e^−ℓ) at the mean
     * code, which tends to 0 where it is sure.
     *
     * @param experience a few transitions, with what {@link #input} needs
     * @return (M, D)
     */
    public float[] saliency(Experience experience) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray rows = rows(scope, experience);
            rows.setRequiresGradient(true);
            return GradientMode.recording(
                    () -> {
                        NDArray logits = network.logits(rows).sub((float) description.origin());
                        NDArray belief = Activation.SIGMOID.apply(logits);
                        return InputGradient.of(belief, rows).abs().toFloatArray();
                    });
        }
    }

    /** A sum over its weights and moments, by which a resumed run knows it again. */
    long fingerprint() {
        long sum = Arrays.hashCode(description.moments());
        for (NDArray array : numbers(network).values()) {
            sum = 31 * sum + Arrays.hashCode(array.toFloatArray());
        }
        return sum;
    }

    @Override
    public void close() {
        manager.close();
    }
}
