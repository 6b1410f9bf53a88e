package dev.strait.core.tensor;

import java.util.random.RandomGenerator;

/** SplitMix64 (Steele, Lea and Flood 2014): a random stream whose state is one number. */
public final class SeedStream implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** A stream that starts at a state. */
    public SeedStream(long state) {
        this.state = state;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Shuffles in place (Fisher and Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** What {@link #restore} needs to continue. */
    public long state() {
        return state;
    }

    /** Continues from a saved state. */
    public void restore(long saved) {
        state = saved;
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
