package dev.strait.agents.gan;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Normalisation;
import dev.strait.envs.image.ImageShape;
import java.util.List;

/** What works out of the box, one row a kind of data. */
public final class GanPresets {

    private GanPresets() {}

    /**
     * A kind of data.
     *
     * @param base networks, pace and the plain game
     * @param choices what methods that need it take
     * @param batch rows of a batch of real samples
     */
    public record Preset(GanSettings base, DataChoices choices, int batch) {

        /** The settings of a method. */
        public GanSettings of(GanRecipes recipe) {
            return headed(recipe.of(base, choices));
        }

        /** The settings of a method on other networks. */
        public GanSettings of(GanRecipes recipe, Networks networks) {
            return headed(recipe.of(base, choices).networks(networks));
        }

        private static GanSettings headed(GanSettings settings) {
            Game game = settings.game();
            return settings.game(game.bottleneck(settings.networks().headed(game.bottleneck())));
        }
    }

    /**
     * For small networks and some thousand steps: five times DCGAN's step size, and a second moment
     * that is as short as the runs.
     */
    private static final Adam QUICK = new Adam(1e-3, 0.5, 0.99, 1e-8, 0);

    /**
     * The official networks of InfoGAN, a quarter as wide: a dense layer on either side, batch
     * norms in both players.
     */
    private static final Networks INFOGAN =
            new Networks.Dcgan(
                    16, List.of(256), new Normalisation.Batch(), new Normalisation.Batch());

    /** What suits data of this shape. */
    public static Preset of(ImageShape shape) {
        if (shape.size() == 2) {
            return points();
        }
        if (shape.channels() > 1 && Math.min(shape.height(), shape.width()) >= 32) {
            return residual();
        }
        return halves(shape) ? convolutions() : dense();
    }

    private static boolean halves(ImageShape shape) {
        boolean even = shape.height() % 2 == 0 && shape.width() % 2 == 0;
        return even && Math.min(shape.height(), shape.width()) >= 8;
    }

    /**
     * Ring and grid. No momentum and a step that falls to a twentieth: the modes are a hundredth of
     * the plane wide, and the last steps are what sharpens them. Batches of 256, as in the toy
     * experiments of Gulrajani et al. 2017: the few samples between two modes are what is left to
     * learn, and in batches of 64 the noise of the others drowns them.
     */
    private static Preset points() {
        Networks networks =
                new Networks.FullyConnected(
                        List.of(128, 128, 128),
                        List.of(128, 128, 128),
                        Activation.RELU,
                        new Normalisation.None(),
                        Activation.IDENTITY);
        GanSettings base =
                settings(
                        networks,
                        new Latent(16, Latent.Prior.NORMAL),
                        Pace.of(new Adam(2e-3, 0, 0.99, 1e-8, 0), 10_000, 100).finalRate(0.05),
                        0.995);
        return new Preset(
                base,
                new DataChoices(
                        narrow(32, 0.5, 1e-3),
                        0.05,
                        0.1,
                        0.1,
                        new Codes.InfoCodes(8, 0, 1, 0, 64),
                        new ChoiceView.AsIs(),
                        networks,
                        networks),
                256);
    }

    /**
     * Small grey pictures. Batch norms in the generator alone: a penalty or a rate is one a sample,
     * and a discriminator without them does for every method. DCGAN has them in both, as its paper
     * says.
     */
    private static Preset convolutions() {
        Networks networks =
                new Networks.Dcgan(
                        24, List.of(), new Normalisation.Batch(), new Normalisation.None());
        Networks normalised =
                new Networks.Dcgan(
                        24, List.of(), new Normalisation.Batch(), new Normalisation.Batch());
        return pictures(networks, normalised, INFOGAN, QUICK);
    }

    /** Small grey pictures whose sides have no halves. */
    private static Preset dense() {
        Networks networks =
                new Networks.FullyConnected(
                        List.of(256, 512),
                        List.of(512, 256),
                        Activation.LEAKY_RELU,
                        new Normalisation.Batch(),
                        Activation.TANH);
        return pictures(networks, networks, networks, QUICK);
    }

    /** Colour pictures: the networks of the official image code, half as wide. */
    private static Preset residual() {
        Networks networks = new Networks.Residual(16, 128);
        Networks normalised =
                new Networks.Dcgan(
                        32, List.of(), new Normalisation.Batch(), new Normalisation.Batch());
        return pictures(networks, normalised, normalised, new Adam(2e-4, 0.5, 0.999, 1e-8, 0));
    }

    /** The view of the choice is what suits digits; other pictures take it unmeasured. */
    private static Preset pictures(
            Networks networks, Networks normalised, Networks recognised, Adam rule) {
        GanSettings base =
                settings(
                        networks,
                        new Latent(64, Latent.Prior.NORMAL),
                        Pace.of(rule, 10_000, 100),
                        0.999);
        Bottleneck narrow = narrow(64, 0.3, 0.05);
        return new Preset(
                base,
                new DataChoices(
                        narrow,
                        10,
                        10,
                        0.1,
                        Codes.InfoCodes.MNIST,
                        ChoiceView.RandomAffine.defaults(),
                        normalised,
                        recognised),
                64);
    }

    private static GanSettings settings(
            Networks networks, Latent latent, Pace pace, double averaging) {
        return new GanSettings(
                Game.GAN,
                networks,
                latent,
                new Codes.None(),
                pace,
                Tricks.NONE.averaging(averaging));
    }

    /**
     * The paper's rule for β, far faster than its 1e-5: the rate is to be held in the last half of
     * some thousand steps.
     */
    private static Bottleneck narrow(int latentSize, double informationLimit, double step) {
        return Bottleneck.Variational.of(latentSize, informationLimit)
                .dualAscent(new DualAscent.PaperRule(step));
    }
}
