package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.strait.core.checkpoint.Digest;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.tensor.TensorEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A user's network in a TorchScript file, Inception or another: {@code forward(images)} gives
 * features (B, F), or a pair of features and class logits (B, n). Its hash is that of the file and
 * of the form of its input.
 *
 * <p>{@code forward} gets the pictures and nothing else. A network that gives features only when
 * told to by a further argument (NVIDIA's Inception file does) is scripted once more inside a
 * module that tells it so.
 *
 * <p>A TorchScript file is a program, which runs: load only those that you trust.
 */
public final class TorchScriptExtractor implements FeatureExtractor {

    /** A second picture tells a batch axis from one that is always 1. */
    private static final int PROBED = 2;

    private final ExtractorIdentity identity;
    private final PictureForm form;
    private final Model model;
    private final Block block;
    private final ParameterStore store;
    private final Device device;
    private final int features;
    private final int classes;

    private TorchScriptExtractor(
            ExtractorIdentity identity, PictureForm form, Model model, Device device) {
        this.identity = identity;
        this.form = form;
        this.model = model;
        this.device = device;
        block = model.getBlock();
        store = new ParameterStore(model.getNDManager(), false);
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDList probe = run(scope.zeros(form.shape(PROBED)));
            features = columns(probe.get(0), "features (B, F)");
            classes = probe.size() == 2 ? columns(probe.get(1), "class logits (B, n)") : 0;
        }
    }

    /**
     * Loads a network.
     *
     * @param file written by {@code torch.jit.save}
     * @param form of the pictures that it takes
     * @param device where it is to run
     * @return to be closed by the caller
     * @throws IllegalArgumentException where it is no such network, or gives outputs of another
     *     shape
     * @throws IOException if the file cannot be read
     */
    public static TorchScriptExtractor load(Path file, PictureForm form, Device device)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String hash = Digest.of(Digest.of(bytes) + " " + form);
        String name = String.valueOf(file.getFileName());
        ExtractorIdentity identity = new ExtractorIdentity(name, hash, OptionalDouble.empty());
        Model model = open(file, bytes, device);
        try {
            return new TorchScriptExtractor(identity, form, model, device);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static Model open(Path file, byte[] bytes, Device device) {
        // Starts the engine as Strait wants it, before DJL does.
        TensorEngine.version();
        Model model = Model.newInstance(file.toString(), device, "PyTorch");
        try {
            model.load(new ByteArrayInputStream(bytes));
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new IllegalArgumentException(
                    file + " is no TorchScript network: " + firstLine(e), e);
        }
    }

    private NDList run(NDArray input) {
        try {
            NDList outputs =
                    GradientMode.paused(() -> block.forward(store, new NDList(input), false));
            require(
                    outputs.size() == 1 || outputs.size() == 2,
                    "%s must give features, or features and class logits, but gave %s outputs",
                    identity.name(),
                    outputs.size());
            outputs.attach(input.getManager());
            return outputs;
        } catch (EngineException e) {
            throw new IllegalArgumentException(
                    "%s does not take pictures %s: %s"
                            .formatted(identity.name(), input.getShape(), firstLine(e)),
                    e);
        }
    }

    private int columns(NDArray output, String wanted) {
        Shape shape = output.getShape();
        require(
                shape.dimension() == 2 && shape.get(0) == PROBED && shape.get(1) >= 1,
                "%s must give %s, but for pictures %s it gave %s",
                identity.name(),
                wanted,
                form.shape(PROBED),
                shape);
        return (int) shape.get(1);
    }

    /** The engine adds its own stack to the message. */
    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public ExtractorIdentity identity() {
        return identity;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Extraction extract(NDArray images) {
        NDList outputs = run(form.apply(images));
        Optional<NDArray> probabilities =
                classes == 0 ? Optional.empty() : Optional.of(outputs.get(1).softmax(1));
        return new Extraction(outputs.get(0), probabilities);
    }

    @Override
    public void close() {
        model.close();
    }
}
