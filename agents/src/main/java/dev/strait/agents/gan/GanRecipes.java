package dev.strait.agents.gan;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.RmsProp;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;

/** Every named method, one row each: what it chooses; the rest stays as the data asks for it. */
public enum GanRecipes {
    /** The saturating game. */
    GAN_MINIMAX("Goodfellow et al. 2014", (base, data) -> objective(base, new Objective.Minimax())),
    /** The non-saturating game, nothing added. */
    GAN("Goodfellow et al. 2014", (base, data) -> base),
    /** The same on convolutions with batch norms. */
    DCGAN("Radford et al. 2016", (base, data) -> base.networks(data.convolutions())),
    /** Squared distances to targets. */
    LSGAN("Mao et al. 2017", (base, data) -> objective(base, Objective.LeastSquares.ZERO_ONE)),
    /** A hinge for the discriminator. */
    HINGE("Lim and Ye 2017", (base, data) -> objective(base, new Objective.Hinge())),
    /** A clipped critic near its best. */
    WGAN(
            "Arjovsky et al. 2017",
            (base, data) ->
                    regulariser(
                                    objective(base, new Objective.Wasserstein()),
                                    new Regulariser.WeightClipping(0.01))
                            .pace(
                                    base.pace()
                                            .critic(CriticSchedule.Bursts.WGAN)
                                            .optimisers(RmsProp.of(5e-5), RmsProp.of(5e-5)))),
    /** A critic of slope 1 between the sides. */
    WGAN_GP(
            "Gulrajani et al. 2017",
            (base, data) ->
                    regulariser(
                                    objective(base, new Objective.Wasserstein()),
                                    new Regulariser.OneCentred(data.oneCentredWeight()))
                            .pace(
                                    base.pace()
                                            .critic(new CriticSchedule.Constant(5))
                                            .optimisers(quick(), quick()))),
    /** A discriminator that is flat on real samples: weight · E‖∇D‖², without the paper's ½. */
    R1("Mescheder et al. 2018", (base, data) -> regulariser(base, data.flatOnReal())),
    /** The same on either side. */
    R1_R2(
            "Mescheder et al. 2018",
            (base, data) ->
                    regulariser(
                            base, Regulariser.All.of(data.flatOnReal(), data.flatOnGenerated()))),
    /** Every weight divided by its largest singular value. */
    SN_GAN(
            "Miyato et al. 2018",
            (base, data) ->
                    regulariser(
                            objective(base, new Objective.Hinge()),
                            new Regulariser.SpectralNorm())),
    /** Each real sample against one generated. */
    RSGAN(
            "Jolicoeur-Martineau 2019",
            (base, data) -> objective(base, new Objective.RelativisticPaired())),
    /** Each sample against the mean of the other side. */
    RASGAN(
            "Jolicoeur-Martineau 2019",
            (base, data) -> objective(base, average(new Objective.NonSaturating()))),
    /** The same under a hinge. */
    RAHINGE(
            "Jolicoeur-Martineau 2019",
            (base, data) -> objective(base, average(new Objective.Hinge()))),
    /** The same under squares. */
    RALS(
            "Jolicoeur-Martineau 2019",
            (base, data) -> objective(base, average(Objective.LeastSquares.MINUS_ONE_ONE))),
    /** Is the pair in order? */
    T_GAN(
            "Su 2018",
            (base, data) ->
                    base.game(
                            base.game()
                                    .objective(
                                            new Objective.Symmetric(new Objective.NonSaturating()))
                                    .sight(Sight.ORDERED_PAIR)
                                    .regulariser(new Regulariser.SpectralNorm()))),
    /** Pairs, flat on either side: the loss of R3GAN, not its networks. */
    R3GAN(
            "Huang et al. 2024",
            (base, data) ->
                    regulariser(
                            objective(base, new Objective.RelativisticPaired()),
                            Regulariser.All.of(data.flatOnReal(), data.flatOnGenerated()))),
    /** Codes that can be recognised, the choice in random views, which is ours. */
    INFOGAN("Chen et al. 2016", (base, data) -> recognised(base, data)),
    /** The game behind the information bottleneck. */
    VGAN("Peng et al. 2019", (base, data) -> bottleneck(base, data.bottleneck())),
    /** The same, flat on real samples. */
    VGAN_GP(
            "Peng et al. 2019",
            (base, data) -> regulariser(bottleneck(base, data.bottleneck()), data.flatOnReal())),
    /** The same with spectral norms. */
    VGAN_SN(
            "Peng et al. 2019",
            (base, data) ->
                    regulariser(
                            bottleneck(base, data.bottleneck()), new Regulariser.SpectralNorm())),
    /** Codes that can be recognised, behind the bottleneck. */
    INFOGAN_VDB(
            "Chen et al. 2016; Peng et al. 2019",
            (base, data) -> bottleneck(recognised(base, data), data.bottleneck())),
    /** Noise on whatever the discriminator sees. */
    INSTANCE_NOISE(
            "Sønderby et al. 2017",
            (base, data) -> regulariser(base, new Regulariser.InstanceNoise(data.noiseStd())));

    private final String paper;
    private final BiFunction<GanSettings, DataChoices, GanSettings> choices;

    GanRecipes(String paper, BiFunction<GanSettings, DataChoices, GanSettings> choices) {
        this.paper = paper;
        this.choices = choices;
    }

    /** Who proposed it. */
    public String paper() {
        return paper;
    }

    /** As the command line writes it: {@code vgan-gp}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of this name, whatever its case, with {@code -} or {@code _}.
     *
     * @throws IllegalArgumentException naming all methods
     */
    public static GanRecipes named(String name) {
        String wanted = name.replace('-', '_');
        for (GanRecipes recipe : values()) {
            if (recipe.name().equalsIgnoreCase(wanted)) {
                return recipe;
            }
        }
        throw new IllegalArgumentException(
                "no recipe is called '%s'; there are %s"
                        .formatted(name, Arrays.stream(values()).map(GanRecipes::id).toList()));
    }

    /**
     * What the data asks for, with what this method chooses.
     *
     * @param base the non-saturating game on networks and at a pace that suit the data
     * @param data what a method that needs it should take for this data
     */
    public GanSettings of(GanSettings base, DataChoices data) {
        return choices.apply(base, data);
    }

    /** Gulrajani's, without momentum. */
    private static Adam quick() {
        return new Adam(1e-4, 0, 0.9, 1e-8, 0);
    }

    /**
     * Chen's codes and uniform noise, at the pace of the data: the official 2e-4 of the
     * discriminator, for networks several times as wide, leaves several digits in one choice. The
     * view of the choice is Strait's; {@link ChoiceView.AsIs} is theirs.
     */
    private static GanSettings recognised(GanSettings base, DataChoices data) {
        return base.codes(data.codes())
                .latent(new Latent(base.latent().size(), Latent.Prior.UNIFORM))
                .networks(data.recognised())
                .tricks(base.tricks().choiceView(data.choiceView()));
    }

    private static GanSettings objective(GanSettings base, Objective objective) {
        return base.game(base.game().objective(objective));
    }

    private static GanSettings regulariser(GanSettings base, Regulariser regulariser) {
        return base.game(base.game().regulariser(regulariser));
    }

    private static GanSettings bottleneck(GanSettings base, Bottleneck bottleneck) {
        return base.game(base.game().bottleneck(bottleneck));
    }

    private static Objective average(Objective comparison) {
        return new Objective.RelativisticAverage(comparison);
    }
}
