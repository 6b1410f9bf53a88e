package dev.strait.agents.experiment.game;

import static dev.strait.core.Require.require;

import dev.strait.agents.experiment.Check;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The game f = xy (Goodfellow 2016, section 8.2; Mescheder et al. 2017): gradient steps of both
 * players at once spiral away by √(1 + η²) a step, steps in turns go round for ever, their mean
 * comes to rest.
 *
 * @param rate η
 * @param steps of every orbit
 */
public record BilinearGame(double rate, int steps) {

    /** Half a dozen turns. */
    public static final BilinearGame DEFAULT = new BilinearGame(0.1, 400);

    public BilinearGame {
        require(rate > 0 && rate < 2, "rate must be in (0, 2), but was %s", rate);
        require(steps >= 10, "steps must be at least 10, but were %s", steps);
    }

    /**
     * What came out.
     *
     * @param orbits by the way of moving, all from (1, 1)
     */
    public record Result(BilinearGame game, Map<Turns, Orbit> orbits) {

        /** Growth of every orbit against its closed form, and what is conserved. */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            for (Turns turns : Turns.values()) {
                if (turns != Turns.ALTERNATING) {
                    checks.add(
                            Check.near(
                                    "growth per step, " + turns.name().toLowerCase(Locale.ROOT),
                                    orbits.get(turns).growth(),
                                    turns.growth(game.rate),
                                    1e-9));
                }
            }
            Orbit round = orbits.get(Turns.ALTERNATING);
            checks.add(
                    Check.near(
                            "growth per step, alternating, from its spectrum",
                            Spectrum.ofSeries(round.x()).radius(),
                            1,
                            1e-9));
            checks.add(
                    Check.atMost(
                            "change of x² − ηxy + y² along the alternating orbit",
                            spread(round),
                            1e-9));
            checks.add(
                    Check.atMost(
                            "distance of the alternating orbit's mean",
                            round.averaged().radii()[round.steps()],
                            // A turn's worth of steps, whose mean is all that remains.
                            2 / (game.rate * game.steps) * round.radii()[0] * 1.5));
            return checks;
        }

        /** x² − ηxy + y² is what alternating steps conserve. */
        private double spread(Orbit orbit) {
            double most = 0;
            double start = conserved(orbit, 0);
            for (int i = 0; i <= orbit.steps(); i++) {
                most = Math.max(most, Math.abs(conserved(orbit, i) - start));
            }
            return most;
        }

        private double conserved(Orbit orbit, int i) {
            double x = orbit.x()[i];
            double y = orbit.y()[i];
            return x * x - game.rate * x * y + y * y;
        }
    }

    /** Plays every way. */
    public Result run() {
        Map<Turns, Orbit> orbits = new EnumMap<>(Turns.class);
        for (Turns turns : Turns.values()) {
            orbits.put(turns, Orbit.of(1, 1, steps, state -> turns.move(state, rate)));
        }
        return new Result(this, orbits);
    }
}
