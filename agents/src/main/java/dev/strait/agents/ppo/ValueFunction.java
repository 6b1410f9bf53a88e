package dev.strait.agents.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.network.InitialWeights;
import java.util.random.RandomGenerator;

/** V(s), a network of its own beside the policy's. */
final class ValueFunction {

    private final int features;
    private final Block block;
    private final Forward forward;

    ValueFunction(int features, PpoSettings settings, NDManager manager, RandomGenerator random) {
        this.features = features;
        block =
                Dense.of(features, settings.valueHidden(), 1)
                        .activation(settings.valueActivation())
                        .initial(
                                new InitialWeights.Orthogonal(Math.sqrt(2)),
                                new InitialWeights.Orthogonal(1))
                        .build(manager, random);
        forward = Forward.of(block);
    }

    Block block() {
        return block;
    }

    /** (B) values of (B, F) normalised observations, with the graph in gradient mode. */
    NDArray of(NDArray seen) {
        return forward.apply(seen).reshape(-1);
    }

    /** (B) values of (B, F) normalised observations. */
    float[] of(float[] seen, NDManager scope) {
        return of(scope.create(seen, new Shape(seen.length / features, features))).toFloatArray();
    }
}
