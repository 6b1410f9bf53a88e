package dev.strait.agents.imitation;

import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.network.Activation;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Regulariser;
import java.util.List;

/** What transfers rewards out of the box; the README's table of mazes measures these values. */
public final class TransferPresets {

    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final int LATENT = 32;

    /** How many steps of the world a reward is learned in: 40 rounds of whole episodes. */
    public static final long STEPS = 128_000;

    /**
     * On which side of the C-maze's wall a policy settles is decided in its first rounds, on one
     * and the same reward by its first weights; the learned return tells which went through.
     */
    private static final int ATTEMPTS = 2;

    private TransferPresets() {}

    /** The settings for a world, those of the C-maze where it is not known. */
    public static TransferSettings of(String environment) {
        PpoPlan expert = PpoPresets.of(environment);
        boolean tall = environment.startsWith("SMaze");
        return new TransferSettings(
                expert,
                actor(0),
                expert.ppo().worlds(32).updating(100, 5, 800, 2e-3),
                tall ? centred() : discriminator(false, 5e-4),
                narrowing(),
                // On slopes in nats a metre, which are in the tens: 1 would leave nothing.
                new Regulariser.R1(0.003),
                4,
                tall
                        ? settling(expert.ppo().worlds(32).updating(100, 10, 640, 2e-3))
                        : roaming(expert.ppo()),
                ATTEMPTS);
    }

    private static PolicySettings actor(double initialLogStd) {
        return new PolicySettings(HIDDEN, Activation.RELU, initialLogStd, false, true);
    }

    /**
     * Broad for long: what lies beyond the C-maze's wall pays, the way round it costs, and a policy
     * that settles soon settles below the wall. The paper's TRPO has an entropy bonus and sees to
     * the end of the episode, too.
     */
    private static PpoPlan roaming(PpoSettings ppo) {
        PpoSettings exploring = ppo.exploring(0.99, 0.99, 0.01);
        return new PpoPlan(actor(0.5), exploring, 48L * exploring.roundSize(), 4);
    }

    /**
     * Narrow in the end: the S-maze's forces are five times as large, and only within a decimetre
     * of the target it pays in full. As {@link #roaming} policies end at 75 of 177 even on the true
     * reward, moving about the target with forces as noisy as they are strong. And as far-sighted
     * as an episode is long: about the target a policy that is still broad is paid hardly more than
     * where it starts, and with γ = 0.99 and λ = 0.98 some gave up the way there for the first
     * room.
     */
    private static PpoPlan settling(PpoSettings ppo) {
        PpoSettings far = ppo.exploring(0.995, 0.99, 0);
        return new PpoPlan(actor(0), far, 128L * far.roundSize(), 8);
    }

    /**
     * Learns little and from the last round alone: the longer it goes on telling the two apart, the
     * more the reward becomes a map of where the expert was, and the more the side that only the
     * agent saw is an abyss, where the mirrored way leads through. Inputs in metres, of which one
     * centimetre is little, keep it smooth. What GAIL and VAIL carry over is the reward of their
     * papers, −ln(1 − D), as {@link DiscriminatorSettings#GAIL} has it; {@link TransferRecipes}
     * lets AIRL's carry the logit.
     */
    private static DiscriminatorSettings discriminator(boolean shift, double learningRate) {
        return DiscriminatorSettings.GAIL
                .trunk(HIDDEN, Activation.RELU)
                .updating(learningRate, 40, 64)
                .inputs(shift, false);
    }

    /**
     * The S-maze is 1.8 m high, with its target near the top, and the units of a new network bend
     * near 0: in the middle across, but at the bottom along. Of positions as they are, one reward
     * in three fell by a nat within a decimetre to either side of the target, but by a fifth of one
     * in the quarter of a metre to the top wall, where its imitator came to rest, and then the new
     * policies. Seen from their mean, it falls as steeply along as across, and takes smaller steps:
     * with larger ones what lies about the target comes to pay less than the room of the start, and
     * new policies, which begin broad, stay there.
     */
    private static DiscriminatorSettings centred() {
        return discriminator(true, 3e-4);
    }

    /**
     * The paper's, but for the step of β, which suits short runs: at 5e-3 the rate stands at its
     * limit in the second half of a run. One limit for both mazes; the 0.05 nats that the official
     * code's notebook has for the S-maze leave no way to the target in the reward once they are
     * kept.
     */
    private static Bottleneck narrowing() {
        return new Bottleneck.Variational(
                LATENT,
                0.5,
                new Spread.LogStd(),
                new InitialWeights.Uniform(0.01),
                new RateExpectation.Mixture(),
                new DualAscent.PaperRule(5e-3),
                0.005);
    }
}
