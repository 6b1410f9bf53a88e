package dev.strait.envs;

import static dev.strait.envs.Require.require;

/**
 * Spreads a seed over as many words as a generator needs, as NumPy's {@code SeedSequence} does: a
 * pool of four 32-bit words is filled by hashing the seed's words and stirred so that every word of
 * the pool depends on every word of the seed; the output is hashed from the pool anew.
 *
 * <p>Source: O'Neill, "Developing a seed_seq alternative", 2015; the constants are NumPy's.
 */
final class SeedSequence {

    private static final int POOL_SIZE = 4;
    private static final int HASH_START = 0x43b0d7e5;
    private static final int HASH_FACTOR = 0x931e8875;
    private static final int OUTPUT_START = 0x8b51f9dd;
    private static final int OUTPUT_FACTOR = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] pool = new int[POOL_SIZE];
    private int hashFactor = HASH_START;

    SeedSequence(long seed) {
        require(seed >= 0, "seed must be at least 0, but was %s", seed);
        int[] words = {(int) seed, (int) (seed >>> 32), 0, 0};
        for (int i = 0; i < POOL_SIZE; i++) {
            pool[i] = hash(words[i]);
        }
        for (int source = 0; source < POOL_SIZE; source++) {
            for (int target = 0; target < POOL_SIZE; target++) {
                if (source != target) {
                    pool[target] = mix(pool[target], hash(pool[source]));
                }
            }
        }
    }

    /** The first {@code count} 64-bit words; each pair of 32-bit words has its low half first. */
    long[] generate(int count) {
        long[] words = new long[count];
        int factor = OUTPUT_START;
        for (int i = 0; i < 2 * count; i++) {
            int word = pool[i % POOL_SIZE] ^ factor;
            factor *= OUTPUT_FACTOR;
            word *= factor;
            word ^= word >>> 16;
            words[i / 2] |= Integer.toUnsignedLong(word) << 32 * (i % 2);
        }
        return words;
    }

    private int hash(int value) {
        int word = value ^ hashFactor;
        hashFactor *= HASH_FACTOR;
        word *= hashFactor;
        return word ^ word >>> 16;
    }

    private static int mix(int left, int right) {
        int word = MIX_LEFT * left - MIX_RIGHT * right;
        return word ^ word >>> 16;
    }
}
