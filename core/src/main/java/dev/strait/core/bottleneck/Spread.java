package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.strait.core.network.Stack;
import dev.strait.core.tensor.Constants;
import java.util.random.RandomGenerator;

/** How an encoder says σ(x). All forms give ln σ, because the rate needs it. */
public sealed interface Spread {

    /**
     * ln σ from what the head gives.
     *
     * @param raw (B, K)
     * @return (B, K)
     */
    NDArray logStd(NDArray raw);

    /**
     * The head on the trunk: features to (B, K).
     *
     * @param linear a linear head, described
     * @param size K, of the whole code
     */
    default Block head(Stack linear, int size, NDManager manager, RandomGenerator random) {
        return linear.build(manager, random);
    }

    /** σ = eˢ: the official image and inverse-RL codes (Peng et al. 2019). */
    record LogStd() implements Spread {

        @Override
        public NDArray logStd(NDArray raw) {
            return raw;
        }
    }

    /**
     * σ = softplus(s − 5): deep VIB (Alemi et al. 2017). Below e⁻⁶⁰ σ stays, for float32's sake.
     */
    record Softplus() implements Spread {

        @Override
        public NDArray logStd(NDArray raw) {
            return Constants.atLeast(raw.sub(5f), -60).getNDArrayInternal().softPlus().log();
        }
    }

    /** σ = sigmoid(s), never above 1: the akanimax image code. */
    record Sigmoid() implements Spread {

        @Override
        public NDArray logStd(NDArray raw) {
            return raw.neg().getNDArrayInternal().softPlus().neg();
        }
    }

    /** One learned σ for all inputs, 1 at the start: Unity ML-Agents, which learns σ itself. */
    record Shared() implements Spread {

        @Override
        public NDArray logStd(NDArray raw) {
            return raw;
        }

        @Override
        public Block head(Stack linear, int size, NDManager manager, RandomGenerator random) {
            return SharedVector.of(linear.input(), size, manager);
        }
    }
}
