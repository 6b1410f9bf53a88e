package dev.strait.agents.experiment.game;

import static dev.strait.core.Require.require;

import org.apache.commons.math3.complex.Complex;

/**
 * The two eigenvalues of a real 2 × 2 operator: its own, or those that a trajectory betrays.
 *
 * @param first the one with the greater imaginary part, or else the greater real part
 * @param second the other
 */
public record Spectrum(Complex first, Complex second) {

    /** Roots of λ² − trace · λ + determinant. */
    public static Spectrum of(double trace, double determinant) {
        Complex root = new Complex(trace * trace / 4 - determinant).sqrt();
        Complex half = new Complex(trace / 2);
        return new Spectrum(half.add(root), half.subtract(root));
    }

    /**
     * The eigenvalues of the linear operator that made a series of one of its coordinates.
     *
     * <p>By Cayley and Hamilton s_{t+2} = trace · s_{t+1} − determinant · s_t; both numbers are
     * fitted by least squares (Prony 1795).
     *
     * @param series at least four values, in which both eigenvectors still take part
     */
    public static Spectrum ofSeries(double[] series) {
        require(series.length >= 4, "a series needs 4 values, but has %s", series.length);
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ay = 0;
        double by = 0;
        for (int t = 0; t + 2 < series.length; t++) {
            double a = series[t + 1] - series[t];
            double b = series[t];
            double y = series[t + 2] - series[t + 1];
            aa += a * a;
            ab += a * b;
            bb += b * b;
            ay += a * y;
            by += b * y;
        }
        // In differences, which neighbours of a slow series do not blur:
        // y = (trace − 1) a + (trace − 1 − determinant) b.
        double determinantOfFit = aa * bb - ab * ab;
        double p = (ay * bb - by * ab) / determinantOfFit;
        double q = (aa * by - ab * ay) / determinantOfFit;
        return of(p + 1, p - q);
    }

    /**
     * The eigenvalues of the flow that steps of a size imitate: (λ − 1) / h.
     *
     * @param stepSize h
     */
    public Spectrum perUnitOfTime(double stepSize) {
        return new Spectrum(
                first.subtract(1).divide(stepSize), second.subtract(1).divide(stepSize));
    }

    /** The greater modulus: above 1 the operator drives away from its fixed point. */
    public double radius() {
        return Math.max(first.abs(), second.abs());
    }

    /** By how much the farther of the two eigenvalues differs. */
    public double distance(Spectrum other) {
        return Math.max(first.subtract(other.first).abs(), second.subtract(other.second).abs());
    }
}
