package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Forward;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** A trained generator: what a user takes away, saves, reads and draws samples from. */
public final class Generator implements AutoCloseable {

    /** Rows of one pass: memory stays bounded. */
    private static final int CHUNK = 128;

    private final GeneratorDescription description;
    private final NDManager manager;
    private final Block block;
    private final Forward forward;

    private Generator(GeneratorDescription description, NDManager manager) {
        this.description = description;
        this.manager = manager;
        block =
                description
                        .networks()
                        .generator(
                                description.inputs(),
                                description.shape(),
                                () -> blank(manager),
                                manager,
                                new SeedStream(0));
        forward = Forward.inference(block);
    }

    /** In place of a reference batch that comes with the weights. */
    private NDArray blank(NDManager owner) {
        return owner.zeros(new Shape(Networks.REFERENCES, description.inputs()));
    }

    /** A copy of a network of this description. */
    static Generator of(GeneratorDescription description, Block twin, Device device) {
        return of(description, device, scope -> BlockState.all(twin));
    }

    /** With saved weights. */
    static Generator of(
            GeneratorDescription description, Map<String, TensorData> weights, Device device) {
        return of(description, device, scope -> TensorData.toArrays(weights, scope));
    }

    private static Generator of(
            GeneratorDescription description,
            Device device,
            Function<NDManager, Map<String, NDArray>> weights) {
        NDManager manager = TensorEngine.newManager(device);
        try (NDManager scope = manager.newSubManager()) {
            Generator generator = new Generator(description, manager);
            BlockState.restore(BlockState.all(generator.block), weights.apply(scope));
            return generator;
        } catch (IllegalArgumentException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * Reads a generator.
     *
     * @param path the folder, or one of {@code generator.json} and {@code generator.safetensors}
     * @return to be closed by the caller
     * @throws IllegalArgumentException with the file's name and what is wrong
     * @throws IOException if one cannot be read
     */
    public static Generator read(Path path, Device device) throws IOException {
        return GeneratorFile.read(path, device);
    }

    /**
     * Writes {@code generator.safetensors} and {@code generator.json} into a folder, each whole or
     * not at all.
     *
     * @param folder there already
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if one cannot be written
     */
    public void write(Path folder, Map<String, Object> provenance) throws IOException {
        GeneratorFile.write(folder, description, BlockState.all(block), provenance);
    }

    /** Shape of a sample. */
    public ImageShape shape() {
        return description.shape();
    }

    /** Its noise. */
    public Latent latent() {
        return description.latent();
    }

    /** What it is told beside. */
    public Codes codes() {
        return description.codes();
    }

    /** Numbers that it takes a sample: noise, then codes. */
    public int inputs() {
        return description.inputs();
    }

    /**
     * Draws what samples are made of.
     *
     * @return (n, inputs): noise, then codes (the choice one-hot, then the numbers)
     */
    public float[] draw(int n, long seed) {
        require(n >= 1, "there must be at least one sample, but %s were asked for", n);
        NoiseStream noise = new Seeds(seed).noise("samples");
        try (NDManager scope = manager.newSubManager()) {
            NDArray latent = description.latent().draw(scope, n, noise);
            return description.codes().extend(latent, noise).toFloatArray();
        }
    }

    /**
     * Samples of given inputs.
     *
     * @param inputs (n, inputs), see {@link #draw}
     * @return (n, C, H, W); pictures in [−1, 1]
     */
    public float[] sample(float[] inputs) {
        require(
                inputs.length > 0 && inputs.length % inputs() == 0,
                "samples are made of %s numbers each, but %s were given",
                inputs(),
                inputs.length);
        int rows = inputs.length / inputs();
        float[] samples = new float[Math.multiplyExact(rows, shape().size())];
        for (int from = 0; from < rows; from += CHUNK) {
            sample(inputs, from, Math.min(rows, from + CHUNK), samples);
        }
        return samples;
    }

    private void sample(float[] inputs, int from, int to, float[] target) {
        int width = inputs();
        float[] part = new float[(to - from) * width];
        System.arraycopy(inputs, from * width, part, 0, part.length);
        try (NDManager scope = manager.newSubManager()) {
            NDArray rows = scope.create(part, new Shape(to - from, width));
            float[] made = forward.apply(rows).toFloatArray();
            System.arraycopy(made, 0, target, from * shape().size(), made.length);
        }
    }

    /** Samples of {@link #draw}, (n, C, H, W). */
    public float[] samples(int n, long seed) {
        return sample(draw(n, seed));
    }

    @Override
    public void close() {
        manager.close();
    }
}
