package dev.strait.envs.physics;

import java.util.Arrays;

/** What a step changes (time, positions, velocities) and what is set before it. */
final class State {

    private static final double RUNAWAY = 1e6;
    private static final double SMALLEST = 1e-15;

    double time;
    final double[] q;
    final double[] v;
    final double[] controls;
    final double[] applied;

    private final Model model;
    private final SineCosine angle = new SineCosine();

    State(Model model) {
        this.model = model;
        q = new double[model.nq];
        v = new double[model.nv];
        controls = new double[model.nu];
        applied = new double[model.nv];
    }

    StateFault fault() {
        // A sum of absolute values is finite exactly if all of them are.
        double positions = sumOfAbsolutes(q);
        double velocities = sumOfAbsolutes(v);
        if (positions < Double.POSITIVE_INFINITY && velocities < RUNAWAY) {
            return StateFault.NONE;
        }
        if (!(positions < Double.POSITIVE_INFINITY && velocities < Double.POSITIVE_INFINITY)) {
            return StateFault.NOT_FINITE;
        }
        return Arrays.stream(v).allMatch(x -> Math.abs(x) < RUNAWAY)
                ? StateFault.NONE
                : StateFault.RUNAWAY;
    }

    private static double sumOfAbsolutes(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /**
     * Moves positions with constant velocities: out = q ⊕ duration · v. Quaternions turn about the
     * body's own axes and are made to have length 1. {@code from} and {@code out} may be the same.
     */
    void move(double[] from, double[] velocity, double duration, double[] out) {
        for (int joint = 0; joint < model.joints; joint++) {
            int at = model.jointPositionStart[joint];
            int dof = model.jointDofStart[joint];
            JointType type = model.jointType[joint];
            if (type == JointType.HINGE || type == JointType.SLIDE) {
                out[at] = from[at] + duration * velocity[dof];
            } else if (type == JointType.BALL) {
                turn(from, at, velocity, dof, duration, out);
            } else {
                for (int k = 0; k < 3; k++) {
                    out[at + k] = from[at + k] + duration * velocity[dof + k];
                }
                turn(from, at + 3, velocity, dof + 3, duration, out);
            }
        }
    }

    private void turn(
            double[] from, int at, double[] velocity, int dof, double duration, double[] out) {
        if (from != out) {
            System.arraycopy(from, at, out, at, 4);
        }
        double x = velocity[dof];
        double y = velocity[dof + 1];
        double z = velocity[dof + 2];
        double speed = Math.sqrt(x * x + y * y + z * z);
        if (speed >= SMALLEST) {
            angle.of(0.5 * duration * speed);
            double scale = angle.sine / speed;
            Rotation.append(out, at, angle.cosine, scale * x, scale * y, scale * z);
        }
        Rotation.normalise(out, at);
    }
}
