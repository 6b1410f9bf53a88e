package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Pictures to classes: hidden layers, a {@link Code}, a linear head. */
public final class VibClassifier implements AutoCloseable {

    private final ClassifierDescription description;
    private final NDManager manager;
    private final Block encoder;
    private final Block head;
    private final Forward encode;
    private final Forward decode;

    private VibClassifier(
            ClassifierDescription description, NDManager manager, Block encoder, Block head) {
        this.description = description;
        this.manager = manager;
        this.encoder = encoder;
        this.head = head;
        // Nothing in these layers differs between training and use: the noise is the code's.
        encode = Forward.inference(encoder);
        decode = Forward.inference(head);
    }

    /** A classifier with its first weights. */
    static VibClassifier of(
            ClassifierDescription description, Device device, RandomGenerator random) {
        NDManager manager = TensorEngine.newManager(device);
        Code code = description.code();
        int pixels = description.shape().size();
        int features = description.hidden().get(description.hidden().size() - 1);
        Block trunk =
                Dense.of(
                                pixels,
                                description.hidden().subList(0, description.hidden().size() - 1),
                                features)
                        .last(Activation.RELU)
                        .build(manager, random);
        Block encoder = code.encoder(trunk, new Shape(1, pixels), manager, random);
        Block head =
                Dense.of(code.size(features), description.classNames().size())
                        .build(manager, random);
        return new VibClassifier(description, manager, encoder, head);
    }

    /**
     * Reads a classifier.
     *
     * @param path the folder, or one of the two files
     * @param device where its tensors are to live
     * @return to be closed by the caller
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    public static VibClassifier read(Path path, Device device) throws IOException {
        return ClassifierFile.read(path, device);
    }

    /**
     * Writes {@code classifier.json} and {@code classifier.safetensors} into a folder, each whole
     * or not at all.
     *
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if one cannot be written
     */
    public void save(Path folder, Map<String, Object> provenance) throws IOException {
        ClassifierFile.write(folder, this, provenance);
    }

    /** Size of the pictures that it takes. */
    public ImageShape shape() {
        return description.shape();
    }

    /** Number of classes. */
    public int classes() {
        return classNames().size();
    }

    /** What its classes are called, in the order of its scores. */
    public List<String> classNames() {
        return description.classNames();
    }

    /** What its head sees. */
    public Code code() {
        return description.code();
    }

    /** Owns the weights and says the device. */
    public NDManager manager() {
        return manager;
    }

    /**
     * Classes of pictures, by their mean codes.
     *
     * @param pixels pictures in a row, C·H·W numbers each, in [−1, 1]
     */
    public int[] predict(float[] pixels) {
        try (NDManager scope = manager.newSubManager()) {
            long[] classes = logits(images(scope, pixels)).argMax(1).toLongArray();
            int[] predicted = new int[classes.length];
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] = (int) classes[i];
            }
            return predicted;
        }
    }

    /**
     * Mean codes of pictures.
     *
     * @param pixels pictures in a row, C·H·W numbers each, in [−1, 1]
     * @return codes in a row
     */
    public float[] encode(float[] pixels) {
        try (NDManager scope = manager.newSubManager()) {
            return code().mean(encode(images(scope, pixels))).toFloatArray();
        }
    }

    /** Pictures in a row as (B, C·H·W). */
    NDArray images(NDManager scope, float[] pixels) {
        int size = shape().size();
        require(
                pixels.length > 0 && pixels.length % size == 0,
                "pictures have %s numbers each, so %s are none",
                size,
                pixels.length);
        return scope.create(pixels, new Shape(pixels.length / size, size));
    }

    /** What the {@link Code} reads. */
    NDList encode(NDArray images) {
        return encode.list(images);
    }

    /**
     * Scores of codes.
     *
     * @param codes (…, size)
     * @return (…, classes)
     */
    NDArray decode(NDArray codes) {
        return decode.apply(codes);
    }

    /**
     * Scores by the mean code, with their graph in gradient mode.
     *
     * @param images (B, C·H·W) in [−1, 1]
     * @return (B, classes)
     */
    public NDArray logits(NDArray images) {
        return decode(code().mean(encode(images)));
    }

    /**
     * Scores by drawn codes, with their graph in gradient mode.
     *
     * @param images (B, C·H·W) in [−1, 1]
     * @param samples S
     * @return (S, B, classes); (1, B, classes) where the code has no noise
     */
    public NDArray logits(NDArray images, int samples, NoiseStream noise) {
        return decode(code().draws(encode(images), samples, noise));
    }

    ClassifierDescription description() {
        return description;
    }

    /** Encoder and head, for a learner. */
    Block[] blocks() {
        return new Block[] {encoder, head};
    }

    @Override
    public void close() {
        manager.close();
    }
}
