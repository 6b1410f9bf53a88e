package dev.strait.demos.gan;

import static dev.strait.core.Require.require;

import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.Conventions;
import dev.strait.agents.gan.Game;
import dev.strait.agents.gan.GanPresets;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.gan.GanSettings;
import dev.strait.agents.gan.Latent;
import dev.strait.agents.gan.Networks;
import dev.strait.agents.gan.Tricks;
import dev.strait.demos.image.Measures;
import dev.strait.demos.image.PictureSet;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.ImageShape;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that a GAN was asked for: the content of its config.yaml, from which it can be repeated.
 *
 * @param command {@code gan}
 * @param recipe by its id, such as {@code vgan-gp}
 * @param pictures what is learned from
 * @param flip whether half of them are mirrored, drawn anew every time
 * @param dequantise whether their bytes are made continuous by uniform noise
 * @param seed of everything that is random
 * @param steps of the generator in all
 * @param batch real pictures of a step of the discriminator
 * @param device as {@code --device} says
 * @param threads of the engine, at least 1
 * @param sampleEvery steps of the generator between two grids of samples; 0 for none
 * @param measures what is measured meanwhile
 * @param game what the players minimise
 * @param networks of both
 * @param latent the generator's noise
 * @param codes what it is told beside
 * @param pace how fast both learn
 * @param tricks what else
 */
record GanRun(
        String command,
        String recipe,
        PictureSet pictures,
        boolean flip,
        boolean dequantise,
        long seed,
        long steps,
        int batch,
        String device,
        int threads,
        int sampleEvery,
        Measures measures,
        Game game,
        Networks networks,
        Latent latent,
        Codes codes,
        GanPace pace,
        Tricks tricks) {

    static final String COMMAND = "gan";

    private static final int GRIDS = 20;
    private static final int MEASUREMENTS = 5;

    GanRun {
        require(command.equals(COMMAND), "this is a run of strait %s, not of gan", command);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        require(sampleEvery >= 0, "sampleEvery must be at least 0 (none), but was %s", sampleEvery);
    }

    /**
     * What is asked for where nothing else is said, for pictures of this shape.
     *
     * @param networks in place of what suits the data
     * @param conventions how the bottleneck is read
     * @param wanted steps that are known to be asked for: looks are spread over them
     */
    static GanRun preset(
            GanRecipes recipe,
            PictureSet pictures,
            ImageShape shape,
            Optional<Networks> networks,
            Conventions conventions,
            OptionalLong wanted) {
        GanPresets.Preset preset = GanPresets.of(shape);
        GanSettings own = networks.map(other -> preset.of(recipe, other)).orElse(preset.of(recipe));
        GanSettings settings = conventions.of(own, shape);
        long steps = Math.max(1, wanted.orElse(settings.pace().steps()));
        return new GanRun(
                COMMAND,
                recipe.id(),
                pictures,
                false,
                false,
                0,
                steps,
                preset.batch(),
                "auto",
                1,
                share(steps, GRIDS),
                Measures.every(share(steps, MEASUREMENTS)),
                settings.game(),
                settings.networks(),
                settings.latent(),
                settings.codes(),
                GanPace.of(settings.pace()),
                settings.tricks());
    }

    private static int share(long steps, int parts) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, steps / parts));
    }

    /** What the training itself needs to know. */
    GanSettings settings() {
        return new GanSettings(game, networks, latent, codes, pace.lasting(steps), tricks);
    }

    /** What happens to pictures before they are learned from. */
    Augmentation augmentation() {
        Augmentation first = flip ? new Augmentation.HorizontalFlip() : Augmentation.none();
        return dequantise ? first.then(new Augmentation.Dequantisation()) : first;
    }
}
