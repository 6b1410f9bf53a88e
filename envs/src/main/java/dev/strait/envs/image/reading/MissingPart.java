package dev.strait.envs.image.reading;

/** The data is sound, but has no part such as the one that was asked for. */
final class MissingPart extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MissingPart(String problem) {
        super(problem);
    }

    /** Refuses, unless the part is there. */
    static void requirePart(boolean there, String message, Object... values) {
        if (!there) {
            throw new MissingPart(String.format(message, values));
        }
    }
}
