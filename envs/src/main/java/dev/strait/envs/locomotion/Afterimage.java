package dev.strait.envs.locomotion;

/**
 * What Gymnasium reads out of MuJoCo's memory after a step: places and forces that belong to the
 * last evaluation and not to the state that the step led to (with Runge-Kutta to its fourth stage,
 * with Euler to the state one physics step before). Rewards and observations that use them depend
 * on it, so it is part of a world's state.
 */
final class Afterimage {

    /** Nothing is remembered. */
    static final Afterimage NONE = new Afterimage(0);

    final double[] values;
    private final int[] shown;

    /**
     * Room for some numbers.
     *
     * @param size how many
     * @param shown ranges of them that are observed: from, to (exclusive), from, to, …
     */
    Afterimage(int size, int... shown) {
        values = new double[size];
        this.shown = shown;
    }

    int shownSize() {
        int sum = 0;
        for (int i = 0; i < shown.length; i += 2) {
            sum += shown[i + 1] - shown[i];
        }
        return sum;
    }

    void write(double[] observations, int offset) {
        int at = offset;
        for (int i = 0; i < shown.length; i += 2) {
            int length = shown[i + 1] - shown[i];
            System.arraycopy(values, shown[i], observations, at, length);
            at += length;
        }
    }

    /** Takes over what an observation shows; the rest stays. */
    void read(double[] observations, int offset) {
        int at = offset;
        for (int i = 0; i < shown.length; i += 2) {
            int length = shown[i + 1] - shown[i];
            System.arraycopy(observations, at, values, shown[i], length);
            at += length;
        }
    }
}
