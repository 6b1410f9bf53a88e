package dev.strait.agents.imitation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;

/** The networks behind a logit. */
sealed interface Judge permits PlainJudge, ShapedJudge {

    /** Logits and rates on sampled codes, with their graph in gradient mode. */
    Judgement judge(Batch batch, NoiseStream noise);

    /** (B) logits that rewards are made of. */
    NDArray logits(Batch batch, CodePath path, NoiseStream noise);

    /** (B) what penalties differentiate: the networks' own part of the logit on sampled codes. */
    NDArray score(NDArray inputs, NoiseStream noise);

    /** All that is learned. */
    List<Block> blocks();
}
