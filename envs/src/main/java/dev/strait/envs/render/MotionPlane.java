package dev.strait.envs.render;

import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.Optional;

/**
 * The plane in which a planar model moves: no joint turns about anything but its normal or shifts
 * along it.
 *
 * @param right (3) unit vector that is drawn to the right
 * @param up (3) unit vector that is drawn upwards
 * @param side whether gravity pulls down in the picture; seen from above otherwise
 */
record MotionPlane(double[] right, double[] up, boolean side) {

    private static final double PARALLEL = 1e-9;

    /** The plane of a model, or nothing where it moves in three dimensions. */
    static Optional<MotionPlane> of(Model model) {
        Simulation simulation = new Simulation(model);
        simulation.forward();
        double[] normal = null;
        double[] slide = null;
        int dofs = model.dofCount();
        double[] turning = new double[3 * dofs];
        double[] shifting = new double[3 * dofs];
        double[] origin = new double[3];
        for (int body = 1; body < model.bodyCount(); body++) {
            simulation.rotationJacobian(body, turning);
            for (int dof = 0; dof < dofs; dof++) {
                double[] axis = column(turning, dof, dofs);
                if (length(axis) > PARALLEL) {
                    if (normal != null && length(cross(normal, axis)) > PARALLEL) {
                        return Optional.empty();
                    }
                    normal = axis;
                }
            }
        }
        for (int body = 1; body < model.bodyCount(); body++) {
            simulation.bodyPosition(body, origin, 0);
            simulation.jacobian(body, origin, shifting);
            for (int dof = 0; dof < dofs; dof++) {
                double[] way = column(shifting, dof, dofs);
                if (normal != null && Math.abs(dot(normal, way)) > PARALLEL) {
                    return Optional.empty();
                }
                if (normal == null && length(way) > PARALLEL) {
                    if (slide != null && length(cross(slide, way)) > PARALLEL) {
                        normal = cross(slide, way);
                    }
                    slide = way;
                }
            }
        }
        return Optional.ofNullable(normal).map(n -> seenAlong(n, model));
    }

    private static MotionPlane seenAlong(double[] normal, Model model) {
        double[] away = {
            -model.options().gravityX(), -model.options().gravityY(), -model.options().gravityZ()
        };
        boolean side =
                length(away) > 0
                        && length(cross(away, normal)) > 0.5 * length(away) * length(normal);
        boolean alongY = Math.abs(normal[1]) > 0.9 * length(normal);
        double[] upwards = side ? away : new double[] {0, alongY ? 0 : 1, alongY ? 1 : 0};
        double[] right = unit(cross(normal, upwards));
        double[] up = unit(cross(right, normal));
        if (right[0] < -PARALLEL) {
            right = new double[] {-right[0], -right[1], -right[2]};
        }
        return new MotionPlane(right, up, side);
    }

    double across(double[] point) {
        return dot(right, point);
    }

    double upwards(double[] point) {
        return dot(up, point);
    }

    private static double[] column(double[] matrix, int column, int columns) {
        return new double[] {
            matrix[column], matrix[columns + column], matrix[2 * columns + column]
        };
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double[] unit(double[] v) {
        double length = length(v);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double length(double[] v) {
        return Math.sqrt(dot(v, v));
    }
}
