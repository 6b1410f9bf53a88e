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
}
