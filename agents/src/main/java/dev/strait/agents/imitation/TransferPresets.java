package dev.strait.agents.imitation;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.network.Activation;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.List;

/** What transfers rewards out of the box; the README's table of mazes measures these values. */
public final class TransferPresets {

    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final int LATENT = 32;

    private TransferPresets() {}

    /** The settings for a world, those of the C-maze where it is not known. */
    public static TransferSettings of(String environment) {
        PpoPlan expert = PpoPresets.of(environment);
        boolean tall = environment.startsWith("SMaze");
        return new TransferSettings(
                expert,
                new PolicySettings(HIDDEN, Activation.RELU, 0, false, true),
                expert.ppo().worlds(32).updating(100, 5, 800, 2e-3),
                discriminator(),
                narrowing(tall ? 0.05 : 0.5),
                new Regulariser.R1(1),
                10,
                expert);
    }

    /** How many steps of the world the reward is learned in. */
    public static long steps(String environment) {
        return 640_000;
    }

    private static DiscriminatorSettings discriminator() {
        return new DiscriminatorSettings(
                DiscriminatorInput.STATE_ACTION,
                new LogitForm.Plain(),
                new Objective.NonSaturating(),
                new Regulariser.None(),
                new Bottleneck.None(),
                RewardForm.LOGIT,
                CodePath.MEAN,
                HIDDEN,
                Activation.RELU,
                1e-3,
                40,
                64,
                200,
                true);
    }

    /** The paper's, but for the step of β, which is made for runs twenty times as long. */
    private static Bottleneck narrowing(double limit) {
        return new Bottleneck.Variational(
                LATENT,
                limit,
                new Spread.LogStd(),
                new InitialWeights.Uniform(0.01),
                new RateExpectation.Mixture(),
                new DualAscent.PaperRule(1e-3),
                0.005);
    }
}
