package dev.strait.core.gradient;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * RMSProp: p ← p − α g / (√v + ε) with v a running mean of g² (Tieleman and Hinton 2012, lecture
 * 6.5).
 *
 * @param learningRate α
 * @param decay decay of the running mean
 * @param epsilon ε, added outside the root
 */
public record RmsProp(double learningRate, double decay, double epsilon) implements Optimiser {

    public RmsProp {
        requirePositive(learningRate, "learningRate");
        require(decay >= 0 && decay < 1, "decay must be in [0, 1), but was %s", decay);
        requirePositive(epsilon, "epsilon");
    }

    /** PyTorch's constants at a given step size. */
    public static RmsProp of(double learningRate) {
        return new RmsProp(learningRate, 0.99, 1e-8);
    }

    /** PyTorch's constants with WGAN's step size, 5e-5. */
    public static RmsProp defaults() {
        return of(5e-5);
    }

    @Override
    public List<String> moments() {
        return List.of("v");
    }

    @Override
    public void step(
            NDArray parameters, NDArray gradient, List<NDArray> moments, long step, double rate) {
        NDArray v = moments.get(0);
        v.muli((float) decay).addi(gradient.square().muli((float) (1 - decay)));
        NDArray denominator = v.sqrt();
        denominator.attach(gradient.getManager());
        parameters.subi(gradient.div(denominator.addi((float) epsilon)).muli((float) rate));
    }
}
