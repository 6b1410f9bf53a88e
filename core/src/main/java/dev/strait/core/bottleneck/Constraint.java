package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;

/**
 * E[KL] ≤ I_c on a pair of batches, as a term of the loss and a report. A run without a bottleneck
 * has one too, which asks nothing.
 */
public sealed interface Constraint permits RateConstraint, Unconstrained {

    /**
     * β (E[KL] − I_c), to be added to the discriminator's loss; β is a constant in it.
     *
     * @return a scalar with its graph
     */
    NDArray term(Judgement real, Judgement fake);

    /**
     * E[KL] in nats under the convention that was chosen.
     *
     * @return a scalar
     */
    NDArray rate(Judgement real, Judgement fake);

    /**
     * Moves β, after the step that it weighed.
     *
     * @param rate the value of {@link #rate}
     * @param loss the adversarial loss of that step, without {@link #term}
     */
    void update(double rate, double loss);

    /** How the constraint and the discriminator stand on a pair of batches. */
    default BottleneckReport report(Judgement real, Judgement fake) {
        return report(real, fake, OptionalDouble.of(0));
    }

    /**
     * The same with accuracies as an objective tells them.
     *
     * @param boundary of the objective; empty where it tells none
     */
    default BottleneckReport report(Judgement real, Judgement fake, OptionalDouble boundary) {
        return report(BottleneckReport.Figures.read(real, fake, boundary));
    }

    /** The same from figures that were read already. */
    BottleneckReport report(BottleneckReport.Figures figures);

    /** β and what its rule remembers. */
    DualAscent.State state();

    /** Goes on from a checkpoint. */
    void restore(DualAscent.State saved);
}
