package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import java.util.Arrays;

/**
 * How pictures spread over the classes that a classifier sees in them: what shows that a generator
 * dropped some.
 *
 * @param shares of the pictures by their most probable class; they sum to 1
 */
public record ClassShares(double[] shares) {

    private static final double ROUNDING = 1e-9;

    public ClassShares {
        double sum = 0;
        for (double share : shares) {
            require(share >= 0, "a share must not be negative, but was %s", share);
            sum += share;
        }
        require(Math.abs(sum - 1) <= ROUNDING, "shares must sum to 1, but summed to %s", sum);
    }

    /** Shares of counted pictures. */
    public static ClassShares of(long[] counts) {
        double all = 0;
        for (long count : counts) {
            all += count;
        }
        require(all > 0, "there must be pictures to share out, but there were %s", all);
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = counts[i] / all;
        }
        return new ClassShares(shares);
    }

    /** −Σ p ln p, in nats: ln(classes) where all are alike, 0 where there is one. */
    public double entropy() {
        double sum = 0;
        for (double share : shares) {
            sum -= share > 0 ? share * Math.log(share) : 0;
        }
        return sum;
    }

    /** Number of classes with at least so large a share. */
    public int covered(double share) {
        int covered = 0;
        for (double each : shares) {
            covered += each >= share ? 1 : 0;
        }
        return covered;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassShares classes && Arrays.equals(shares, classes.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    /** "[0.1, 0.9]". */
    @Override
    public String toString() {
        return Arrays.toString(shares);
    }
}
