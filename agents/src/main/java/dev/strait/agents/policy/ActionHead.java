package dev.strait.agents.policy;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.util.random.RandomGenerator;

/**
 * How the outputs of an actor network become actions of one kind of space, in plain Java: one draw
 * a row is cheaper than a call of the engine, and a saved policy acts where there is no engine.
 * {@link ActionDistribution} is the same for learning.
 *
 * <p>A <em>choice</em> is what the distribution is over; an <em>action</em> is what the world gets.
 * They differ in a {@link Box} only: there a choice of ±1 means the bounds, and what lies beyond is
 * clipped.
 */
sealed interface ActionHead permits IndexHead, CoordinateHead {

    /** A, the length of an action. */
    int size();

    /** Width of the actor's outputs. */
    int outputs();

    /** Number of learned log standard deviations beside the network; 0 in discrete spaces. */
    int scales();

    /** Draws a choice from row {@code row} of the outputs. */
    void sample(float[] outputs, float[] logStd, int row, RandomGenerator random, double[] choices);

    /** Writes the most probable choice of row {@code row}. */
    void mode(float[] outputs, int row, double[] choices);

    /** The action that a choice stands for. */
    void toActions(double[] choices, double[] actions);

    /** The choice that stands for an action: the inverse of {@link #toActions} within bounds. */
    void toChoices(double[] actions, double[] choices);

    /** The head of an action space. */
    static ActionHead of(Space space, boolean squash) {
        if (space instanceof Box box) {
            return new CoordinateHead(box, squash);
        }
        int[] sizes =
                space instanceof MultiDiscrete several
                        ? several.branches().stream().mapToInt(Integer::intValue).toArray()
                        : new int[] {((Discrete) space).n()};
        return new IndexHead(sizes);
    }
}
