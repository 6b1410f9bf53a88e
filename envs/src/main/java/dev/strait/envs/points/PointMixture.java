package dev.strait.envs.points;

import static dev.strait.envs.Require.require;

import dev.strait.envs.image.ImageBatches;
import java.util.Arrays;

/**
 * An even mixture of round Gaussians of one width, in the plane: what mode collapse is shown on.
 *
 * @param centres (modes) pairs (x, y)
 * @param std σ of every mode, on either axis
 */
public record PointMixture(double[][] centres, double std) {

    /** A sample within so many σ of a centre is of high quality (Srivastava et al. 2017). */
    private static final double HIGH_QUALITY = 3;

    /** Share of an even part below which a mode counts as lost. */
    private static final double FAIR = 0.1;

    public PointMixture {
        require(centres.length >= 1, "there must be at least one centre");
        for (double[] centre : centres) {
            require(
                    centre.length == 2 && Double.isFinite(centre[0] + centre[1]),
                    "a centre is a finite pair (x, y), but was %s",
                    Arrays.toString(centre));
        }
        require(std > 0 && std < Double.POSITIVE_INFINITY, "std must be positive, but was %s", std);
        centres = Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /** Centres even on the unit circle, σ = 0.01 of its radius (Srivastava et al. 2017). */
    public static PointMixture ring(int modes) {
        require(modes >= 1, "modes must be at least 1, but was %s", modes);
        double[][] centres = new double[modes][];
        for (int i = 0; i < modes; i++) {
            double angle = 2 * Math.PI * i / modes;
            centres[i] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        return new PointMixture(centres, 0.01);
    }

    /**
     * Centres even on [−1, 1]², σ = 0.05/2 of their distance (Srivastava et al. 2017).
     *
     * @param side modes a row, at least 2
     */
    public static PointMixture grid(int side) {
        require(side >= 2, "side must be at least 2, but was %s", side);
        double[][] centres = new double[side * side][];
        double gap = 2.0 / (side - 1);
        for (int i = 0; i < centres.length; i++) {
            centres[i] = new double[] {-1 + gap * (i % side), -1 + gap * (i / side)};
        }
        return new PointMixture(centres, gap * 0.05 / 2);
    }

    /**
     * Endless samples, each batch drawn anew.
     *
     * @param rows of a batch
     * @param seed at least 0
     */
    public ImageBatches batches(int rows, long seed) {
        return new PointBatches(this, rows, seed);
    }

    /**
     * How points cover the mixture.
     *
     * @param modesCovered modes that got at least a tenth of their even share, of samples within 3σ
     * @param highQuality share of samples within 3σ of the nearest centre
     */
    public record Coverage(int modesCovered, double highQuality) {}

    /**
     * How these points cover the mixture.
     *
     * @param points (n, 2), x and y in turn
     */
    public Coverage coverage(float[] points) {
        require(
                points.length >= 2 && points.length % 2 == 0,
                "points must be pairs, but there are %s numbers",
                points.length);
        int[] hits = new int[centres.length];
        int count = points.length / 2;
        for (int i = 0; i < count; i++) {
            int mode = within(points[2 * i], points[2 * i + 1]);
            if (mode >= 0) {
                hits[mode]++;
            }
        }
        double least = Math.max(1, FAIR * count / centres.length);
        int covered = (int) Arrays.stream(hits).filter(hit -> hit >= least).count();
        return new Coverage(covered, Arrays.stream(hits).sum() / (double) count);
    }

    /** The mode whose centre is nearest and within 3σ, or −1. */
    private int within(double x, double y) {
        int nearest = -1;
        double least = HIGH_QUALITY * std;
        for (int i = 0; i < centres.length; i++) {
            double distance = Math.hypot(x - centres[i][0], y - centres[i][1]);
            if (distance <= least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /** The centres themselves, for this package. */
    double[] centre(int mode) {
        return centres[mode];
    }

    int modes() {
        return centres.length;
    }
}
