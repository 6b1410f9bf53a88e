package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.envs.image.ImageShape;

/** How a bottleneck on pictures is read: as the paper writes it, or as its authors' code does. */
public enum Conventions {
    /** I_c holds the KL of the whole code; the generator is judged by the mean code (eq. 11). */
    PAPER {
        @Override
        public GanSettings of(GanSettings settings, ImageShape image) {
            return settings;
        }
    },
    /**
     * I_c is the mean over the places of the code, 0.1 nats each; the generator is judged by a
     * sampled code; a leaky ReLU is before the unit; β goes from 0.1 in steps of 1e-5, which is for
     * some hundred thousand steps (akanazawa/vgan, configuration of CIFAR-10).
     */
    OFFICIAL {
        @Override
        public GanSettings of(GanSettings settings, ImageShape image) {
            Game game = settings.game();
            require(
                    game.bottleneck() instanceof Bottleneck.Variational,
                    "the official conventions are a bottleneck's, and this method has none");
            int cells =
                    settings.networks()
                            .cells(image)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "the official conventions need a code of many"
                                                            + " places, which of the networks only"
                                                            + " the residual ones have"));
            int channels = ((Bottleneck.Variational) game.bottleneck()).latentSize();
            return settings.game(
                    game.bottleneck(
                                    Bottleneck.Variational.officialImages(
                                            channels, INFORMATION_LIMIT, cells))
                            .generatorPath(CodePath.SAMPLED));
        }
    };

    /** Of CIFAR-10, of 1024² and of bedrooms at 256²; 0.2 for CelebA at 128². */
    private static final double INFORMATION_LIMIT = 0.1;

    /**
     * A method on networks under these conventions.
     *
     * @param settings networks and bottleneck as the method has them
     * @param image shape of the data
     * @throws IllegalArgumentException where the method has no bottleneck, or the networks have no
     *     places
     */
    public abstract GanSettings of(GanSettings settings, ImageShape image);
}
