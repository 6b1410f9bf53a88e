package dev.strait.agents.imitation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.tensor.Constants;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;

/**
 * AIRL's and VAIRL's logit: f − ln π with f = g + γ h(s′) − h(s), g and h behind encoders of their
 * own, h's shared by s and s′. The rate of a transition is KL_g + KL_h(s) + KL_h(s′).
 *
 * <p>Inputs are rows (s, a, s′).
 *
 * @param reward g
 * @param shaping h
 * @param layout where s, a and s′ are in a row
 * @param stateOnly whether g sees s alone
 * @param discount γ
 */
record ShapedJudge(
        Discriminator reward,
        Discriminator shaping,
        Layout layout,
        boolean stateOnly,
        double discount)
        implements Judge {

    /**
     * Widths of the parts of a row.
     *
     * @param state F
     * @param action A, as encoded
     */
    record Layout(int state, int action) {

        NDList split(NDArray inputs) {
            return inputs.split(new long[] {state, state + action}, 1);
        }
    }

    @Override
    public Judgement judge(Batch batch, NoiseStream noise) {
        NDList parts = layout.split(batch.inputs());
        Judgement g = reward.judge(rewardInput(parts), noise);
        Judgement here = shaping.judge(parts.get(0), noise);
        Judgement next = shaping.judge(parts.get(2), noise);
        NDArray f = shaped(g.logits(), here.logits(), next.logits(), batch.continues());
        return new Judgement(f.sub(batch.logPolicy().get()), g.kl().add(here.kl()).add(next.kl()));
    }

    @Override
    public NDArray logits(Batch batch, CodePath path, NoiseStream noise) {
        NDArray f = f(batch.inputs(), batch.continues(), (part, x) -> path.logits(part, x, noise));
        return f.sub(batch.logPolicy().get());
    }

    /** f on sampled codes, where everything goes on: ln π is not the networks' doing. */
    @Override
    public NDArray score(NDArray inputs, NoiseStream noise) {
        NDArray continues = inputs.getManager().ones(inputs.getShape().slice(0, 1));
        return f(inputs, continues, (part, x) -> part.judge(x, noise).logits());
    }

    private NDArray f(NDArray inputs, NDArray continues, Part logits) {
        NDList parts = layout.split(inputs);
        return shaped(
                logits.of(reward, rewardInput(parts)),
                logits.of(shaping, parts.get(0)),
                logits.of(shaping, parts.get(2)),
                continues);
    }

    /** How the logits of a part are had. */
    private interface Part {
        NDArray of(Discriminator part, NDArray inputs);
    }

    private NDArray rewardInput(NDList parts) {
        return stateOnly ? parts.get(0) : parts.get(0).concat(parts.get(1), 1);
    }

    private NDArray shaped(NDArray g, NDArray here, NDArray next, NDArray continues) {
        return g.add(Constants.times(next.mul(continues), discount)).sub(here);
    }

    @Override
    public List<Discriminator> discriminators() {
        return List.of(reward, shaping);
    }
}
