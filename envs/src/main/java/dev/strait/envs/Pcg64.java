package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.random.RandomGenerator;

/**
 * NumPy's default generator, so that a world seeded here starts where Gymnasium's does: a 128-bit
 * linear congruential generator, state ← state · M + increment, whose output is the exclusive or of
 * the halves of the state, rotated by its top six bits.
 *
 * <p>{@link #nextLong} and {@link #nextDouble} equal NumPy's {@code random_raw} and {@code random}
 * word for word; integers below a bound and normal variates are {@link RandomGenerator}'s own
 * ({@link Ziggurat} draws NumPy's).
 *
 * <p>Source: O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms
 * for random number generation", 2014 (PCG XSL RR 128/64).
 */
public final class Pcg64 implements RandomGenerator {

    /** Number of longs in {@link #saveState}. */
    public static final int STATE_SIZE = 4;

    private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
    private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;

    private long high;
    private long low;
    private long incrementHigh;
    private long incrementLow;

    /**
     * A generator seeded as {@code numpy.random.default_rng(seed)}.
     *
     * @param seed at least 0
     */
    public Pcg64(long seed) {
        seed(seed);
    }

    /**
     * Begins the stream of a seed.
     *
     * @param seed at least 0
     */
    public void seed(long seed) {
        long[] words = new SeedSequence(seed).generate(4);
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        high = 0;
        low = 0;
        advance();
        add(words[0], words[1]);
        advance();
    }

    @Override
    public long nextLong() {
        advance();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** Uniform in [0, 1): the upper 53 bits, as NumPy. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high): {@code low + (high - low) · nextDouble()}, as NumPy. */
    @Override
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Writes the state (high and low half) and the increment (high and low half). */
    public void saveState(long[] state, int offset) {
        state[offset] = high;
        state[offset + 1] = low;
        state[offset + 2] = incrementHigh;
        state[offset + 3] = incrementLow;
    }

    /**
     * Continues a saved stream.
     *
     * @throws IllegalArgumentException if the increment is even, which no saved state has
     */
    public void restoreState(long[] state, int offset) {
        require(
                (state[offset + 3] & 1) == 1,
                "a PCG64 increment is odd, but its low half was %s",
                state[offset + 3]);
        high = state[offset];
        low = state[offset + 1];
        incrementHigh = state[offset + 2];
        incrementLow = state[offset + 3];
    }

    private void advance() {
        long productHigh =
                unsignedMultiplyHigh(low, MULTIPLIER_LOW)
                        + high * MULTIPLIER_LOW
                        + low * MULTIPLIER_HIGH;
        low *= MULTIPLIER_LOW;
        high = productHigh;
        add(incrementHigh, incrementLow);
    }

    private void add(long addendHigh, long addendLow) {
        low += addendLow;
        high += addendHigh + (Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0);
    }

    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
