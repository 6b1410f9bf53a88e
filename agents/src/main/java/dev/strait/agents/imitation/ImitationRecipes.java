package dev.strait.agents.imitation;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Every named method, one row each: what it chooses on the axes of a discriminator; the rest stays
 * as the world asks for it. A row that names what keeps the discriminator smooth takes that in
 * place of what the world has; one that names nothing keeps the world's. So GAIL is the paper's
 * where a world asks for no penalty, and GAIL_GP has the same penalty in every world.
 */
public enum ImitationRecipes {
    /** Supervised learning of π(a|s) from pairs; no world is stepped. */
    BC("Pomerleau 1991", false, false, own -> own),
    /** A discriminator of (s, a) rewards PPO. */
    GAIL("Ho and Ermon 2016", false, false, own -> own),
    /** GAIL whose logit is f − ln π, with a reward g inside f that can be transferred. */
    AIRL("Fu, Luo and Levine 2018", true, false, own -> own),
    /** GAIL behind the information bottleneck. */
    VAIL("Peng et al. 2019", false, true, own -> own),
    /** AIRL behind the information bottleneck. */
    VAIRL("Peng et al. 2019", true, true, own -> own),
    /** GAIL that sees noisy inputs: the comparison of the paper. */
    GAIL_NOISE("Sønderby et al. 2017; Peng et al. 2019", false, false, ImitationRecipes::noisy),
    /** GAIL, flat on the expert's samples. */
    GAIL_GP("Mescheder et al. 2018; Peng et al. 2019", false, false, ImitationRecipes::flat),
    /** AIRL, flat on the expert's samples. */
    AIRL_GP("Mescheder et al. 2018; Peng et al. 2019", true, false, ImitationRecipes::flat),
    /** VAIL, flat on the expert's samples: the paper's best on motions. */
    VAIL_GP("Peng et al. 2019", false, true, ImitationRecipes::flat),
    /** VAIL whose logit has a slope of one between expert and agent, as WGAN-GP's critic has. */
    VAIL_ONE_CENTRED(
            "Gulrajani et al. 2017; Peng et al. 2019", false, true, ImitationRecipes::sloping),
    /** VAIRL, flat on the expert's samples: the paper's best on mazes. */
    VAIRL_GP("Peng et al. 2019", true, true, ImitationRecipes::flat),
    /**
     * Adversarial motion priors: squares instead of a logarithm, transitions, replay, and three
     * weak regularisers; its reward pays for staying, whatever the world asks for.
     */
    AMP(
            "Peng et al. 2021",
            false,
            false,
            own ->
                    priors(own)
                            .objective(Objective.LeastSquares.MINUS_ONE_ONE)
                            .reward(RewardForm.LEAST_SQUARES)
                            .regulariser(
                                    Regulariser.All.of(
                                            new Regulariser.R1(10),
                                            new Regulariser.LogitDecay(0.05),
                                            new Regulariser.WeightDecay(5e-4)))),
    /** The same as its author has it today: the logarithm again, flat on both sides. */
    AMP_LOGISTIC(
            "Peng 2025 (MimicKit)",
            false,
            false,
            own ->
                    priors(own)
                            .regulariser(
                                    Regulariser.All.of(
                                            new Regulariser.R1(5),
                                            new Regulariser.R2(5),
                                            new Regulariser.LogitDecay(0.02),
                                            new Regulariser.WeightDecay(2e-4)))),
    /** GAIL under several weak regularisers at once. */
    GAIL_COMBINED(
            "Arulkumaran and Lillrank 2023",
            false,
            false,
            own ->
                    own.regulariser(
                            Regulariser.All.of(
                                    new Regulariser.SpectralNorm(),
                                    new Regulariser.Dropout(0.5),
                                    new Regulariser.R1(0.3)))),
    /** VAIL that tells which of two is the expert's. */
    VAIL_RELATIVISTIC(
            "Jolicoeur-Martineau 2019; Peng et al. 2019",
            false,
            true,
            own -> own.objective(new Objective.RelativisticPaired())),
    /**
     * Adversarial differential discriminators: what a state lacks of the clip at its phase, in s
     * and s′. All of the expert's samples are the zero vector, and a slope of one is asked for on
     * the way there from the agent's. The paper's penalty, flat on the agent's samples alone, left
     * a cliff around zero, beyond which a body of many drives found no reward to climb.
     */
    ADD("Zhang et al. 2025", false, false, ImitationRecipes::differential),
    /** The same behind the information bottleneck. */
    VAIL_DIFFERENCE(
            "Zhang et al. 2025; Peng et al. 2019", false, true, ImitationRecipes::differential);

    private final String paper;
    private final boolean shaped;
    private final boolean bottleneck;
    private final UnaryOperator<DiscriminatorSettings> choices;

    ImitationRecipes(
            String paper,
            boolean shaped,
            boolean bottleneck,
            UnaryOperator<DiscriminatorSettings> choices) {
        this.paper = paper;
        this.shaped = shaped;
        this.bottleneck = bottleneck;
        this.choices = choices;
    }

    /** Who proposed it. */
    public String paper() {
        return paper;
    }

    /** As the command line writes it: {@code vail-gp}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them, as the command line writes them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ImitationRecipes::id).toList();
    }

    /** Whether it plays an adversarial game; BC does not. */
    public boolean adversarial() {
        return this != BC;
    }

    /** Whether its logit is AIRL's f − ln π. */
    public boolean shaped() {
        return shaped;
    }

    /** Whether something beside a bottleneck keeps its discriminator of a world smooth. */
    boolean smooths(DiscriminatorSettings world) {
        return !(choices.apply(world).regulariser() instanceof Regulariser.None);
    }

    /**
     * The method of this name, whatever its case, with {@code -} or {@code _}.
     *
     * @throws IllegalArgumentException naming all methods
     */
    public static ImitationRecipes named(String name) {
        for (ImitationRecipes recipe : values()) {
            if (recipe.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return recipe;
            }
        }
        throw new IllegalArgumentException(
                "no algorithm is called '%s'; there are %s".formatted(name, ids()));
    }

    /**
     * A world's discriminator with what this method chooses.
     *
     * @param world the axes that a method leaves open, as tuned for a world
     * @param narrowing the bottleneck of the variational methods
     */
    public DiscriminatorSettings of(DiscriminatorSettings world, Bottleneck narrowing) {
        return choices.apply(world)
                .logit(shaped ? new LogitForm.Shaped(false) : new LogitForm.Plain())
                .bottleneck(bottleneck ? narrowing : new Bottleneck.None());
    }

    /** Half a deviation of the normalised inputs; the paper does not tell its own. */
    private static DiscriminatorSettings noisy(DiscriminatorSettings world) {
        return world.regulariser(new Regulariser.InstanceNoise(0.5));
    }

    /** γ = 10 of γ/2 · E‖∇D‖² on the expert's samples (Mescheder et al. 2018). */
    private static DiscriminatorSettings flat(DiscriminatorSettings world) {
        return world.regulariser(Regulariser.R1.ofGamma(10));
    }

    private static DiscriminatorSettings differential(DiscriminatorSettings world) {
        return sloping(world).input(DiscriminatorInput.TRANSITION).view(new StateView.Difference());
    }

    private static DiscriminatorSettings sloping(DiscriminatorSettings world) {
        return world.regulariser(new Regulariser.OneCentred(1));
    }

    /**
     * What both forms of AMP share. Their buffers hold 100,000 samples and more; eight rounds are
     * as far back as small runs go. Their codes halve the sum of both sides' losses and we do not,
     * so our weights of the other terms are twice theirs.
     */
    private static DiscriminatorSettings priors(DiscriminatorSettings world) {
        return world.input(DiscriminatorInput.TRANSITION)
                .replayRounds(Math.max(8, world.replayRounds()));
    }
}
