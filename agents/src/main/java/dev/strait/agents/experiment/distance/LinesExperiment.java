package dev.strait.agents.experiment.distance;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.toy.Sides;
import dev.strait.agents.experiment.toy.ToyDiscriminator;
import dev.strait.agents.experiment.toy.ToySettings;
import dev.strait.core.gradient.Adam;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * What each distance says of two parallel lines at a gap θ (Arjovsky et al. 2017, example 1): KL is
 * infinite and JS is ln 2 at every θ but 0, Wasserstein's is |θ|; and what trained discriminators
 * and critics say of them.
 *
 * @param gaps θ; at 0 the lines are one, and every distance is 0
 * @param penalty λ of the critic's gradient penalty
 * @param informationLimit I_c of the discriminator behind a bottleneck, in nats
 * @param steps of training, a gap
 */
public record LinesExperiment(
        List<Double> gaps, double penalty, double informationLimit, int steps) {

    /** Gaps either way, up to the lines' length. */
    public static final LinesExperiment DEFAULT =
            new LinesExperiment(List.of(-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0), 10, 0.1, 600);

    private static final int JUDGED = 4000;

    public LinesExperiment {
        gaps = List.copyOf(gaps);
        require(gaps.stream().allMatch(Double::isFinite), "gaps must be finite, but were %s", gaps);
        requirePositive(penalty, "penalty");
        require(steps >= 1, "steps must be at least 1, but were %s", steps);
    }

    /**
     * What trained players say of one gap.
     *
     * @param gap θ
     * @param wasserstein E[critic] of the real line less that of the other
     * @param jensenShannon ln 2 − ½ the discriminator's loss, in nats
     * @param throughBottleneck the same behind a bottleneck, which cannot exceed I_c
     */
    public record Estimate(
            double gap, double wasserstein, double jensenShannon, double throughBottleneck) {}

    /** What came out. */
    public record Result(LinesExperiment settings, List<Estimate> estimates) {

        public Result {
            estimates = List.copyOf(estimates);
        }

        /**
         * What the critic tells at its optimum: of slope 1 + |θ|/2λ, so |θ| (1 + |θ|/2λ), since the
         * penalty is soft.
         */
        public double penalised(double gap) {
            return Math.abs(gap) * (1 + Math.abs(gap) / (2 * settings.penalty));
        }

        /** Every estimate against its closed form. */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            for (Estimate estimate : estimates) {
                String at = ", θ = " + Check.text(estimate.gap);
                double expected = penalised(estimate.gap);
                checks.add(
                        Check.near(
                                "critic's estimate of Wasserstein's distance" + at,
                                estimate.wasserstein,
                                expected,
                                0.05 * expected + 0.01));
                checks.add(
                        Check.near(
                                "discriminator's estimate of JS" + at,
                                estimate.jensenShannon,
                                estimate.gap == 0 ? 0 : Math.log(2),
                                0.03));
                checks.add(
                        Check.atMost(
                                "JS behind the bottleneck, within I_c" + at,
                                estimate.throughBottleneck,
                                1.15 * settings.informationLimit));
            }
            return checks;
        }
    }

    /** Trains three players a gap. */
    public Result run(Seeds seeds, Device device) {
        return new Result(this, gaps.stream().map(gap -> estimate(gap, seeds, device)).toList());
    }

    private Estimate estimate(double gap, Seeds seeds, Device device) {
        Sides lines = new Sides.Lines(gap);
        ToySettings critic =
                ToySettings.plain().critic(new Regulariser.OneCentred(penalty), Adam.of(3e-3));
        return new Estimate(
                gap,
                -loss(critic, lines, seeds, device),
                Math.log(2) - loss(ToySettings.plain(), lines, seeds, device) / 2,
                Math.log(2) - loss(ToySettings.narrow(informationLimit), lines, seeds, device) / 2);
    }

    private double loss(ToySettings settings, Sides lines, Seeds seeds, Device device) {
        try (ToyDiscriminator player = new ToyDiscriminator(settings, 2, device, seeds)) {
            player.train(lines, steps);
            return player.loss(lines, JUDGED);
        }
    }
}
