package dev.strait.agents.experiment.game;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every Dirac-GAN against its closed form (Mescheder et al. 2018): trajectories of the full game
 * betray the eigenvalues that the linearised one has, and {@code core} moves θ and ψ as the field
 * worked by hand does.
 *
 * @param h step size
 * @param steps of the trajectories that are drawn, from (1, 1)
 */
public record DiracExperiment(double h, int steps) {

    /** As the paper's script: 500 steps of 0.2. */
    public static final DiracExperiment DEFAULT = new DiracExperiment(0.2, 500);

    /** So near to the rest that the field is linear to ten digits. */
    private static final double NEAR = 1e-5;

    private static final int FITTED = 30;

    private static final int NOISE_SAMPLES = 200_000;

    private static final double[][] PLACES = {{1, 1}, {0.5, -1.5}, {-2, 0.3}, {-0.7, -0.9}};

    public DiracExperiment {
        require(h > 0 && h <= 0.5, "h must be in (0, 0.5], but was %s", h);
        require(steps >= 10, "steps must be at least 10, but were %s", steps);
    }

    /**
     * One game.
     *
     * @param orbit alternating steps from (1, 1): x is θ, y is ψ
     * @param expected closed-form eigenvalues of the flow that alternating steps imitate
     * @param measured the same from a trajectory
     * @param simultaneousError how far a trajectory of simultaneous steps is off its closed form
     * @param tensorError the most that core's steps differ from the field, at four places
     */
    public record Row(
            DiracGan gan,
            Orbit orbit,
            Spectrum expected,
            Spectrum measured,
            double simultaneousError,
            double tensorError) {

        /** By how much the farther eigenvalue is off. */
        public double error() {
            return expected.distance(measured);
        }

        /** Distance from the equilibrium at the end over that at the start. */
        public double remaining() {
            double[] radii = orbit.radii();
            return radii[radii.length - 1] / radii[0];
        }
    }

    /** What came out, a row a game. */
    public record Result(DiracExperiment settings, List<Row> rows) {

        public Result {
            rows = List.copyOf(rows);
        }

        /** Eigenvalues to 10⁻³, core's steps to float32 (to sampling error under noise). */
        public List<Check> checks() {
            List<Check> checks = new ArrayList<>();
            for (Row row : rows) {
                String name = row.gan.name();
                checks.add(
                        Check.atMost(
                                name + ": error of the eigenvalues, in turns", row.error(), 1e-3));
                checks.add(
                        Check.atMost(
                                name + ": error of the eigenvalues, at once",
                                row.simultaneousError,
                                1e-3));
                checks.add(
                        Check.atMost(
                                name + ": core's tensors against the field",
                                row.tensorError,
                                noisy(row.gan) ? 1e-2 : 1e-5));
            }
            return checks;
        }
    }

    /** Plays all games. */
    public Result run(Seeds seeds, Device device) {
        return new Result(
                this, DiracGans.all().stream().map(gan -> row(gan, seeds, device)).toList());
    }

    private Row row(DiracGan gan, Seeds seeds, Device device) {
        double rest = gan.linear().rest();
        Orbit turns = gan.alternating(rest + NEAR, NEAR, h, FITTED);
        Orbit atOnce = gan.simultaneous(rest + NEAR, NEAR, h, FITTED);
        Spectrum expectedAtOnce = gan.linear().simultaneous(h).perUnitOfTime(h);
        return new Row(
                gan,
                gan.alternating(1, 1, h, steps),
                gan.linear().alternating(h).perUnitOfTime(h),
                fitted(turns, rest),
                fitted(atOnce, rest).distance(expectedAtOnce),
                tensorError(gan, seeds, device));
    }

    private Spectrum fitted(Orbit orbit, double rest) {
        // WGAN-GP's field is linear on either side of ψ = 0 alone.
        int upTo = 0;
        while (upTo <= orbit.steps() && (rest == 0 || orbit.y()[upTo] > 0)) {
            upTo++;
        }
        double[] away = Arrays.stream(orbit.x(), 0, upTo).map(x -> x - rest).toArray();
        return Spectrum.ofSeries(away).perUnitOfTime(h);
    }

    private double tensorError(DiracGan gan, Seeds seeds, Device device) {
        double most = 0;
        int batch = noisy(gan) ? NOISE_SAMPLES : 1;
        try (DiracTensors tensors =
                new DiracTensors(gan, h, batch, device, seeds.noise("dirac " + gan.name()))) {
            for (double[] at : PLACES) {
                double psi = tensors.discriminatorStep(at[0], at[1]);
                double expected = at[1] + h * gan.field().discriminator(at[0], at[1]);
                double clipped = Math.max(-gan.bound(), Math.min(gan.bound(), expected));
                double theta = tensors.generatorVelocity(at[0], at[1]);
                most = Math.max(most, Math.abs(psi - clipped));
                most = Math.max(most, Math.abs(theta - gan.field().generator(at[0], at[1])));
            }
        }
        return most;
    }

    private static boolean noisy(DiracGan gan) {
        return gan.regulariser() instanceof Regulariser.InstanceNoise;
    }
}
