package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.NoiseStream;
import java.util.random.RandomGenerator;

/**
 * Encoder, code, one linear unit: the discriminator that sees its input only through z ~ E(z|x)
 * (Peng et al. 2019, section 4). The official image code has a leaky ReLU between code and unit.
 */
public final class VdbDiscriminator implements Discriminator {

    private final StochasticEncoder encoder;
    private final HeadedBlock block;
    private final ParameterStore store;
    private final Forward meanPath;

    private VdbDiscriminator(StochasticEncoder encoder, HeadedBlock block, NDManager manager) {
        this.encoder = encoder;
        this.block = block;
        this.store = new ParameterStore(manager, false);
        this.meanPath = Forward.inference(block);
    }

    /** Puts the unit on an encoder; see {@link Bottleneck}. */
    static VdbDiscriminator of(
            StochasticEncoder encoder,
            Shape input,
            Activation activation,
            WeightForm form,
            NDManager manager,
            RandomGenerator random) {
        Shape code = encoder.getOutputShapes(new Shape[] {input})[0].slice(1);
        Block head = HeadedBlock.unit(code, activation, form).build(manager, random);
        HeadedBlock block = HeadedBlock.of(encoder, head, input, manager);
        return new VdbDiscriminator(encoder, block, manager);
    }

    @Override
    public NDArray features(NDArray inputs) {
        return encoder.features(store, inputs, true);
    }

    @Override
    public Judgement verdict(NDArray features, CodePath path, NoiseStream noise) {
        DiagonalGaussian code = encoder.code(store, features, true);
        NDArray logits = block.head(store, path.code(code, noise), true);
        return new Judgement(logits, code.klToStandardNormal());
    }

    @Override
    public NDArray logits(NDArray inputs) {
        return meanPath.apply(inputs);
    }

    /**
     * The distribution of the code, as it is used: nothing random in the trunk.
     *
     * @param inputs (B, …)
     * @return (B, K)
     */
    public DiagonalGaussian encode(NDArray inputs) {
        return encoder.encode(store, inputs, false);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public Block head() {
        return block.head();
    }
}
