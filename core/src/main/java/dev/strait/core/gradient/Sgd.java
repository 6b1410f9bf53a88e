package dev.strait.core.gradient;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Stochastic gradient descent: u ← μ u + g, p ← p − α u.
 *
 * @param learningRate α
 * @param momentum μ; 0 for plain descent
 */
public record Sgd(double learningRate, double momentum) implements Optimiser {

    public Sgd {
        requirePositive(learningRate, "learningRate");
        require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), but was %s", momentum);
    }

    @Override
    public List<String> moments() {
        return momentum > 0 ? List.of("u") : List.of();
    }

    @Override
    public void step(
            NDArray parameters, NDArray gradient, List<NDArray> moments, long step, double rate) {
        if (moments.isEmpty()) {
            parameters.subi(gradient.muli((float) rate));
            return;
        }
        NDArray u = moments.get(0);
        u.muli((float) momentum).addi(gradient);
        parameters.subi(gradient.zerosLike().addi(u).muli((float) rate));
    }
}
