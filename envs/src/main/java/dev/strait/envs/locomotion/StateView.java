package dev.strait.envs.locomotion;

import java.util.Arrays;

/**
 * The part of most observations that is the state: positions without the first ones (where on the
 * plane a body is must not matter), then velocities, held to a limit in some worlds.
 */
final class StateView {

    private final double[] q;
    private final double[] v;
    private final int hidden;
    private final double limit;

    /**
     * A view of live arrays.
     *
     * @param hidden number of positions left out
     * @param limit that velocities are held to; infinite for none
     */
    StateView(double[] q, double[] v, int hidden, double limit) {
        this.q = q;
        this.v = v;
        this.hidden = hidden;
        this.limit = limit;
    }

    int size() {
        return q.length - hidden + v.length;
    }

    void write(double[] observations, int offset) {
        int shown = q.length - hidden;
        System.arraycopy(q, hidden, observations, offset, shown);
        for (int i = 0; i < v.length; i++) {
            observations[offset + shown + i] = Clip.within(limit, v[i]);
        }
    }

    /** Sets the state; hidden positions become 0. */
    void read(double[] observations, int offset) {
        int shown = q.length - hidden;
        Arrays.fill(q, 0, hidden, 0);
        System.arraycopy(observations, offset, q, hidden, shown);
        System.arraycopy(observations, offset + shown, v, 0, v.length);
    }

    /** Whether no velocity lies at the limit, beyond which it cannot be told. */
    boolean tellsAll(double[] observations, int offset) {
        int shown = q.length - hidden;
        for (int i = 0; i < v.length; i++) {
            if (!(Math.abs(observations[offset + shown + i]) < limit)) {
                return false;
            }
        }
        return true;
    }
}
