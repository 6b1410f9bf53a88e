package dev.strait.envs.mimic;

import dev.strait.envs.Box;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.motion.ReferenceMotion;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulated;
import dev.strait.envs.physics.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What all characters that follow clips share: 30 Hz control by targets of implicit PD drives at
 * 240 Hz, a start anywhere in the clip, and an end at a fall. Where the clip does not loop, its end
 * cuts the episode.
 */
abstract class MimicWorld implements MotionImitation, Simulated {

    /** Physics steps of a control step. */
    private static final int SUBSTEPS = 8;

    /** Seconds of a physics step. */
    static final double TIMESTEP = CONTROL_SECONDS / SUBSTEPS;

    /** m/s or rad/s beyond which nothing of a body is left. */
    private static final double RUNAWAY = 200;

    /** Starts of the demonstrated cycles within a control step. */
    private static final int STARTS = 8;

    private final String clip;
    private final ReferenceMotion reference;
    private final boolean phaseObserved;
    private final int features;
    private final double[] before;
    private boolean terminated;
    private double phase;

    final Simulation simulation;
    final double[] expected;
    final double[] expectedRates;

    /**
     * A world whose simulation rests.
     *
     * @param features numbers of an observation without the phase
     */
    MimicWorld(
            String clip,
            ReferenceMotion reference,
            Model model,
            int features,
            boolean phaseObserved) {
        this.clip = clip;
        this.reference = reference;
        this.features = features;
        this.phaseObserved = phaseObserved;
        simulation = new Simulation(model);
        before = new double[simulation.stateSize()];
        expected = new double[model.positionCount()];
        expectedRates = new double[model.dofCount()];
    }

    /** Perturbs positions that were set to the clip's. */
    abstract void perturb(RandomGenerator random);

    /** Moves the root to x = 0 at a height that is {@code lift} more. */
    abstract void place(double lift);

    /** Sets the drives' targets from an action, which may be out of bounds. */
    abstract void drive(double[] actions, int offset);

    /** Whether the last evaluation shows what must not touch the ground on it. */
    abstract boolean touchesBadly();

    /** Whether the present pose is one that no more comes to rights. */
    abstract boolean lies();

    /** The reward for being in the present state where {@link #expected} is the clip's. */
    abstract double tracking();

    /** Writes an observation without the phase. */
    abstract void observeBody(double[] observations, int offset);

    /**
     * Sets positions and velocities from an observation without the phase.
     *
     * @throws UnsupportedOperationException where it does not tell them
     */
    void restoreBody(double[] observations, int offset) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName() + " cannot be set from an observation");
    }

    @Override
    public final Simulation simulation() {
        return simulation;
    }

    @Override
    public final String clip() {
        return clip;
    }

    @Override
    public final ReferenceMotion reference() {
        return reference;
    }

    @Override
    public final double phase() {
        return phase;
    }

    @Override
    public final Box observationSpace() {
        return Box.unbounded(features + (phaseObserved ? 2 : 0));
    }

    @Override
    public StateFeatures features() {
        return StateFeatures.observed(features);
    }

    @Override
    public final void reset(RandomGenerator random, double[] observations, int offset) {
        toClip(random.nextDouble() * reference.duration());
        perturb(random);
        place(0);
        place(-deepest());
        terminated = false;
        observe(observations, offset);
    }

    /** Sets the state to the clip's at a time. */
    private void toClip(double time) {
        phase = time;
        simulation.reset();
        expect(time);
        System.arraycopy(expected, 0, simulation.positions(), 0, expected.length);
        System.arraycopy(expectedRates, 0, simulation.velocities(), 0, expectedRates.length);
    }

    private void expect(double time) {
        reference.position(time, expected);
        reference.velocity(time, expectedRates);
    }

    /** Metres of the deepest contact, negative; 0 without one. */
    private double deepest() {
        simulation.forward();
        double deepest = 0;
        for (int i = 0; i < simulation.contactCount(); i++) {
            deepest = Math.min(deepest, simulation.contactDistance(i));
        }
        return deepest;
    }

    @Override
    public final double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        drive(actions, actionOffset);
        simulation.saveState(before, 0);
        boolean touched = false;
        boolean sound = true;
        for (int i = 0; i < SUBSTEPS && sound; i++) {
            sound = simulation.step();
            touched |= touchesBadly();
        }
        sound &= simulation.finite() && slow();
        if (!sound) {
            simulation.restoreState(before, 0);
        }
        phase += CONTROL_SECONDS;
        terminated = !sound || touched || lies();
        observe(observations, observationOffset);
        expect(within(phase));
        return sound ? tracking() : 0;
    }

    private boolean slow() {
        for (double rate : simulation.velocities()) {
            if (!(Math.abs(rate) < RUNAWAY)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final boolean terminated() {
        return terminated;
    }

    @Override
    public final boolean truncated() {
        return !reference.looping() && phase >= reference.duration();
    }

    /** A time no later than the end of a clip that does not loop. */
    private double within(double time) {
        return reference.looping() ? time : Math.min(time, reference.duration());
    }

    /**
     * The angle by which the whole clip is told: half a turn where it does not loop, as its end is
     * not its beginning.
     */
    private double turn() {
        return reference.looping() ? 2 * Math.PI : Math.PI;
    }

    @Override
    public final void observe(double[] observations, int offset) {
        observeBody(observations, offset);
        if (phaseObserved) {
            double angle = turn() * within(phase) / reference.duration();
            observations[offset + features] = Math.cos(angle);
            observations[offset + features + 1] = Math.sin(angle);
        }
    }

    @Override
    public final int stateSize() {
        return simulation.stateSize() + 1;
    }

    @Override
    public final void saveState(double[] state, int offset) {
        simulation.saveState(state, offset);
        state[offset + simulation.stateSize()] = phase;
    }

    @Override
    public final void restoreState(double[] state, int offset) {
        simulation.restoreState(state, offset);
        phase = state[offset + simulation.stateSize()];
        terminated = false;
    }

    @Override
    public final void restoreFromObservation(double[] observations, int offset) {
        simulation.reset();
        restoreBody(observations, offset);
        terminated = false;
        phase = 0;
        if (phaseObserved) {
            phase = phaseOf(observations, offset);
        }
    }

    /** The phase that an observation tells. */
    final double phaseOf(double[] observations, int offset) {
        double angle =
                Math.atan2(observations[offset + features + 1], observations[offset + features]);
        double positive = Math.IEEEremainder(angle - Math.PI, 2 * Math.PI) + Math.PI;
        return positive * (reference.duration() / turn());
    }

    /** Writes the observation of the clip at a time, and leaves the state as it is. */
    final void observeClip(double time, double[] observation) {
        double[] kept = new double[stateSize()];
        saveState(kept, 0);
        boolean ended = terminated;
        toClip(time);
        observe(observation, 0);
        restoreState(kept, 0);
        terminated = ended;
    }

    @Override
    public final Optional<StateFeatures> differences() {
        return phaseObserved ? Optional.of(new ClipDifference(this)) : Optional.empty();
    }

    @Override
    public final int poseSize() {
        return expected.length;
    }

    @Override
    public final void pose(double[] pose) {
        System.arraycopy(simulation.positions(), 0, pose, 0, expected.length);
    }

    /**
     * One cycle from each of eight starts within a control step; where the clip does not loop, to
     * its end.
     */
    @Override
    public final Demonstrations demonstrations() {
        double[] kept = new double[stateSize()];
        saveState(kept, 0);
        int size = observationSpace().size();
        List<Episode> episodes = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            int steps = demonstratedSteps((double) start / STARTS);
            double[] observations = new double[(steps + 1) * size];
            for (int t = 0; t <= steps; t++) {
                toClip(within((t + (double) start / STARTS) * CONTROL_SECONDS));
                observe(observations, t * size);
            }
            if (steps > 0) {
                episodes.add(new Episode(steps, observations, null, null, false, true));
            }
        }
        restoreState(kept, 0);
        return new Demonstrations("motion", Optional.empty(), size, 0, false, episodes);
    }

    /** Control steps of the clip from a start on, itself a share of one. */
    private int demonstratedSteps(double start) {
        double all = reference.duration() / CONTROL_SECONDS;
        return (int) Math.floor(reference.looping() ? all : all - start);
    }
}
