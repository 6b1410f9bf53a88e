package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Adam: p ← p − α m̂ / (√v̂ + ε) with bias-corrected moments m̂, v̂ of the gradient (Kingma and Ba
 * 2015, algorithm 1).
 *
 * @param learningRate α
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon ε, added outside the root
 * @param weightDecay L2 coefficient λ: the gradient gets λ p added
 */
public record Adam(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimiser {

    public Adam {
        require(learningRate > 0, "learningRate must be positive, but was %s", learningRate);
        require(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1), but was %s", beta1);
        require(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1), but was %s", beta2);
        require(epsilon > 0, "epsilon must be positive, but was %s", epsilon);
        require(weightDecay >= 0, "weightDecay must not be negative, but was %s", weightDecay);
    }

    /** The paper's constants at a given step size. */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    /** The same with other decays: β₁ = ½ in DCGAN, 0 in WGAN-GP and R3GAN. */
    public Adam decays(double first, double second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay);
    }

    @Override
    public List<String> moments() {
        return List.of("m", "v");
    }

    @Override
    public void step(
            NDArray parameters, NDArray gradient, List<NDArray> moments, long step, double rate) {
        NDArray m = moments.get(0);
        NDArray v = moments.get(1);
        NDArray g = gradient;
        if (weightDecay > 0) {
            // First operand first: the product must live with the gradient, not with a parameter.
            g = gradient.zerosLike().addi(parameters).muli((float) weightDecay).addi(gradient);
        }
        m.muli((float) beta1).addi(g.mul((float) (1 - beta1)));
        v.muli((float) beta2).addi(g.square().muli((float) (1 - beta2)));
        double correction = Math.sqrt(1 - Math.pow(beta2, step));
        float alpha = (float) (rate * correction / (1 - Math.pow(beta1, step)));
        NDArray denominator = v.sqrt();
        denominator.attach(g.getManager());
        denominator.addi((float) (epsilon * correction));
        // α m̂ / (√v̂ + ε), both bias corrections folded into the two numbers above.
        parameters.subi(g.zerosLike().addi(m).divi(denominator).muli(alpha));
    }
}
