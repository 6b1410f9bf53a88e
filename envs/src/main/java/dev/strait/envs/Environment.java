package dev.strait.envs;

import static dev.strait.envs.Require.require;

/**
 * One world behind Gymnasium's interface: it adds the random stream, the episode's clock and the
 * checks to a {@link World}.
 *
 * <pre>{@code
 * Environment environment = Environments.make("CartPole-v1");
 * double[] observation = environment.reset(42);
 * Environment.Step step = environment.step(1);
 * }</pre>
 *
 * <p>The random stream goes on across episodes. Before the first {@link #reset(long)} it is the
 * stream of seed 0 (Gymnasium asks the operating system there), so that a program does the same
 * twice.
 */
public final class Environment {

    private final EnvironmentSpec spec;
    private final World world;
    private final Pcg64 random = new Pcg64(0);
    private int elapsedSteps;
    private boolean running;

    /** An environment of its own, whether its specification is registered or not. */
    public Environment(EnvironmentSpec spec) {
        this.spec = spec;
        world = spec.factory().get();
    }

    /**
     * What a step tells.
     *
     * @param observation (F) of the successor
     * @param reward of the step
     * @param terminated ended by the world's own rule: no value follows
     * @param truncated cut by the time limit, or where the world has no more to do; {@code
     *     terminated} may hold too
     */
    public record Step(
            double[] observation, double reward, boolean terminated, boolean truncated) {}

    /**
     * Everything that {@link #restore} needs to continue to the bit.
     *
     * @param state (S) of the world
     * @param elapsedSteps of the episode
     * @param running whether a step may follow
     * @param randomState (4) of the random stream
     */
    public record Snapshot(double[] state, int elapsedSteps, boolean running, long[] randomState) {}

    /** What this is a copy of. */
    public EnvironmentSpec spec() {
        return spec;
    }

    /** The dynamics, for a renderer or to set a state. */
    public World world() {
        return world;
    }

    /** Bounds of an observation. */
    public Box observationSpace() {
        return world.observationSpace();
    }

    /** The actions that {@link #step} takes. */
    public Space actionSpace() {
        return world.actionSpace();
    }

    /**
     * Seeds the random stream and begins an episode.
     *
     * @param seed at least 0
     * @return (F) the first observation
     */
    public double[] reset(long seed) {
        random.seed(seed);
        return reset();
    }

    /**
     * Begins an episode with the random stream as it stands.
     *
     * @return (F) the first observation
     */
    public double[] reset() {
        double[] observation = new double[observationSpace().size()];
        world.reset(random, observation, 0);
        begin();
        return observation;
    }

    /**
     * Begins an episode in the state that an observation tells.
     *
     * @param observation (F)
     * @throws UnsupportedOperationException where an observation does not determine the state
     */
    public void resetToObservation(double[] observation) {
        requireSize("observation", observation.length, observationSpace().size());
        world.restoreFromObservation(observation, 0);
        begin();
    }

    private void begin() {
        elapsedSteps = 0;
        running = true;
    }

    /**
     * Advances by one action. Continuous actions beyond their bounds are clipped by the world.
     *
     * @param action (A)
     * @throws IllegalArgumentException if the action has the wrong size, is not one of a discrete
     *     space's choices, or is NaN
     * @throws IllegalStateException before the first reset and after the end of an episode
     */
    public Step step(double... action) {
        if (!running) {
            throw new IllegalStateException(spec.id() + ": call reset before step");
        }
        requireSize("action", action.length, actionSpace().size());
        Actions.requireAcceptable(actionSpace(), action, 0, 1);
        double[] observation = new double[observationSpace().size()];
        double reward = world.step(action, 0, observation, 0);
        elapsedSteps++;
        boolean truncated = elapsedSteps >= spec.maxEpisodeSteps() || world.truncated();
        running = !world.terminated() && !truncated;
        return new Step(observation, reward, world.terminated(), truncated);
    }

    /** Everything that a later {@link #restore} needs to continue to the bit. */
    public Snapshot save() {
        double[] state = new double[world.stateSize()];
        world.saveState(state, 0);
        long[] randomState = new long[Pcg64.STATE_SIZE];
        random.saveState(randomState, 0);
        return new Snapshot(state, elapsedSteps, running, randomState);
    }

    /** Continues from a snapshot of an environment of the same kind. */
    public void restore(Snapshot snapshot) {
        requireSize("state", snapshot.state().length, world.stateSize());
        world.restoreState(snapshot.state(), 0);
        random.restoreState(snapshot.randomState(), 0);
        elapsedSteps = snapshot.elapsedSteps();
        running = snapshot.running();
    }

    private void requireSize(String what, int size, int expected) {
        require(
                size == expected,
                "%s of %s has %s values, but must have %s",
                what,
                spec.id(),
                size,
                expected);
    }
}
