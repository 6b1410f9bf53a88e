package dev.strait.envs.physics;

import java.util.stream.IntStream;

/** Rows of joints at the ends of their ranges. */
final class JointLimits {

    private final Model model;
    private final TreeMatrix shape;
    private final int[] limited;
    private final SoftLaw[] law;
    private final double[] turned = new double[4];
    private final double[] vector = new double[3];

    JointLimits(Model model, TreeMatrix shape) {
        this.model = model;
        this.shape = shape;
        limited = IntStream.range(0, model.joints).filter(j -> model.jointLimited[j]).toArray();
        law = new SoftLaw[model.joints];
        for (int joint : limited) {
            law[joint] =
                    new SoftLaw(
                            model.jointSolref,
                            2 * joint,
                            model.jointSolimp,
                            5 * joint,
                            model.timestep);
        }
    }

    void addTo(ConstraintRows rows, double[] q, double[] v) {
        for (int joint : limited) {
            if (model.jointType[joint] == JointType.BALL) {
                cone(rows, joint, q, v);
            } else {
                double at = q[model.jointPositionStart[joint]];
                side(rows, joint, at - model.jointRange[2 * joint], 1, v);
                side(rows, joint, model.jointRange[2 * joint + 1] - at, -1, v);
            }
        }
    }

    /** One end of a hinge's or slide's range. */
    private void side(ConstraintRows rows, int joint, double room, double direction, double[] v) {
        if (room < model.jointMargin[joint]) {
            int dof = model.jointDofStart[joint];
            int row = rows.add(shape.rowStart[dof], 1);
            rows.jacobian[row * model.nv] = direction;
            soften(rows, row, joint, room, v);
        }
    }

    /** A ball's largest angle from its reference; the row is along the axis turned about. */
    private void cone(ConstraintRows rows, int joint, double[] q, double[] v) {
        System.arraycopy(q, model.jointPositionStart[joint], turned, 0, 4);
        Rotation.normalise(turned, 0);
        Rotation.vector(turned[0], turned[1], turned[2], turned[3], vector, 0);
        double angle =
                Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        double most = Math.max(model.jointRange[2 * joint], model.jointRange[2 * joint + 1]);
        double room = most - angle;
        if (room < model.jointMargin[joint] && angle > 0) {
            int dof = model.jointDofStart[joint];
            int row = rows.add(shape.rowStart[dof + 2], 3);
            for (int k = 0; k < 3; k++) {
                rows.jacobian[row * model.nv + 2 - k] = -vector[k] / angle;
            }
            soften(rows, row, joint, room, v);
        }
    }

    private void soften(ConstraintRows rows, int row, int joint, double room, double[] v) {
        double violation = room - model.jointMargin[joint];
        double impedance = law[joint].impedance(violation);
        double regulariser =
                (1 - impedance) / impedance * model.dofInvweight[model.jointDofStart[joint]];
        rows.soften(row, law[joint], violation, impedance, regulariser, v);
    }
}
