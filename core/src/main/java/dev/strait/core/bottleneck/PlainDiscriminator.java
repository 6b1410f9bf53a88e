package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.NoiseStream;
import java.util.random.RandomGenerator;

/** A trunk and one linear unit, no bottleneck: its rate is zero and it draws no noise. */
public final class PlainDiscriminator implements Discriminator {

    private final Block block;
    private final Forward training;
    private final Forward inference;

    private PlainDiscriminator(Block block) {
        this.block = block;
        this.training = Forward.training(block);
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
        return new PlainDiscriminator(HeadedBlock.of(trunk, head, input, manager));
    }

    @Override
    public Judgement judge(NDArray inputs, NoiseStream noise) {
        NDArray logits = training.apply(inputs);
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
}
