package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.NoiseStream;
import java.util.random.RandomGenerator;

/** A trunk and one linear unit, no bottleneck: its rate is zero and it draws no noise. */
public final class PlainDiscriminator implements Discriminator {

    private final Block trunk;
    private final HeadedBlock block;
    private final ParameterStore store;
    private final Forward inference;

    private PlainDiscriminator(Block trunk, HeadedBlock block, NDManager manager) {
        this.trunk = trunk;
        this.block = block;
        this.store = new ParameterStore(manager, false);
        this.inference = Forward.inference(block);
    }

    /**
     * Puts the unit on a trunk that gives (B, features) or (B, C, H, W); see {@link Bottleneck}.
     */
    static PlainDiscriminator of(
            Block trunk,
            Shape input,
            Activation activation,
            WeightForm form,
            NDManager manager,
            RandomGenerator random) {
        Shape features = Trunk.features(trunk, input, manager);
        Block head = HeadedBlock.unit(features, activation, form).build(manager, random);
        HeadedBlock block = HeadedBlock.of(trunk, head, input, manager);
        return new PlainDiscriminator(trunk, block, manager);
    }

    @Override
    public NDArray features(NDArray inputs) {
        return trunk.forward(store, new NDList(inputs), true).singletonOrThrow();
    }

    @Override
    public Judgement verdict(NDArray features, CodePath path, NoiseStream noise) {
        NDArray logits = block.head(store, features, true);
        return new Judgement(logits, logits.zerosLike());
    }

    @Override
    public NDArray logits(NDArray inputs) {
        return inference.apply(inputs);
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
