package dev.strait.envs;

import java.util.random.RandomGenerator;

/**
 * The set of values that an observation or an action may take. Values are flat rows of doubles: a
 * {@link Box} has one entry a coordinate, a {@link Discrete} one entry that holds the index, a
 * {@link MultiDiscrete} one entry a branch.
 */
public sealed interface Space permits Box, Discrete, MultiDiscrete {

    /** Number of doubles in one value. */
    int size();

    /** Whether {@code values[offset .. offset + size())} is a member; NaN never is. */
    boolean contains(double[] values, int offset);

    /** Draws a member into {@code values[offset .. offset + size())}. */
    void sample(RandomGenerator random, double[] values, int offset);
}
