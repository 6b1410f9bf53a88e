package dev.strait.agents.gan;

import ai.djl.Device;
import dev.strait.core.gradient.Adam;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.points.PointMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The README's table of recipes on the ring and the grid under a discriminator that is far ahead: 5
 * steps a generator step at 5 times the rate, the generator at the preset's, its first samples
 * spread out.
 *
 * <p>A mode counts as near where it is the nearest one of a tenth of its even share of samples,
 * however far: a generator that has collapsed is near few, one that is spread out but on none of
 * them near all.
 *
 * <p>Arguments: {@code ring} or {@code grid}, steps of the generator, first seed, seeds, recipes;
 * {@code point} behind them starts the generator as the preset does, near one point; {@code noise}
 * puts instance noise on whatever the discriminator sees, wide enough to reach from mode to mode at
 * the start and about as narrow as a mode at the end (Sønderby et al. 2017).
 */
final class PointTable {

    private static final int JUDGED = 10_000;
    private static final double FAIR = 0.1;
    private static final int AHEAD = 5;

    /** Share of the way from a mode to the next: wide enough to reach it. */
    private static final double FIRST_NOISE = 0.4;

    /**
     * In standard deviations of a mode: where it is narrower, a mode that samples have missed by a
     * little no longer overlaps with them. In batches of 64 some are missed, too.
     */
    private static final double LAST_NOISE = 2;

    /** Keeps the size of what goes through a layer of ReLUs. */
    private static final InitialWeights SPREAD = new InitialWeights.Orthogonal(Math.sqrt(2));

    private final PointMixture mixture;
    private final long steps;
    private final Set<String> variations;

    private PointTable(PointMixture mixture, long steps, Set<String> variations) {
        this.mixture = mixture;
        this.steps = steps;
        this.variations = variations;
    }

    public static void main(String[] arguments) {
        List<String> recipes =
                new ArrayList<>(Arrays.asList(arguments).subList(4, arguments.length));
        Set<String> variations = new HashSet<>(recipes);
        variations.retainAll(Set.of("point", "noise"));
        recipes.removeAll(variations);
        PointMixture mixture =
                arguments[0].equals("ring") ? PointMixture.ring(8) : PointMixture.grid(5);
        PointTable table = new PointTable(mixture, Long.parseLong(arguments[1]), variations);
        int first = Integer.parseInt(arguments[2]);
        for (int seed = first; seed < first + Integer.parseInt(arguments[3]); seed++) {
            for (String recipe : recipes) {
                table.run(GanRecipes.named(recipe), seed);
            }
        }
    }

    private void run(GanRecipes recipe, int seed) {
        GanPresets.Preset preset = GanPresets.of(mixture.batches(1, 0).shape());
        GanSettings settings = preset.of(recipe);
        settings = settings.pace(ahead(settings.pace().steps(steps)));
        if (!variations.contains("point")) {
            Networks.FullyConnected networks = (Networks.FullyConnected) settings.networks();
            settings = settings.networks(networks.start(SPREAD));
        }
        if (variations.contains("noise")) {
            settings = noisy(settings);
        }
        try (GanTraining training =
                new GanTraining(
                        settings,
                        mixture.batches(preset.batch(), seed),
                        Device.cpu(),
                        new Seeds(seed))) {
            Map<String, Double> figures = Map.of();
            while (!training.finished()) {
                figures = training.round().figures();
            }
            try (Generator generator = training.generator()) {
                print(recipe, seed, generator.samples(JUDGED, seed), figures);
            }
        }
    }

    private GanSettings noisy(GanSettings settings) {
        double[][] centres = mixture.centres();
        double gap = Math.hypot(centres[1][0] - centres[0][0], centres[1][1] - centres[0][1]);
        Regulariser noise = new Regulariser.InstanceNoise(FIRST_NOISE * gap);
        Game game = settings.game();
        return settings.game(game.regulariser(Regulariser.All.of(game.regulariser(), noise)))
                .pace(
                        settings.pace()
                                .finalStrength(LAST_NOISE * mixture.std() / (FIRST_NOISE * gap)));
    }

    private static Pace ahead(Pace pace) {
        Adam adam = (Adam) pace.generator();
        Adam fast =
                new Adam(
                        AHEAD * adam.learningRate(),
                        adam.beta1(),
                        adam.beta2(),
                        adam.epsilon(),
                        adam.weightDecay());
        return pace.critic(new CriticSchedule.Constant(AHEAD)).optimisers(fast, adam);
    }

    private void print(GanRecipes recipe, int seed, float[] points, Map<String, Double> figures) {
        PointMixture.Coverage coverage = mixture.coverage(points);
        System.out.printf(
                Locale.ROOT,
                "| %s%s | %d | near %d | covered %d | of high quality %.3f | late rate %.3f, beta"
                        + " %.3f |%n",
                recipe.id(),
                variations.isEmpty() ? "" : " " + variations,
                seed,
                near(points),
                coverage.modesCovered(),
                coverage.highQuality(),
                figures.get("bottleneck/late_rate"),
                figures.get("bottleneck/beta"));
    }

    private long near(float[] points) {
        double[][] centres = mixture.centres();
        int[] counts = new int[centres.length];
        for (int i = 0; i < points.length / 2; i++) {
            counts[nearest(centres, points[2 * i], points[2 * i + 1])]++;
        }
        double least = FAIR * points.length / 2 / centres.length;
        return Arrays.stream(counts).filter(count -> count >= least).count();
    }

    private static int nearest(double[][] centres, double x, double y) {
        int nearest = 0;
        for (int i = 1; i < centres.length; i++) {
            if (Math.hypot(x - centres[i][0], y - centres[i][1])
                    < Math.hypot(x - centres[nearest][0], y - centres[nearest][1])) {
                nearest = i;
            }
        }
        return nearest;
    }
}
