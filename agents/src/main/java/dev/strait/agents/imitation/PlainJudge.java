package dev.strait.agents.imitation;

import ai.djl.ndarray.NDArray;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;

/** GAIL's and VAIL's logit: one discriminator over all inputs. */
record PlainJudge(Discriminator discriminator) implements Judge {

    @Override
    public Judgement judge(Batch batch, NoiseStream noise) {
        return discriminator.judge(batch.inputs(), noise);
    }

    @Override
    public NDArray logits(Batch batch, CodePath path, NoiseStream noise) {
        return path.logits(discriminator, batch.inputs(), noise);
    }

    @Override
    public NDArray score(NDArray inputs, NoiseStream noise) {
        return discriminator.judge(inputs, noise).logits();
    }

    @Override
    public List<Discriminator> discriminators() {
        return List.of(discriminator);
    }
}
