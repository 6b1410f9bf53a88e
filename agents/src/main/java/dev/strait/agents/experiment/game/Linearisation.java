package dev.strait.agents.experiment.game;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

/**
 * A Dirac-GAN near a point where it rests, J = [[0, a], [−a, −d]]: its eigenvalues are −d/2 ±
 * √(d²/4 − a²) (Mescheder et al. 2018, lemmas 2.3, 3.1 and 3.2).
 *
 * @param coupling a = |f′(0)|: ½ for logistic losses, 1 for Wasserstein's
 * @param damping d of ψ: γ under R1 or R2, s²/2 under instance noise, 0 without a regulariser
 * @param rest θ of the point; ψ is 0 there
 */
public record Linearisation(double coupling, double damping, double rest) {

    public Linearisation {
        requirePositive(coupling, "coupling");
        require(damping >= 0, "damping must not be negative, but was %s", damping);
    }

    /** About the equilibrium (0, 0). */
    public static Linearisation of(double coupling, double damping) {
        return new Linearisation(coupling, damping, 0);
    }

    /** The damping from which on the game no longer swings: 2a. */
    public double criticalDamping() {
        return 2 * coupling;
    }

    /** Eigenvalues of the flow. */
    public Spectrum flow() {
        return Spectrum.of(-damping, coupling * coupling);
    }

    /** Eigenvalues of one step of size h of both at once, I + hJ. */
    public Spectrum simultaneous(double h) {
        double ha = h * coupling;
        return Spectrum.of(2 - h * damping, 1 - h * damping + ha * ha);
    }

    /** Eigenvalues of one step of size h of the discriminator, then of the generator. */
    public Spectrum alternating(double h) {
        double ha = h * coupling;
        return Spectrum.of(2 - h * damping - ha * ha, 1 - h * damping);
    }
}
