package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

/**
 * A GAN: every axis of it is a value, and "none" is a value on each.
 *
 * @param game what the players minimise and what holds the discriminator
 * @param networks of both players
 * @param latent the generator's noise
 * @param codes what it is told beside
 * @param pace how fast and how long they learn
 * @param tricks what else was found to help
 */
public record GanSettings(
        Game game, Networks networks, Latent latent, Codes codes, Pace pace, Tricks tricks) {

    public GanSettings {
        require(
                codes instanceof Codes.None || game.sight() == Sight.SINGLE,
                "codes are recognised in single samples, not in %s",
                game.sight());
    }

    /** Numbers that the generator takes. */
    public int generatorInputs() {
        return latent.size() + codes.size();
    }

    /** The same with another game. */
    public GanSettings game(Game value) {
        return new GanSettings(value, networks, latent, codes, pace, tricks);
    }

    /** The same with other networks. */
    public GanSettings networks(Networks value) {
        return new GanSettings(game, value, latent, codes, pace, tricks);
    }

    /** The same with other noise. */
    public GanSettings latent(Latent value) {
        return new GanSettings(game, networks, value, codes, pace, tricks);
    }

    /** The same with other codes. */
    public GanSettings codes(Codes value) {
        return new GanSettings(game, networks, latent, value, pace, tricks);
    }

    /** The same at another pace. */
    public GanSettings pace(Pace value) {
        return new GanSettings(game, networks, latent, codes, value, tricks);
    }

    /** The same with other tricks. */
    public GanSettings tricks(Tricks value) {
        return new GanSettings(game, networks, latent, codes, pace, value);
    }
}
