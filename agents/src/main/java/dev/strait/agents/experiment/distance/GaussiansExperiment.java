package dev.strait.agents.experiment.distance;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.toy.Sides;
import dev.strait.agents.experiment.toy.ToyDiscriminator;
import dev.strait.agents.experiment.toy.ToySettings;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * Divergences of two Gaussians on the line as they part, and what a discriminator learns of them:
 * p/(p + q), at a loss of 2 ln 2 − 2 JS (Goodfellow et al. 2014, proposition 1 and theorem 1).
 *
 * @param p one of them; its partner is wider, so that KL is not symmetric
 * @param wider σ of the partner
 * @param distance of the means where a discriminator is trained
 * @param steps of its training
 */
public record GaussiansExperiment(Density p, double wider, double distance, int steps) {

    /** σ = 1 and 2. */
    public static final GaussiansExperiment DEFAULT =
            new GaussiansExperiment(new Density(0, 1), 2, 2, 1500);

    private static final int DISTANCES = 41;
    private static final double FARTHEST = 8;
    private static final int JUDGED = 20_000;
    private static final int PLACES = 121;
    private static final double REACH = 3.5;

    public GaussiansExperiment {
        require(wider > p.std(), "wider must be above %s, but was %s", p.std(), wider);
        require(distance >= 0, "distance must not be negative, but was %s", distance);
        require(steps >= 1, "steps must be at least 1, but were %s", steps);
    }

    /**
     * What came out.
     *
     * @param gaps between the means
     * @param forward KL(p ‖ q) at each
     * @param backward KL(q ‖ p)
     * @param jensenShannon JS(p, q)
     * @param wasserstein of p from its own copy at that gap
     * @param klError the most that integrals differ from closed forms
     * @param places where the trained discriminator was asked
     * @param learned D there
     * @param best p/(p + q) there
     * @param lossLearned its loss on fresh samples, in nats
     * @param lossBest of the best discriminator, by integration
     * @param jensenShannonLearned JS of the two that were told apart
     */
    public record Result(
            double[] gaps,
            double[] forward,
            double[] backward,
            double[] jensenShannon,
            double[] wasserstein,
            double klError,
            double[] places,
            double[] learned,
            double[] best,
            double lossLearned,
            double lossBest,
            double jensenShannonLearned) {

        /** Closed forms, bounds, asymmetry, and the best discriminator. */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            int last = gaps.length - 1;
            checks.add(Check.atMost("KL by integration against its closed form", klError, 1e-8));
            checks.add(
                    Check.atLeast(
                            "KL(p ‖ q) and KL(q ‖ p) differ at the farthest, nats",
                            Math.abs(forward[last] - backward[last]),
                            1));
            checks.add(
                    Check.atMost(
                            "JS at the farthest, at most ln 2", jensenShannon[last], Math.log(2)));
            checks.add(Check.atLeast("JS at the nearest, at least 0", jensenShannon[0], 0));
            checks.add(
                    Check.near(
                            "Wasserstein's distance at the farthest",
                            wasserstein[last],
                            gaps[last],
                            1e-4));
            checks.add(
                    Check.near(
                            "loss of p/(p + q), against 2 ln 2 − 2 JS",
                            lossBest,
                            2 * Math.log(2) - 2 * jensenShannonLearned,
                            1e-9));
            checks.add(
                    Check.near("loss of the trained discriminator", lossLearned, lossBest, 0.02));
            checks.add(Check.atMost("its distance from p/(p + q)", farthest(), 0.05));
            return checks;
        }

        private double farthest() {
            double most = 0;
            for (int i = 0; i < places.length; i++) {
                most = Math.max(most, Math.abs(learned[i] - best[i]));
            }
            return most;
        }
    }

    /** Integrates and trains. */
    public Result run(Seeds seeds, Device device) {
        double[][] figures = new double[5][DISTANCES];
        double error = 0;
        for (int i = 0; i < DISTANCES; i++) {
            double gap = FARTHEST * i / (DISTANCES - 1);
            Density q = new Density(p.mean() + gap, wider);
            Density copy = new Density(p.mean() + gap, p.std());
            figures[0][i] = gap;
            figures[1][i] = Divergence.KL.of(p, q);
            figures[2][i] = Divergence.KL.of(q, p);
            figures[3][i] = Divergence.JENSEN_SHANNON.of(p, q);
            figures[4][i] = Divergence.WASSERSTEIN.of(p, copy);
            error = Math.max(error, Math.abs(figures[1][i] - p.klTo(q)));
            error = Math.max(error, Math.abs(figures[2][i] - q.klTo(p)));
        }
        return learned(figures, error, seeds, device);
    }

    /** The real side is to the right, as {@link Sides.Gaussians} has it. */
    private Result learned(double[][] figures, double error, Seeds seeds, Device device) {
        Density real = new Density(distance / 2, p.std());
        Density fake = new Density(-distance / 2, p.std());
        Sides sides = new Sides.Gaussians(1, distance, p.std());
        float[] points = new float[PLACES];
        double[] places = new double[PLACES];
        double[] best = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = REACH * (2.0 * i / (PLACES - 1) - 1);
            points[i] = (float) places[i];
            best[i] = real.at(places[i]) / (real.at(places[i]) + fake.at(places[i]));
        }
        try (ToyDiscriminator player =
                new ToyDiscriminator(ToySettings.plain(), 1, device, seeds)) {
            player.train(sides, steps);
            double[] learned = player.logits(points, 1);
            for (int i = 0; i < PLACES; i++) {
                learned[i] = 1 / (1 + Math.exp(-learned[i]));
            }
            return new Result(
                    figures[0],
                    figures[1],
                    figures[2],
                    figures[3],
                    figures[4],
                    error,
                    places,
                    learned,
                    best,
                    player.loss(sides, JUDGED),
                    Divergence.lossOfBestDiscriminator(real, fake),
                    Divergence.JENSEN_SHANNON.of(real, fake));
        }
    }
}
