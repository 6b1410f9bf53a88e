package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.experiment.Check;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * What a perfect discriminator leaves of the generator's gradient (Arjovsky and Bottou 2017,
 * figures 2 and 3): the generator, a line, stands still, and the discriminator learns to tell it
 * from the data, a parallel line. Under ln(1 − D) the gradient vanishes, under −ln D it grows
 * without end; behind a bottleneck both stay.
 *
 * @param gap θ, between the lines
 * @param informationLimit I_c in nats
 * @param measurements how often the gradient is measured
 * @param stepsBetween discriminator steps between two measurements
 */
public record VanishingExperiment(
        double gap, double informationLimit, int measurements, int stepsBetween) {

    /** Three thousand steps of the discriminator. */
    public static final VanishingExperiment DEFAULT = new VanishingExperiment(1, 0.1, 60, 50);

    private static final int MEASURED = 512;

    /** M of theorem 2.4: √E‖∂x/∂(w, b)‖² = √(E[u²] + 1). */
    private static final double GENERATOR_SIZE = Math.sqrt(4.0 / 3);

    public VanishingExperiment {
        requirePositive(gap, "gap");
        require(measurements >= 2, "measurements must be at least 2, but were %s", measurements);
        require(stepsBetween >= 1, "stepsBetween must be at least 1, but was %s", stepsBetween);
    }

    /**
     * One discriminator's course.
     *
     * @param name in legends
     * @param steps of the discriminator at every measurement
     * @param saturating norm of the generator's gradient under ln(1 − D)
     * @param nonSaturating the same under −ln D
     * @param probability mean D of generated samples
     * @param bound of theorem 2.4 on the first norm, M ε / (1 − ε), with ε the greatest of D + ‖∇D‖
     *     on generated samples; infinite from ε = 1 on
     */
    public record Course(
            String name,
            double[] steps,
            double[] saturating,
            double[] nonSaturating,
            double[] probability,
            double[] bound) {

        static Course empty(String name, int size) {
            return new Course(
                    name,
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size]);
        }

        double last(double[] values) {
            return values[values.length - 1];
        }
    }

    /** What came out. */
    public record Result(VanishingExperiment settings, Course plain, Course narrow) {

        /** The theorem, the vanishing, and what the bottleneck keeps. */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            int broken = 0;
            for (int i = 0; i < plain.steps.length; i++) {
                broken += plain.saturating[i] <= plain.bound[i] * (1 + 1e-3) ? 0 : 1;
                broken += narrow.saturating[i] <= narrow.bound[i] * (1 + 1e-3) ? 0 : 1;
            }
            checks.add(Check.near("measurements above the bound of theorem 2.4", broken, 0, 0));
            checks.add(
                    Check.atMost(
                            "gradient of ln(1 − D) at the end, no bottleneck",
                            plain.last(plain.saturating),
                            1e-2));
            checks.add(
                    Check.atLeast(
                            "gradient of ln(1 − D) at the end, bottleneck",
                            narrow.last(narrow.saturating),
                            0.1));
            checks.add(
                    Check.atLeast(
                            "gradient of −ln D at the end over an early one, no bottleneck",
                            plain.last(plain.nonSaturating) / plain.nonSaturating[1],
                            1.5));
            checks.add(
                    Check.near(
                            "the same, bottleneck",
                            narrow.last(narrow.nonSaturating) / narrow.nonSaturating[1],
                            1,
                            0.6));
            return checks;
        }
    }

    /** Trains both discriminators. */
    public Result run(Seeds seeds, Device device) {
        String narrow = "bottleneck, I_c " + Check.text(informationLimit);
        return new Result(
                this,
                course("no bottleneck", ToySettings.plain(), seeds, device),
                course(narrow, ToySettings.narrow(informationLimit), seeds, device));
    }

    private Course course(String name, ToySettings settings, Seeds seeds, Device device) {
        Course course = Course.empty(name, measurements);
        Sides.Lines lines = new Sides.Lines(gap);
        NoiseStream latents = seeds.noise("latents");
        try (ToyDiscriminator discriminator = new ToyDiscriminator(settings, 2, device, seeds);
                FixedLine generator = new FixedLine(gap, discriminator.manager())) {
            for (int i = 0; i < measurements; i++) {
                course.steps[i] = i * (double) stepsBetween;
                measure(course, i, discriminator, generator, latents);
                discriminator.train(lines, i + 1 < measurements ? stepsBetween : 0);
            }
        }
        return course;
    }

    private void measure(
            Course course,
            int i,
            ToyDiscriminator discriminator,
            FixedLine generator,
            NoiseStream noise) {
        try (NDManager scope = discriminator.manager().newSubManager()) {
            NDArray latents = FixedLine.latents(scope, noise, MEASURED);
            course.saturating[i] =
                    generator.gradientNorm(
                            new Objective.Minimax(), discriminator.discriminator(), latents);
            course.nonSaturating[i] =
                    generator.gradientNorm(
                            new Objective.NonSaturating(), discriminator.discriminator(), latents);
            judge(course, i, discriminator, latents.toFloatArray());
        }
    }

    /** D and its slope on the generator's line. */
    private void judge(Course course, int i, ToyDiscriminator discriminator, float[] along) {
        float[] points = new float[2 * along.length];
        for (int k = 0; k < along.length; k++) {
            points[2 * k] = (float) gap;
            points[2 * k + 1] = along[k];
        }
        double[] logits = discriminator.logits(points, 2);
        double[] slopes = discriminator.slopes(points, 2);
        double epsilon = 0;
        for (int k = 0; k < along.length; k++) {
            double d = 1 / (1 + Math.exp(-logits[k]));
            double slope = d * (1 - d) * Math.hypot(slopes[2 * k], slopes[2 * k + 1]);
            course.probability[i] += d / along.length;
            epsilon = Math.max(epsilon, d + slope);
        }
        course.bound[i] =
                epsilon < 1 ? GENERATOR_SIZE * epsilon / (1 - epsilon) : Double.POSITIVE_INFINITY;
    }
}
