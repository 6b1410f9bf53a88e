package dev.strait.envs.physics;

/**
 * Where the bodies are: places and rotations of all body frames, joint anchors and axes, centres of
 * mass, as functions of q alone.
 *
 * <p>A body starts at its place in its parent; its joints then move it in turn, each where the one
 * before has left it. A joint's axis and anchor are noted before its own motion.
 */
final class Kinematics {

    /** Origins of the body frames (bodies, 3): MuJoCo's xpos. */
    final double[] position;

    /** Rotations of the body frames (bodies, 4): MuJoCo's xquat. */
    final double[] quaternion;

    /** The same as matrices (bodies, 9): MuJoCo's xmat. */
    final double[] rotation;

    /** Centres of mass (bodies, 3): MuJoCo's xipos. */
    final double[] massCentre;

    /** Points that joints do not move (joints, 3). */
    final double[] anchor;

    /** Axes of slides and hinges in the world (joints, 3). */
    final double[] axis;

    private final Model model;
    private final boolean[] turnedInParent;

    /** Joints whose anchor is the body's origin, which turning them does not move. */
    private final boolean[] atOrigin;

    /** Joints whose axis nothing turns, as in a planar model: it is noted once. */
    private final boolean[] steady;

    private final SineCosine angle = new SineCosine();
    private final double[] unit = new double[4];
    private final double[] offset = new double[3];

    Kinematics(Model model) {
        this.model = model;
        position = new double[3 * model.bodies];
        quaternion = new double[4 * model.bodies];
        rotation = new double[9 * model.bodies];
        massCentre = new double[3 * model.bodies];
        anchor = new double[3 * model.joints];
        axis = new double[3 * model.joints];
        turnedInParent = new boolean[model.bodies];
        for (int body = 0; body < model.bodies; body++) {
            turnedInParent[body] = model.bodyQuat[4 * body] != 1;
        }
        atOrigin = new boolean[model.joints];
        for (int joint = 0; joint < model.joints; joint++) {
            atOrigin[joint] =
                    model.jointPos[3 * joint] == 0
                            && model.jointPos[3 * joint + 1] == 0
                            && model.jointPos[3 * joint + 2] == 0;
        }
        quaternion[0] = 1;
        Rotation.toMatrix(quaternion, 0, rotation, 0);
        steady = new boolean[model.joints];
        compute(model.qpos0);
        for (int joint = 0; joint < model.joints; joint++) {
            steady[joint] = onlyTurnedAbout(joint);
        }
    }

    /** Whether all that turns a joint's axis are hinges along it. */
    private boolean onlyTurnedAbout(int joint) {
        for (int dof = model.jointDofStart[joint]; dof >= 0; dof = model.dofParent[dof]) {
            int other = model.dofJoint[dof];
            JointType type = model.jointType[other];
            boolean harmless =
                    type == JointType.SLIDE || type == JointType.HINGE && parallel(joint, other);
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    /** To the last bit. */
    private boolean parallel(int a, int b) {
        return axis[3 * a] * axis[3 * b + 1] == axis[3 * a + 1] * axis[3 * b]
                && axis[3 * a + 1] * axis[3 * b + 2] == axis[3 * a + 2] * axis[3 * b + 1]
                && axis[3 * a + 2] * axis[3 * b] == axis[3 * a] * axis[3 * b + 2];
    }

    void compute(double[] q) {
        for (int body = 1; body < model.bodies; body++) {
            int joint = model.bodyJointStart[body];
            if (joint >= 0 && model.jointType[joint] == JointType.FREE) {
                placeFree(body, joint, q);
            } else {
                placeInParent(body);
                moveByJoints(body, q);
            }
            Rotation.apply(rotation, 9 * body, model.bodyIpos, 3 * body, massCentre, 3 * body);
            add(massCentre, 3 * body, position, 3 * body);
        }
    }

    /** A free body is where its seven numbers say; its place in the model was only the first. */
    private void placeFree(int body, int joint, double[] q) {
        int from = model.jointPositionStart[joint];
        System.arraycopy(q, from, position, 3 * body, 3);
        System.arraycopy(q, from + 3, quaternion, 4 * body, 4);
        Rotation.normalise(quaternion, 4 * body);
        Rotation.toMatrix(quaternion, 4 * body, rotation, 9 * body);
        System.arraycopy(position, 3 * body, anchor, 3 * joint, 3);
    }

    private void placeInParent(int body) {
        int parent = model.bodyParent[body];
        Rotation.apply(rotation, 9 * parent, model.bodyPos, 3 * body, position, 3 * body);
        add(position, 3 * body, position, 3 * parent);
        if (turnedInParent[body]) {
            Rotation.multiply(
                    quaternion, 4 * parent, model.bodyQuat, 4 * body, quaternion, 4 * body);
            Rotation.toMatrix(quaternion, 4 * body, rotation, 9 * body);
        }
    }

    private void moveByJoints(int body, double[] q) {
        // The body that is turned as this one is at present: nothing is copied in vain.
        int turned = turnedInParent[body] ? body : model.bodyParent[body];
        int first = model.bodyJointStart[body];
        for (int joint = first; joint < first + model.bodyJointCount[body]; joint++) {
            if (!steady[joint]) {
                Rotation.apply(rotation, 9 * turned, model.jointAxis, 3 * joint, axis, 3 * joint);
            }
            placeAnchor(body, joint, turned);
            int from = model.jointPositionStart[joint];
            JointType type = model.jointType[joint];
            if (type == JointType.SLIDE) {
                slide(body, joint, q[from] - model.qpos0[from]);
                continue;
            }
            if (type == JointType.HINGE) {
                hinge(body, joint, turned, q[from] - model.qpos0[from]);
            } else {
                ball(body, turned, q, from);
            }
            turned = body;
            keepAnchor(body, joint);
        }
        if (turned != body) {
            System.arraycopy(quaternion, 4 * turned, quaternion, 4 * body, 4);
            System.arraycopy(rotation, 9 * turned, rotation, 9 * body, 9);
        }
    }

    private void placeAnchor(int body, int joint, int turned) {
        if (atOrigin[joint]) {
            System.arraycopy(position, 3 * body, anchor, 3 * joint, 3);
        } else {
            Rotation.apply(rotation, 9 * turned, model.jointPos, 3 * joint, anchor, 3 * joint);
            add(anchor, 3 * joint, position, 3 * body);
        }
    }

    private void slide(int body, int joint, double length) {
        position[3 * body] += length * axis[3 * joint];
        position[3 * body + 1] += length * axis[3 * joint + 1];
        position[3 * body + 2] += length * axis[3 * joint + 2];
    }

    private void hinge(int body, int joint, int turned, double turn) {
        angle.of(0.5 * turn);
        double sine = angle.sine;
        Rotation.append(
                quaternion,
                4 * turned,
                angle.cosine,
                sine * model.jointAxis[3 * joint],
                sine * model.jointAxis[3 * joint + 1],
                sine * model.jointAxis[3 * joint + 2],
                quaternion,
                4 * body);
    }

    private void ball(int body, int turned, double[] q, int from) {
        System.arraycopy(q, from, unit, 0, 4);
        Rotation.normalise(unit, 0);
        Rotation.append(
                quaternion, 4 * turned, unit[0], unit[1], unit[2], unit[3], quaternion, 4 * body);
        Rotation.normalise(quaternion, 4 * body);
    }

    /** Takes the turned body back to where the joint's anchor has not moved. */
    private void keepAnchor(int body, int joint) {
        Rotation.toMatrix(quaternion, 4 * body, rotation, 9 * body);
        if (atOrigin[joint]) {
            return;
        }
        Rotation.apply(rotation, 9 * body, model.jointPos, 3 * joint, offset, 0);
        position[3 * body] = anchor[3 * joint] - offset[0];
        position[3 * body + 1] = anchor[3 * joint + 1] - offset[1];
        position[3 * body + 2] = anchor[3 * joint + 2] - offset[2];
    }

    private static void add(double[] to, int i, double[] other, int j) {
        to[i] += other[j];
        to[i + 1] += other[j + 1];
        to[i + 2] += other[j + 2];
    }
}
