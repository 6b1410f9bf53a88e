package dev.strait.agents.imitation;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
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

    /** How many steps of the world a reward is learned in: 40 rounds of whole episodes. */
    public static final long STEPS = 128_000;

    private TransferPresets() {}

    /** The settings for a world, those of the C-maze where it is not known. */
    public static TransferSettings of(String environment) {
        PpoPlan expert = PpoPresets.of(environment);
        return new TransferSettings(
                expert,
                actor(0),
                expert.ppo().worlds(32).updating(100, 5, 800, 2e-3),
                discriminator(),
                narrowing(tall(environment) ? 0.05 : 0.5),
                // On slopes in nats a metre, which are in the tens: 1 would leave nothing.
                new Regulariser.R1(0.003),
                4,
                retraining(expert));
    }

    private static boolean tall(String environment) {
        return environment.startsWith("SMaze");
    }

    private static PolicySettings actor(double initialLogStd) {
        return new PolicySettings(HIDDEN, Activation.RELU, initialLogStd, false, true);
    }

    /**
     * Broad for long: what lies beyond the wall pays, the way round it costs, and a policy that
     * settles soon settles below the wall. The paper's TRPO has an entropy bonus and sees to the
     * end of the episode, too.
     */
    private static PpoPlan retraining(PpoPlan expert) {
        PpoSettings exploring = expert.ppo().exploring(0.99, 0.01);
        return new PpoPlan(actor(0.5), exploring, 48L * exploring.roundSize(), 4);
    }

    /**
     * Learns little and from the last round alone: the longer it goes on telling the two apart, the
     * more the reward becomes a map of where the expert was, and the more the side that only the
     * agent saw is an abyss, where the mirrored way leads through. Inputs as they are, of which one
     * centimetre is little, keep it smooth.
     */
    private static DiscriminatorSettings discriminator() {
        return new DiscriminatorSettings(
                DiscriminatorInput.STATE_ACTION,
                new StateView.Features(),
                new LogitForm.Plain(),
                new Objective.NonSaturating(),
                new Regulariser.None(),
                new Bottleneck.None(),
                RewardForm.LOGIT,
                CodePath.MEAN,
                HIDDEN,
                Activation.RELU,
                5e-4,
                40,
                64,
                1,
                false);
    }

    /** The paper's, but for the step of β, which suits short runs. */
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
