package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import dev.strait.core.objective.Objective;
import java.util.function.Supplier;

/** What the generator goes after. */
public enum GeneratorGoal {
    /** What the objective says. */
    OBJECTIVE {
        @Override
        NDArray loss(Objective objective, Supplier<Seen> real, Seen fake) {
            Seen other = objective.comparesSides() ? real.get() : fake;
            return objective.generatorLoss(other.logits(), fake.logits());
        }
    },
    /**
     * Mean features like those of real samples, ‖E[f(x)] − E[f(G(z))]‖², in place of the objective
     * (Salimans et al. 2016, section 3.1).
     */
    FEATURE_MATCHING {
        @Override
        NDArray loss(Objective objective, Supplier<Seen> real, Seen fake) {
            NDArray wanted = mean(real.get().features());
            return mean(fake.features()).sub(wanted).square().sum();
        }
    };

    /**
     * What the discriminator made of one side.
     *
     * @param features (B, …) of its trunk
     * @param logits (B)
     */
    record Seen(NDArray features, NDArray logits) {}

    /**
     * The generator's loss.
     *
     * @param real made on demand: most objectives spare the pass
     * @return a scalar
     */
    abstract NDArray loss(Objective objective, Supplier<Seen> real, Seen fake);

    private static NDArray mean(NDArray features) {
        return features.mean(new int[] {0});
    }
}
