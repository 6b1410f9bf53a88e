package dev.strait.agents.experiment.toy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Forward;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.NoiseStream;

/**
 * A generator that stays where it is, x = w u + b with u uniform on [0, 1): the right one of the
 * {@link Sides.Lines} at w = (0, 1), b = (θ, 0). It only tells how hard it would be pushed.
 */
final class FixedLine implements AutoCloseable {

    private final Learner learner;
    private final Forward forward;

    FixedLine(double gap, NDManager manager) {
        Block linear = Linear.builder().setUnits(2).build();
        linear.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
        learner = Learner.of("fixed generator", new Sgd(1, 0), Double.POSITIVE_INFINITY, linear);
        // Weight (2, 1), then bias (2).
        float[] parameters = {0, 1, (float) gap, 0};
        InPlace.assign(learner.parameters(), manager.create(parameters));
        learner.anneal(0);
        forward = Forward.training(linear);
    }

    /**
     * ‖∂L_G/∂(w, b)‖ against a discriminator on mean codes.
     *
     * @param latents (B, 1) u
     */
    double gradientNorm(Objective objective, Discriminator discriminator, NDArray latents) {
        return learner.minimise(
                        () -> {
                            NDArray fake = discriminator.logits(forward.apply(latents));
                            return objective.generatorLoss(fake.stopGradient(), fake);
                        })
                .gradientNorm();
    }

    /** (B, 1) uniform. */
    static NDArray latents(NDManager manager, NoiseStream noise, int count) {
        return noise.uniform(manager, new Shape(count, 1));
    }

    @Override
    public void close() {
        learner.close();
    }
}
