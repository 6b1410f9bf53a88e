package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two Gaussians in the plane and a bottleneck that narrows: the boundary widens from a step to a
 * ramp (Peng et al. 2019, figure 2).
 *
 * @param sides the Gaussians
 * @param limits I_c in nats, falling
 * @param steps of training, a limit
 */
public record PlaneExperiment(Sides.Gaussians sides, List<Double> limits, int steps) {

    /** The paper's sweep from 10 nats to 0.1. */
    public static final PlaneExperiment DEFAULT =
            new PlaneExperiment(
                    new Sides.Gaussians(2, 4, 0.5), List.of(10.0, 5.0, 1.0, 0.5, 0.1), 1500);

    private static final double REACH = 4;
    private static final int SIZE = 81;
    private static final int JUDGED = 10_000;
    private static final int ALONG = 4001;

    public PlaneExperiment {
        require(sides.dimension() == 2, "a plane has 2 dimensions, not %s", sides.dimension());
        require(!limits.isEmpty(), "limits must not be empty, but were %s", limits);
        limits = List.copyOf(limits);
        require(steps >= 1, "steps must be at least 1, but were %s", steps);
    }

    /** What came out, a surface a limit. */
    public record Result(PlaneExperiment settings, List<Surface> surfaces) {

        public Result {
            surfaces = List.copyOf(surfaces);
        }

        /** The rate keeps I_c, the accuracy its cap, and the boundary widens. */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            for (Surface surface : surfaces) {
                String name = "I_c " + Check.text(surface.informationLimit());
                checks.add(
                        Check.atMost(
                                name + ": rate, in nats",
                                surface.rate(),
                                1.15 * surface.informationLimit()));
                checks.add(
                        Check.atMost(
                                name + ": accuracy on sampled codes, against Fano's cap",
                                surface.accuracy(),
                                // Four standard errors of a share.
                                surface.accuracyCap() + 2 / Math.sqrt(2 * JUDGED)));
            }
            for (int i = 1; i < surfaces.size(); i++) {
                // From one bit on the code holds the whole label, and only training sets the width.
                if (surfaces.get(i).informationLimit() < Math.log(2)) {
                    checks.addAll(widening(surfaces.subList(0, i), surfaces.get(i)));
                }
            }
            return checks;
        }
    }

    private static List<Check> widening(List<Surface> before, Surface surface) {
        String at = " at I_c " + Check.text(surface.informationLimit());
        return List.of(
                Check.atLeast(
                        "width of the boundary" + at + ", no less than at any limit before",
                        surface.bandWidth(),
                        before.stream().mapToDouble(Surface::bandWidth).max().orElseThrow()),
                Check.atMost(
                        "its steepest slope" + at + ", below those before",
                        surface.steepest(),
                        before.stream().mapToDouble(Surface::steepest).min().orElseThrow()));
    }

    /** Trains a discriminator a limit. */
    public Result run(Seeds seeds, Device device) {
        return new Result(
                this, limits.stream().map(limit -> surface(limit, seeds, device)).toList());
    }

    private Surface surface(double limit, Seeds seeds, Device device) {
        // The same streams at every limit: only the limit differs.
        try (ToyDiscriminator discriminator =
                new ToyDiscriminator(ToySettings.narrow(limit), 2, device, seeds)) {
            discriminator.train(sides, steps);
            BottleneckReport report = discriminator.report(sides, JUDGED);
            double[] axis = axis(discriminator);
            return new Surface(
                    limit,
                    REACH,
                    SIZE,
                    probabilities(discriminator),
                    report.rate(),
                    report.accuracy(),
                    report.accuracyCap(),
                    steepest(axis),
                    bandWidth(axis));
        }
    }

    private static double[] probabilities(ToyDiscriminator discriminator) {
        float[] points = new float[2 * SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                points[2 * (row * SIZE + column)] = (float) Surface.place(column, SIZE, REACH);
                points[2 * (row * SIZE + column) + 1] = (float) Surface.place(row, SIZE, REACH);
            }
        }
        double[] values = discriminator.logits(points, 2);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + Math.exp(-values[i]));
        }
        return values;
    }

    /** D along the first axis, within the square. */
    private static double[] axis(ToyDiscriminator discriminator) {
        float[] points = new float[2 * ALONG];
        for (int i = 0; i < ALONG; i++) {
            points[2 * i] = (float) Surface.place(i, ALONG, REACH);
        }
        double[] values = discriminator.logits(points, 2);
        return Arrays.stream(values).map(logit -> 1 / (1 + Math.exp(-logit))).toArray();
    }

    private static double steepest(double[] axis) {
        double most = 0;
        for (int i = 1; i < axis.length; i++) {
            most = Math.max(most, Math.abs(axis[i] - axis[i - 1]));
        }
        return most * (ALONG - 1) / (2 * REACH);
    }

    private static double bandWidth(double[] axis) {
        long within = Arrays.stream(axis).filter(d -> d >= 0.25 && d <= 0.75).count();
        return 2 * REACH * within / ALONG;
    }
}
