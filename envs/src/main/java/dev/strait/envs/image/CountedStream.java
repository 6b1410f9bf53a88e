package dev.strait.envs.image;

import dev.strait.envs.Pcg64;

/**
 * A generator for each of many counted things, such as the order of an epoch or a drawn digit: what
 * is drawn for one depends on the seed and its number alone, whatever was drawn before.
 */
enum CountedStream {
    /** Order of the pictures in an epoch. */
    ORDER,
    /** Augmentation of a batch. */
    AUGMENTATION,
    /** Strokes of a digit. */
    STROKES,
    /** Which pictures are held out. */
    HELD_OUT,
    /** Which pictures are drawn from a source. */
    DRAWN;

    /** The generator of a number under a seed; any long is a seed. */
    Pcg64 at(long seed, long number) {
        return new Pcg64(mixed(mixed(mixed(seed) + ordinal()) + number) >>> 1);
    }

    /** SplitMix64's step and output: Steele, Lea and Flood, OOPSLA 2014. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** The numbers below {@code count} in a random order. */
    int[] order(long seed, long number, int count) {
        Pcg64 random = at(seed, number);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
