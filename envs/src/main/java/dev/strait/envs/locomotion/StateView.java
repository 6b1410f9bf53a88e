package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;
import java.util.Arrays;

/**
 * The part of most observations that is the state: positions without the first ones (where on the
 * plane a body is must not matter), then velocities, held to a limit in some worlds.
 */
final class StateView implements Head {

    private final double[] q;
    private final double[] v;
    private final int hidden;
    private final double limit;

    /** A view that shows velocities as they are. */
    StateView(Simulation simulation, int hidden) {
        this(simulation, hidden, Double.POSITIVE_INFINITY);
    }

    /**
     * A view of a state.
     *
     * @param hidden number of positions left out
     * @param limit that velocities are held to
     */
    StateView(Simulation simulation, int hidden, double limit) {
        q = simulation.positions();
        v = simulation.velocities();
        this.hidden = hidden;
        this.limit = limit;
    }

    @Override
    public int size() {
        return q.length - hidden + v.length;
    }

    @Override
    public void write(double[] observations, int offset) {
        int shown = q.length - hidden;
        System.arraycopy(q, hidden, observations, offset, shown);
        for (int i = 0; i < v.length; i++) {
            observations[offset + shown + i] = Clip.within(limit, v[i]);
        }
    }

    @Override
    public void read(double[] observations, int offset) {
        int shown = q.length - hidden;
        Arrays.fill(q, 0, hidden, 0);
        System.arraycopy(observations, offset, q, hidden, shown);
        System.arraycopy(observations, offset + shown, v, 0, v.length);
    }

    /** Whether no velocity lies at the limit, beyond which it cannot be told. */
    @Override
    public boolean tellsState(double[] observations, int offset) {
        int shown = q.length - hidden;
        for (int i = 0; i < v.length; i++) {
            if (!(Math.abs(observations[offset + shown + i]) < limit)) {
                return false;
            }
        }
        return true;
    }
}
