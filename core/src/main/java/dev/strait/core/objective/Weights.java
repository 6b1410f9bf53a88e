package dev.strait.core.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;

/** How large the weights of a network are, with the graph that a penalty on them needs. */
final class Weights {

    private Weights() {}

    /**
     * Σ w² over every weight that is learned; biases and scales are left out.
     *
     * @return a scalar on {@code scope}
     */
    static NDArray squares(Block network, NDManager scope) {
        NDArray sum = scope.create(0f);
        for (Parameter parameter : network.getParameters().values()) {
            if (parameter.requiresGradient() && parameter.getType() == Parameter.Type.WEIGHT) {
                // A result lives where its first operand does: not with the parameters.
                NDArray weights = scope.create(0f).add(parameter.getArray());
                sum = sum.add(weights.square().sum());
            }
        }
        return sum;
    }
}
