package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/**
 * How many numbers one file may still ask memory for. A size that a file declares is an unproven
 * claim: it is taken from the budget before anything is allocated, so that a few hundred bytes
 * cannot ask for gigabytes.
 *
 * <p>{@link #LIMIT} holds a million steps of 24 numbers, D4RL's largest locomotion files; as
 * doubles they take 200 MB, and as much again while episodes are cut out of them.
 */
public final class ValueBudget {

    /** Numbers that one demonstration file may hold. */
    public static final long LIMIT = 25_000_000;

    private long left = LIMIT;

    /**
     * Takes an array's numbers from the budget.
     *
     * @return their count
     * @throws IllegalArgumentException when the file has asked for more than {@link #LIMIT}
     */
    public int take(String name, int[] shape) {
        long count = count(name, shape);
        require(
                count <= left,
                "%s has shape %s, and a demonstration file may hold at most %,d numbers in all",
                name,
                Arrays.toString(shape),
                LIMIT);
        left -= count;
        return (int) count;
    }

    /** Gives back what an array took that is no longer held. */
    public void giveBack(NumberArray array) {
        left += array.values().length;
    }

    /** The product of the sizes; refuses negative ones and products beyond 2⁶³. */
    static long count(String name, int[] shape) {
        long count = 1;
        for (int size : shape) {
            require(size >= 0, "%s has the negative size %s", name, size);
            require(
                    size == 0 || count <= Long.MAX_VALUE / size,
                    "%s has shape %s, which overflows",
                    name,
                    Arrays.toString(shape));
            count *= size;
        }
        return count;
    }
}
