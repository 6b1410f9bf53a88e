package dev.strait.agents.experiment.game;

import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;

/**
 * One row of Mescheder et al. 2018: an objective and a regulariser of {@code core}, and by hand
 * what they make of the Dirac-GAN.
 *
 * @param name in tables and legends
 * @param objective of core
 * @param regulariser of core
 * @param field the same, worked by hand
 * @param bound |ψ| at most; infinite where weights are not clipped
 * @param linear the field near its rest
 */
public record DiracGan(
        String name,
        Objective objective,
        Regulariser regulariser,
        DiracField field,
        double bound,
        Linearisation linear) {

    DiracGan(
            String name,
            Objective objective,
            Regulariser regulariser,
            DiracField field,
            Linearisation linear) {
        this(name, objective, regulariser, field, Double.POSITIVE_INFINITY, linear);
    }

    /** Steps of size h of both players at once. */
    public Orbit simultaneous(double theta, double psi, double h, int steps) {
        return Orbit.of(
                theta,
                psi,
                steps,
                state -> {
                    double before = state[0];
                    state[0] += h * field.generator(before, state[1]);
                    state[1] = clipped(state[1] + h * field.discriminator(before, state[1]));
                });
    }

    /** Steps of size h of the discriminator, then of the generator, as trainings go. */
    public Orbit alternating(double theta, double psi, double h, int steps) {
        return Orbit.of(
                theta,
                psi,
                steps,
                state -> {
                    state[1] = clipped(state[1] + h * field.discriminator(state[0], state[1]));
                    state[0] += h * field.generator(state[0], state[1]);
                });
    }

    private double clipped(double psi) {
        return Math.max(-bound, Math.min(bound, psi));
    }

    @Override
    public String toString() {
        return name;
    }
}
