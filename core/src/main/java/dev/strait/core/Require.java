package dev.strait.core;

/** Checks of arguments, stated positively so that NaN fails. */
public final class Require {

    private Require() {}

    /**
     * Refuses an argument.
     *
     * @throws IllegalArgumentException with the formatted message, unless {@code holds}
     */
    public static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(message, values));
        }
    }

    /**
     * Refuses a number that is not positive, or not finite.
     *
     * @param name as the message calls it
     * @throws IllegalArgumentException naming it and its value
     */
    public static void requirePositive(double value, String name) {
        require(
                value > 0 && value < Double.POSITIVE_INFINITY,
                "%s must be positive and finite, but was %s",
                name,
                value);
    }
}
