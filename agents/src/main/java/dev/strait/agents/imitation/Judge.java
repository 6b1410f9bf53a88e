package dev.strait.agents.imitation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** The networks behind a logit. */
sealed interface Judge permits PlainJudge, ShapedJudge {

    /** Logits and rates on sampled codes, with their graph in gradient mode. */
    Judgement judge(Batch batch, NoiseStream noise);

    /** (B) logits that rewards are made of. */
    NDArray logits(Batch batch, CodePath path, NoiseStream noise);

    /** (B) what penalties differentiate: the networks' own part of the logit on sampled codes. */
    NDArray score(NDArray inputs, NoiseStream noise);

    /** The networks, each with its last linear unit; {@link #lasting} first. */
    List<Discriminator> discriminators();

    /** What a reward that outlives the training is made of: the whole logit, or g alone. */
    default Discriminator lasting() {
        return discriminators().get(0);
    }

    /** All that is learned. */
    default List<Block> blocks() {
        return discriminators().stream().map(Discriminator::block).toList();
    }

    /** What a regulariser says to the weights of all networks, a scalar with its graph. */
    default NDArray weightPenalty(Regulariser regulariser, NDManager scope) {
        NDArray sum = scope.create(0f);
        for (Discriminator each : discriminators()) {
            sum = sum.add(regulariser.weightPenalty(each.block(), each.head(), scope));
        }
        return sum;
    }

    /**
     * New networks as the settings say.
     *
     * @param encoder whose rows they see
     * @param discount γ of the shaping
     * @param manager owns the weights
     * @param random the stream that first weights are drawn from
     */
    static Judge of(
            DiscriminatorSettings settings,
            RowEncoder encoder,
            double discount,
            NDManager manager,
            RandomGenerator random) {
        if (settings.logit() instanceof LogitForm.Shaped shaped) {
            ShapedJudge.Layout layout =
                    new ShapedJudge.Layout(encoder.stateWidth(), encoder.actionWidth());
            int seenByReward = layout.state() + (shaped.stateOnlyReward() ? 0 : layout.action());
            return new ShapedJudge(
                    discriminator(settings, seenByReward, manager, random),
                    discriminator(settings, layout.state(), manager, random),
                    layout,
                    shaped.stateOnlyReward(),
                    discount);
        }
        return new PlainJudge(discriminator(settings, encoder.width(), manager, random));
    }

    private static Discriminator discriminator(
            DiscriminatorSettings settings, int inputs, NDManager manager, RandomGenerator random) {
        return JudgeNetwork.of(settings).build(inputs, manager, random);
    }
}
