package dev.strait.envs;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The dynamics of one world: what a new kind of world implements. A world owns its physical state
 * and nothing else: no clock, no random stream, no episode limit. {@code Environment} adds those
 * for one world, {@link VectorEnvironment} for many.
 *
 * <p>A step allocates nothing. A world is used by one thread at a time.
 */
public interface World {

    /** Bounds of an observation row. */
    Box observationSpace();

    /** The actions that {@link #step} accepts. */
    Space actionSpace();

    /** What of an observed state is compared with an expert's; by default all of it. */
    default StateFeatures features() {
        return StateFeatures.observed(observationSpace().size());
    }

    /** What observed states look like, where an observation is enough to draw one. */
    default Optional<StateFrames> frames() {
        return Optional.empty();
    }

    /**
     * How observed states differ from what is to be followed at their time, where a world follows
     * something and an observation tells the time; computed with this world, which is left as it
     * is.
     */
    default Optional<StateFeatures> differences() {
        return Optional.empty();
    }

    /**
     * Draws an initial state and writes its observation.
     *
     * @param random where the initial state is drawn from
     * @param observations (…, F) the row at {@code offset} is written
     */
    void reset(RandomGenerator random, double[] observations, int offset);

    /**
     * Advances by one action and writes the successor's observation.
     *
     * @param actions (…, A) the row at {@code actionOffset} is read
     * @param observations (…, F) the row at {@code observationOffset} is written
     * @return the reward of this step
     */
    double step(double[] actions, int actionOffset, double[] observations, int observationOffset);

    /** Whether the last step ended the episode by the world's own rule (not by a time limit). */
    boolean terminated();

    /**
     * Whether the last step was the last one that the world has a task for, such as the end of what
     * is to be followed: the episode is cut, as by a time limit, and its value goes on.
     */
    default boolean truncated() {
        return false;
    }

    /** Number of doubles in the physical state. */
    int stateSize();

    /** Writes the physical state, from which {@link #restoreState} continues to the bit. */
    void saveState(double[] state, int offset);

    /** Sets the physical state. */
    void restoreState(double[] state, int offset);

    /** Writes the observation of the present state. */
    void observe(double[] observations, int offset);

    /**
     * Whether an observation shows all of the state that later steps depend on; where it holds
     * values to a limit, one that lies at the limit does not.
     */
    default boolean tellsState(double[] observations, int offset) {
        return true;
    }

    /**
     * Whether an observation determines the reward of the next step, the action given; false where
     * that depends on the step before, too.
     */
    default boolean tellsReward() {
        return true;
    }

    /**
     * Sets the physical state from an observation of it, where the observation tells the state;
     * what it leaves out starts at 0.
     *
     * @throws UnsupportedOperationException where an observation does not determine the state
     */
    default void restoreFromObservation(double[] observations, int offset) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName() + " cannot be set from an observation");
    }
}
