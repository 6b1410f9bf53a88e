package dev.strait.envs.locomotion;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulated;
import dev.strait.envs.physics.Simulation;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What Gymnasium's MuJoCo worlds share: an action is held for some physics steps, episodes begin
 * near the reference pose, an observation is a view of the state and of what the last evaluation
 * left behind, and effort costs. A world says which numbers, what it pays for and when it ends.
 *
 * <p>Controls are limited by the physics; effort is that of the action as given.
 */
abstract sealed class LocomotionWorld implements World, Simulated
        permits Ant,
                HalfCheetah,
                Hopper,
                Humanoid,
                InvertedDoublePendulum,
                InvertedPendulum,
                Reacher,
                Swimmer,
                Walker2d {

    final Simulation simulation;
    final Edition edition;
    final double[] q;
    final double[] v;

    /** Seconds of a step. */
    final double seconds;

    final Afterimage afterimage;
    private final int frameSkip;
    private final Noise noise;
    private final Head head;
    private final Box observationSpace;
    private final Box actionSpace;
    private boolean terminated;

    /**
     * A world on its bodies.
     *
     * @param frameSkip physics steps of a step
     * @param head what observations show of the state
     * @param afterimage what rewards and the rest of the observation use of the last evaluation
     */
    LocomotionWorld(
            Simulation simulation,
            Edition edition,
            int frameSkip,
            Noise noise,
            Head head,
            Afterimage afterimage) {
        this.simulation = simulation;
        this.edition = edition;
        this.frameSkip = frameSkip;
        this.noise = noise;
        this.head = head;
        this.afterimage = afterimage;
        Model model = simulation.model();
        q = simulation.positions();
        v = simulation.velocities();
        seconds = frameSkip * model.timestep();
        observationSpace = Box.unbounded(head.size() + afterimage.shownSize());
        actionSpace = controlBox(model);
    }

    private static Box controlBox(Model model) {
        double[] low = new double[model.controlCount()];
        double[] high = new double[model.controlCount()];
        for (int i = 0; i < low.length; i++) {
            // Gymnasium's action spaces are float32.
            low[i] = (float) model.controlLow(i);
            high[i] = (float) model.controlHigh(i);
        }
        return Box.of(low, high);
    }

    @Override
    public final Simulation simulation() {
        return simulation;
    }

    @Override
    public final Box observationSpace() {
        return observationSpace;
    }

    @Override
    public final Space actionSpace() {
        return actionSpace;
    }

    @Override
    public final void reset(RandomGenerator random, double[] observations, int offset) {
        simulation.reset();
        draw(noise, random);
        begin();
        observe(observations, offset);
    }

    /** Moves the reference pose to an initial state. */
    void draw(Noise noise, RandomGenerator random) {
        noise.shiftPositions(q, random);
        noise.drawVelocities(v, random);
    }

    void begin() {
        simulation.forward();
        // As after MuJoCo's reset: contact wrenches are only known after a step.
        Arrays.fill(afterimage.values, 0);
        rememberPlaces();
        terminated = false;
    }

    @Override
    public final double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double before = mark();
        double[] controls = simulation.controls();
        double effort = 0;
        for (int i = 0; i < controls.length; i++) {
            double action = actions[actionOffset + i];
            controls[i] = action;
            effort += action * action;
        }
        simulation.step(frameSkip);
        requireSound();
        rememberPlaces();
        rememberContacts();
        terminated = ended();
        observe(observations, observationOffset);
        return reward(before, effort);
    }

    private void requireSound() {
        if (!simulation.finite()) {
            throw new IllegalStateException(
                    "%s: the simulation left its sound states (%s)"
                            .formatted(getClass().getSimpleName(), simulation.fault()));
        }
    }

    /** What the reward has to know of the time before the step; by default where the root is. */
    double mark() {
        return q[0];
    }

    /**
     * The reward of the step just made.
     *
     * @param before what {@link #mark} told
     * @param effort Σ a² of the action
     */
    abstract double reward(double before, double effort);

    /** Whether the state ends the episode. */
    abstract boolean ended();

    /** Writes to the afterimage what any evaluation tells. */
    void rememberPlaces() {}

    /** Writes to the afterimage what only a step tells. */
    void rememberContacts() {}

    @Override
    public final boolean terminated() {
        return terminated;
    }

    @Override
    public final int stateSize() {
        return simulation.stateSize() + afterimage.values.length;
    }

    @Override
    public final void saveState(double[] state, int offset) {
        simulation.saveState(state, offset);
        double[] values = afterimage.values;
        System.arraycopy(values, 0, state, offset + simulation.stateSize(), values.length);
    }

    @Override
    public final void restoreState(double[] state, int offset) {
        simulation.restoreState(state, offset);
        double[] values = afterimage.values;
        System.arraycopy(state, offset + simulation.stateSize(), values, 0, values.length);
        terminated = ended();
    }

    @Override
    public final void observe(double[] observations, int offset) {
        head.write(observations, offset);
        afterimage.write(observations, offset + head.size());
    }

    @Override
    public final void restoreFromObservation(double[] observations, int offset) {
        simulation.reset();
        head.read(observations, offset);
        begin();
        afterimage.read(observations, offset + head.size());
    }

    @Override
    public final boolean tellsState(double[] observations, int offset) {
        return head.tellsState(observations, offset);
    }
}
