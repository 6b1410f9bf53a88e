package dev.strait.envs.maze;

import dev.strait.envs.Box;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.random.RandomGenerator;

/**
 * A particle in a maze, pushed by a force; an episode has no end of its own.
 *
 * <p>State: displacement from the start (m), velocity (m/s), and the position that is observed.
 * Observation: position x, y and 0 (m). Action: the force on the particle along x and y (N).
 *
 * <p>What is observed is a physics step, 10 ms, older than the state: MuJoCo's positions of bodies
 * are those before its last step, and the worlds that are told of were measured so.
 */
public final class Maze implements World {

    private static final int PHYSICS_STEPS = 5;
    private static final double START_SPEED = 0.01;
    private static final Box OBSERVATIONS =
            Box.of(filled(Double.NEGATIVE_INFINITY), filled(Double.POSITIVE_INFINITY));

    private final MazeLayout layout;
    private final Box actions;
    private final Particle particle;
    private double x;
    private double y;

    Maze(MazeLayout layout) {
        this.layout = layout;
        double strength = layout.strength();
        actions = Box.of(new double[] {-strength, -strength}, new double[] {strength, strength});
        particle = new Particle(layout);
        look();
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
        particle.set(0, 0, vx, vy);
        look();
        observe(observations, offset);
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        double fx = actions[actionOffset];
        double fy = actions[actionOffset + 1];
        double fromX = x;
        double fromY = y;
        for (int i = 1; i < PHYSICS_STEPS; i++) {
            particle.step(fx, fy);
        }
        look();
        particle.step(fx, fy);
        observe(observations, observationOffset);
        return layout.reward().of(layout, fromX, fromY, x, y, fx * fx + fy * fy);
    }

    /** The position that is observed until the next look. */
    private void look() {
        x = layout.startX() + particle.x();
        y = layout.startY() + particle.y();
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
        state[offset] = particle.x();
        state[offset + 1] = particle.y();
        state[offset + 2] = particle.vx();
        state[offset + 3] = particle.vy();
        state[offset + 4] = x;
        state[offset + 5] = y;
    }

    @Override
    public void restoreState(double[] state, int offset) {
        particle.set(state[offset], state[offset + 1], state[offset + 2], state[offset + 3]);
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
        particle.set(dx, dy, 0, 0);
        look();
    }
}
