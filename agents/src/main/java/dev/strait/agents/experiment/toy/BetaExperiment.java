package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.InformationBound;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * β adaptive against β fixed (Peng et al. 2019, figure 6), while the task changes as it does in a
 * game: half-way the generated points come nearer. Under the paper's rule the rate comes to I_c and
 * returns there; a small β holds nothing, a large one lets almost nothing through.
 *
 * @param informationLimit I_c in nats
 * @param small a fixed β
 * @param large another
 * @param betaStep α_β of the paper's rule; its 10⁻⁵ is meant for runs of a hundred times the length
 * @param steps of training
 */
public record BetaExperiment(
        double informationLimit, double small, double large, double betaStep, int steps) {

    /** I_c of the paper's figure. */
    public static final BetaExperiment DEFAULT = new BetaExperiment(0.5, 1e-3, 3, 0.01, 4000);

    private static final Sides FAR = new Sides.Gaussians(2, 4, 0.5);
    private static final Sides NEAR = new Sides.Gaussians(2, 2, 0.5);
    private static final int WINDOW = 20;

    public BetaExperiment {
        requirePositive(informationLimit, "informationLimit");
        require(
                small <= large,
                "small must not be above large, but they were %s, %s",
                small,
                large);
        require(steps >= 100, "steps must be at least 100, but were %s", steps);
    }

    /**
     * One run, in means over {@value #WINDOW} steps.
     *
     * @param name in legends
     * @param step at the end of every window
     * @param rate E[KL] in nats
     * @param beta β
     * @param accuracy on sampled codes
     */
    public record Course(
            String name, double[] step, double[] rate, double[] beta, double[] accuracy) {

        /** Mean rate of the last quarter before a share of the run is over. */
        double rateBefore(double share) {
            int end = (int) (rate.length * share);
            return Arrays.stream(rate, end - rate.length / 8, end).average().orElseThrow();
        }
    }

    /** What came out. */
    public record Result(
            BetaExperiment settings, Course adaptive, Course fixedSmall, Course fixedLarge) {

        /** The rate follows I_c, before the change and after it. */
        public List<Check> checks() {
            double limit = settings.informationLimit;
            List<Check> checks = new ArrayList<>();
            checks.add(
                    Check.near(
                            "adaptive: rate at half-way, nats",
                            adaptive.rateBefore(0.5),
                            limit,
                            0.1 * limit));
            checks.add(
                    Check.near(
                            "adaptive: rate at the end, nats",
                            adaptive.rateBefore(1),
                            limit,
                            0.1 * limit));
            checks.add(
                    Check.atLeast(
                            "small fixed β: rate at half-way, twice I_c",
                            fixedSmall.rateBefore(0.5),
                            2 * limit));
            checks.add(
                    Check.atMost(
                            "large fixed β: rate at half-way, a quarter of I_c",
                            fixedLarge.rateBefore(0.5),
                            limit / 4));
            return checks;
        }

        /** The best accuracy that I_c permits. */
        public double accuracyCap() {
            return InformationBound.accuracyCap(settings.informationLimit);
        }
    }

    /** Trains under all three. */
    public Result run(Seeds seeds, Device device) {
        return new Result(
                this,
                course("adaptive β", new DualAscent.PaperRule(betaStep), 0.1, seeds, device),
                course("β = " + Check.text(small), new DualAscent.Fixed(), small, seeds, device),
                course("β = " + Check.text(large), new DualAscent.Fixed(), large, seeds, device));
    }

    private Course course(String name, DualAscent rule, double beta, Seeds seeds, Device device) {
        int windows = steps / WINDOW;
        Course course =
                new Course(
                        name,
                        new double[windows],
                        new double[windows],
                        new double[windows],
                        new double[windows]);
        ToySettings settings = ToySettings.plain().bottleneck(bottleneck(rule, beta));
        try (ToyDiscriminator discriminator = new ToyDiscriminator(settings, 2, device, seeds)) {
            for (int i = 0; i < windows; i++) {
                for (int step = 0; step < WINDOW; step++) {
                    Sides sides = i < windows / 2 ? FAR : NEAR;
                    BottleneckReport stands = discriminator.step(sides).bottleneck();
                    course.rate[i] += stands.rate() / WINDOW;
                    course.beta[i] += stands.beta() / WINDOW;
                    course.accuracy[i] += stands.accuracy() / WINDOW;
                }
                course.step[i] = (i + 1.0) * WINDOW;
            }
        }
        return course;
    }

    private Bottleneck bottleneck(DualAscent rule, double beta) {
        Bottleneck.Variational paper = Bottleneck.Variational.of(4, informationLimit);
        return new Bottleneck.Variational(
                paper.latentSize(),
                paper.informationLimit(),
                paper.spread(),
                paper.codeWeights(),
                paper.expectation(),
                rule,
                beta);
    }
}
