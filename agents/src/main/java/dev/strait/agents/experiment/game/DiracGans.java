package dev.strait.agents.experiment.game;

import dev.strait.agents.experiment.game.DiracField.Pull;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.List;

/**
 * The Dirac-GANs, a row each, with the constants of the paper's own script: penalties 0.3 and the
 * critical one, instance noise 0.7, clipping at 1, WGAN-GP's γ 0.7.
 */
public final class DiracGans {

    private static final Objective MINIMAX = new Objective.Minimax();
    private static final Objective NON_SATURATING = new Objective.NonSaturating();
    private static final Objective WASSERSTEIN = new Objective.Wasserstein();

    private static final double LOGISTIC = 0.5;
    private static final double LINEAR = 1;

    private DiracGans() {}

    /** All of them. */
    public static List<DiracGan> all() {
        return List.of(
                new DiracGan(
                        "GAN, minimax",
                        MINIMAX,
                        new Regulariser.None(),
                        new DiracField.Minimax(Pull.NONE),
                        Linearisation.of(LOGISTIC, 0)),
                new DiracGan(
                        "GAN, non-saturating",
                        NON_SATURATING,
                        new Regulariser.None(),
                        new DiracField.NonSaturating(Pull.NONE),
                        Linearisation.of(LOGISTIC, 0)),
                penalised("R1, γ = 0.3", Regulariser.R1.ofGamma(0.3), 0.3),
                penalised("R1, weight 0.3 (γ = 0.6)", new Regulariser.R1(0.3), 0.6),
                penalised("R1, critical γ = 1", Regulariser.R1.ofGamma(1), 1),
                penalised("R1, γ = 2", Regulariser.R1.ofGamma(2), 2),
                penalised("R2, γ = 0.3", Regulariser.R2.ofGamma(0.3), 0.3),
                penalised(
                        "R1 and R2, γ = 0.3 each",
                        Regulariser.All.of(
                                Regulariser.R1.ofGamma(0.3), Regulariser.R2.ofGamma(0.3)),
                        0.6),
                // The slope is the one weight there is: c ψ² is γ/2 · ψ².
                penalised("weight decay 0.15 (γ = 0.3)", new Regulariser.WeightDecay(0.15), 0.3),
                penalised("logit decay 0.15 (γ = 0.3)", new Regulariser.LogitDecay(0.15), 0.3),
                new DiracGan(
                        "R3GAN's loss, γ = 0.3 each",
                        new Objective.RelativisticPaired(),
                        Regulariser.All.of(
                                Regulariser.R1.ofGamma(0.3), Regulariser.R2.ofGamma(0.3)),
                        new DiracField.NonSaturating(Pull.towardsZero(0.6)),
                        Linearisation.of(LOGISTIC, 0.6)),
                new DiracGan(
                        "instance noise 0.7",
                        NON_SATURATING,
                        new Regulariser.InstanceNoise(0.7),
                        new DiracField.Noisy(0.7),
                        Linearisation.of(LOGISTIC, 0.7 * 0.7 / 2)),
                new DiracGan(
                        "WGAN",
                        WASSERSTEIN,
                        new Regulariser.None(),
                        new DiracField.Wasserstein(Pull.NONE),
                        Linearisation.of(LINEAR, 0)),
                new DiracGan(
                        "WGAN, clipped at 1",
                        WASSERSTEIN,
                        new Regulariser.WeightClipping(1),
                        new DiracField.Wasserstein(Pull.NONE),
                        1,
                        Linearisation.of(LINEAR, 0)),
                oneCentred(0.35));
    }

    private static DiracGan penalised(String name, Regulariser regulariser, double gamma) {
        return new DiracGan(
                name,
                NON_SATURATING,
                regulariser,
                new DiracField.NonSaturating(Pull.towardsZero(gamma)),
                Linearisation.of(LOGISTIC, gamma));
    }

    /**
     * The penalty has a kink at ψ = 0, so there is no linearisation at (0, 0). On either side the
     * field is linear all the same, around (±2 · weight, 0): a trajectory turns about the one and,
     * before it arrives, crosses over to the other.
     */
    private static DiracGan oneCentred(double weight) {
        return new DiracGan(
                "WGAN-GP, weight " + weight,
                WASSERSTEIN,
                new Regulariser.OneCentred(weight),
                new DiracField.Wasserstein(Pull.towardsOne(weight)),
                new Linearisation(LINEAR, 2 * weight, 2 * weight));
    }
}
