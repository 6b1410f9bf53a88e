package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.gradient.RmsProp;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * Two Gaussians on the line, apart: the discriminator becomes a step whose slope at either is
 * nought, the clipped critic stays near a straight line (Arjovsky et al. 2017, figure 2), and the
 * bottleneck leaves the discriminator a slope everywhere.
 *
 * @param sides the Gaussians
 * @param limits I_c of the bottlenecks, in nats, falling
 * @param clip bound of the critic's weights
 * @param steps of training
 */
public record LineExperiment(Sides.Gaussians sides, List<Double> limits, double clip, int steps) {

    /** Eight deviations apart, as good as disjoint. */
    public static final LineExperiment DEFAULT =
            new LineExperiment(new Sides.Gaussians(1, 4, 0.5), List.of(1.0, 0.5, 0.1), 0.1, 1500);

    private static final double REACH = 5;
    private static final int PLACES = 201;

    public LineExperiment {
        require(sides.dimension() == 1, "a line has 1 dimension, not %s", sides.dimension());
        require(!limits.isEmpty(), "limits must not be empty, but were %s", limits);
        limits = List.copyOf(limits);
        require(steps >= 1, "steps must be at least 1, but were %s", steps);
    }

    /**
     * What came out.
     *
     * @param plain the discriminator without a bottleneck
     * @param critic the clipped critic
     * @param narrow a discriminator a limit
     */
    public record Result(LineExperiment settings, Curve plain, Curve critic, List<Curve> narrow) {

        /** Who still moves the generator, and who is straight. */
        public List<Check> checks() {
            double fake = -settings.sides.distance() / 2;
            double before = pushOnGenerated(plain);
            List<Check> checks = new ArrayList<>();
            checks.add(
                    Check.atMost(
                            "discriminator: mean gradient of ln(1 − D) on generated points",
                            before,
                            5e-3));
            checks.add(
                    Check.atLeast(
                            "clipped critic: share of a straight line between the means",
                            critic.straightness(fake, -fake),
                            0.98));
            for (Curve curve : narrow) {
                checks.add(
                        Check.atLeast(
                                curve.name() + ": the same gradient, three times as large at least",
                                pushOnGenerated(curve),
                                3 * before));
            }
            return checks;
        }

        /** E |∂ ln(1 − D)/∂x| over generated points: what a minimax generator is moved by. */
        public double pushOnGenerated(Curve curve) {
            double[] gradients = curve.saturatingGradients();
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < gradients.length; i++) {
                double z = (curve.x()[i] + settings.sides.distance() / 2) / settings.sides.std();
                sum += Math.exp(-z * z / 2) * gradients[i];
                weights += Math.exp(-z * z / 2);
            }
            return sum / weights;
        }
    }

    /** Trains all of them. */
    public Result run(Seeds seeds, Device device) {
        ToySettings clipped =
                ToySettings.plain().critic(new Regulariser.WeightClipping(clip), RmsProp.of(1e-3));
        List<Curve> narrow = new ArrayList<>();
        for (double limit : limits) {
            narrow.add(
                    trained(
                            "VDB, I_c " + Check.text(limit),
                            ToySettings.narrow(limit),
                            seeds,
                            device));
        }
        return new Result(
                this,
                trained("discriminator", ToySettings.plain(), seeds, device),
                trained("clipped critic", clipped, seeds, device),
                narrow);
    }

    private Curve trained(String name, ToySettings settings, Seeds seeds, Device device) {
        try (ToyDiscriminator discriminator =
                new ToyDiscriminator(settings, 1, device, seeds.child(name))) {
            discriminator.train(sides, steps);
            return Curve.of(name, discriminator, places());
        }
    }

    private static double[] places() {
        double[] places = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = REACH * (2.0 * i / (PLACES - 1) - 1);
        }
        return places;
    }
}
