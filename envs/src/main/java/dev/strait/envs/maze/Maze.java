package dev.strait.envs.maze;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import dev.strait.envs.physics.Simulation;
import java.util.random.RandomGenerator;

/**
 * A ball in a maze, pushed by a force; an episode has no end of its own.
 *
 * <p>State: displacement from the start (m), velocity (m/s), and the position that is observed.
 * Observation: position x, y and 0 (m). Action: the force on the ball along x and y (N).
 *
 * <p>What is observed is a physics step, 10 ms, older than the state: MuJoCo's positions of bodies
 * are those before its last step, and the worlds that are told of were measured so.
 */
public final class Maze implements World {

    /** Radius of the ball (m). */
    public static final double BALL_RADIUS = 0.03;

    private static final int PHYSICS_STEPS = 5;
    private static final double START_SPEED = 0.01;
    private static final Box OBSERVATIONS =
            Box.of(filled(Double.NEGATIVE_INFINITY), filled(Double.POSITIVE_INFINITY));

    private final MazeLayout layout;
    private final Box actions;
    private final Simulation simulation;
    private double x;
    private double y;

    Maze(MazeLayout layout) {
        this.layout = layout;
        double strength = layout.strength();
        actions = Box.of(new double[] {-strength, -strength}, new double[] {strength, strength});
        simulation = new Simulation(MazeModel.of(layout));
        set(0, 0, 0, 0);
    }

    private static double[] filled(double value) {
        return new double[] {value, value, value};
    }

    /** Where it happens. */
    public MazeLayout layout() {
        return layout;
    }

    @Override
    public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override
    public Space actionSpace() {
        return actions;
    }

    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        double vx = random.nextDouble(-START_SPEED, START_SPEED);
        double vy = random.nextDouble(-START_SPEED, START_SPEED);
        set(0, 0, vx, vy);
        observe(observations, offset);
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double fx = actions[actionOffset];
        double fy = actions[actionOffset + 1];
        double fromX = x;
        double fromY = y;
        simulation.controls()[0] = fx;
        simulation.controls()[1] = fy;
        if (!simulation.step(PHYSICS_STEPS)) {
            throw new IllegalStateException("the maze's state is bad: " + simulation.fault());
        }
        look();
        observe(observations, observationOffset);
        return layout.reward().of(layout, fromX, fromY, x, y, fx * fx + fy * fy);
    }

    /** Displacement and velocity, seen at once. */
    private void set(double dx, double dy, double vx, double vy) {
        put(dx, dy, vx, vy);
        simulation.forward();
        look();
    }

    private void put(double dx, double dy, double vx, double vy) {
        simulation.positions()[0] = dx;
        simulation.positions()[1] = dy;
        simulation.velocities()[0] = vx;
        simulation.velocities()[1] = vy;
    }

    /** The place of the ball's body: after steps that of the state before the last one. */
    private void look() {
        x = simulation.bodyPosition(MazeModel.BALL, 0);
        y = simulation.bodyPosition(MazeModel.BALL, 1);
    }

    @Override
    public boolean terminated() {
        return false;
    }

    @Override
    public int stateSize() {
        return 6;
    }

    @Override
    public void saveState(double[] state, int offset) {
        System.arraycopy(simulation.positions(), 0, state, offset, 2);
        System.arraycopy(simulation.velocities(), 0, state, offset + 2, 2);
        state[offset + 4] = x;
        state[offset + 5] = y;
    }

    @Override
    public void restoreState(double[] state, int offset) {
        put(state[offset], state[offset + 1], state[offset + 2], state[offset + 3]);
        x = state[offset + 4];
        y = state[offset + 5];
    }

    @Override
    public void observe(double[] observations, int offset) {
        observations[offset] = x;
        observations[offset + 1] = y;
        observations[offset + 2] = 0;
    }

    /** At rest where it is observed. */
    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        double dx = observations[offset] - layout.startX();
        double dy = observations[offset + 1] - layout.startY();
        set(dx, dy, 0, 0);
    }
}
