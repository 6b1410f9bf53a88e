package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A product of closed intervals, one a coordinate; bounds may be infinite. */
public final class Box implements Space {

    private final double[] low;
    private final double[] high;

    private Box(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /**
     * A box from its corners.
     *
     * @param low (F) lower bounds
     * @param high (F) upper bounds, each at least its lower bound
     */
    public static Box of(double[] low, double[] high) {
        require(
                low.length == high.length,
                "low has %s coordinates, but high has %s",
                low.length,
                high.length);
        for (int i = 0; i < low.length; i++) {
            require(
                    low[i] <= high[i],
                    "low must be at most high, but coordinate %s was [%s, %s]",
                    i,
                    low[i],
                    high[i]);
        }
        return new Box(low.clone(), high.clone());
    }

    /** The whole of ℝⁿ. */
    public static Box unbounded(int size) {
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new Box(low, high);
    }

    @Override
    public int size() {
        return low.length;
    }

    /** Lower bound of coordinate {@code i}. */
    public double low(int i) {
        return low[i];
    }

    /** Upper bound of coordinate {@code i}. */
    public double high(int i) {
        return high[i];
    }

    @Override
    public boolean contains(double[] values, int offset) {
        for (int i = 0; i < low.length; i++) {
            double value = values[offset + i];
            if (!(value >= low[i] && value <= high[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * As Gymnasium: uniform in a bounded coordinate, a shifted exponential in a half-bounded one, a
     * standard normal in an unbounded one.
     */
    @Override
    public void sample(RandomGenerator random, double[] values, int offset) {
        for (int i = 0; i < low.length; i++) {
            values[offset + i] = draw(random, low[i], high[i]);
        }
    }

    private static double draw(RandomGenerator random, double low, double high) {
        boolean below = low > Double.NEGATIVE_INFINITY;
        boolean above = high < Double.POSITIVE_INFINITY;
        if (below && above) {
            return low + (high - low) * random.nextDouble();
        }
        if (below) {
            return low + random.nextExponential();
        }
        return above ? high - random.nextExponential() : random.nextGaussian();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box
                && Arrays.equals(low, box.low)
                && Arrays.equals(high, box.high);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
        return "Box[low=" + Arrays.toString(low) + ", high=" + Arrays.toString(high) + "]";
    }
}
