package dev.strait.agents.experiment.game;

import static dev.strait.core.Require.require;

/**
 * Where a game of two numbers went.
 *
 * @param x of the first player, from the start on
 * @param y of the second player
 */
public record Orbit(double[] x, double[] y) {

    public Orbit {
        require(
                x.length == y.length && x.length >= 1,
                "x and y must be of one size, but were %s and %s",
                x.length,
                y.length);
    }

    /** One step of both players, whichever way they take turns. */
    @FunctionalInterface
    interface Rule {
        /** Moves {@code state}, (x, y), in place. */
        void move(double[] state);
    }

    /** Follows a rule. */
    static Orbit of(double x, double y, int steps, Rule rule) {
        Orbit orbit = new Orbit(new double[steps + 1], new double[steps + 1]);
        double[] state = {x, y};
        for (int step = 0; ; step++) {
            orbit.x[step] = state[0];
            orbit.y[step] = state[1];
            if (step == steps) {
                return orbit;
            }
            rule.move(state);
        }
    }

    /** Steps that were taken. */
    public int steps() {
        return x.length - 1;
    }

    /** Distance from the origin at every step. */
    public double[] radii() {
        double[] radii = new double[x.length];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = Math.hypot(x[i], y[i]);
        }
        return radii;
    }

    /** The mean of all places up to each step. */
    public Orbit averaged() {
        Orbit means = new Orbit(new double[x.length], new double[x.length]);
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            sumX += x[i];
            sumY += y[i];
            means.x[i] = sumX / (i + 1);
            means.y[i] = sumY / (i + 1);
        }
        return means;
    }

    /** Factor of the distance from the origin per step, over the whole way. */
    public double growth() {
        double[] radii = radii();
        return Math.pow(radii[steps()] / radii[0], 1.0 / steps());
    }
}
