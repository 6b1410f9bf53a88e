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
            return recipe.of(base, choices);
        }
    }

    /** What suits data of this shape. */
    public static Preset of(ImageShape shape) {
        return shape.size() == 2 ? points() : pictures();
    }

    private static Preset points() {
        Networks networks =
                new Networks.FullyConnected(
                        List.of(128, 128, 128),
                        List.of(128, 128, 128),
                        Activation.RELU,
                        new Normalisation.None(),
                        Activation.IDENTITY);
        Adam adam = new Adam(1e-3, 0, 0.99, 1e-8, 0);
        GanSettings base =
                new GanSettings(
                        Game.GAN,
                        networks,
                        new Latent(16, Latent.Prior.NORMAL),
                        new Codes.None(),
                        Pace.of(adam, 10_000, 100).finalRate(0.05),
                        Tricks.NONE.averaging(0.995));
        Bottleneck narrow =
                Bottleneck.Variational.of(32, 0.5).dualAscent(new DualAscent.PaperRule(1e-3));
        return new Preset(
                base,
                new DataChoices(
                        narrow, 0.05, 0.1, 0.1, new Codes.InfoCodes(8, 0, 1, 0, 64), networks),
                256);
    }

    /**
     * Small pictures in minutes on a core. Batch norms in the generator alone: a penalty or a rate
     * is one a sample, and a discriminator without them does for every method. DCGAN has them in
     * both, as its paper says.
     */
    private static Preset pictures() {
        Networks networks =
                new Networks.Dcgan(
                        24, List.of(), new Normalisation.Batch(), new Normalisation.None());
        GanSettings base =
                new GanSettings(
                        Game.GAN,
                        networks,
                        new Latent(64, Latent.Prior.NORMAL),
                        new Codes.None(),
                        Pace.of(new Adam(2e-4, 0.5, 0.999, 1e-8, 0), 10_000, 100),
                        Tricks.NONE.averaging(0.999));
        Bottleneck narrow =
                Bottleneck.Variational.of(128, 0.1).dualAscent(new DualAscent.PaperRule(1e-3));
        Networks normalised =
                new Networks.Dcgan(
                        24, List.of(), new Normalisation.Batch(), new Normalisation.Batch());
        return new Preset(
                base, new DataChoices(narrow, 10, 10, 0.1, Codes.InfoCodes.MNIST, normalised), 64);
    }
}
