package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * What a {@link Model} is made of, to be filled in: arrays of the right length with MuJoCo's
 * built-in values in them. Flat and row-major; names are MuJoCo's. Bodies are in depth-first order
 * with the world first, joints, dofs and geoms in the order of their bodies.
 */
final class ModelArrays {

    ModelOptions options = ModelOptions.DEFAULTS;

    /** Pairs of bodies whose geoms never touch each other (2). */
    int[] excluded = {};

    final String[] bodyName;
    final int[] bodyParent;
    final int[] bodyJointCount;

    /** The first joint of the body, or -1. */
    final int[] bodyJointStart;

    final double[] bodyMass;

    /** Principal moments in the inertial frame (3). */
    final double[] bodyInertia;

    /** Centre of mass in the body frame (3). */
    final double[] bodyIpos;

    /** Rotation of the inertial frame (4). */
    final double[] bodyIquat;

    /** Place in the parent (3). */
    final double[] bodyPos;

    /** Rotation in the parent (4). */
    final double[] bodyQuat;

    /** Translational and rotational inverse weight at qpos0 (2). */
    final double[] bodyInvweight;

    final String[] jointName;
    final JointType[] jointType;
    final int[] jointBody;
    final boolean[] jointLimited;
    final double[] jointPos;
    final double[] jointAxis;
    final double[] jointStiffness;
    final double[] jointRange;
    final double[] jointMargin;
    final double[] jointSolref;
    final double[] jointSolimp;

    /** Gains of the implicit PD torque, 0 for none; N m/rad or N/m. */
    final double[] jointPdStiffness;

    /** N m s/rad or N s/m. */
    final double[] jointPdDamping;

    /** Largest PD force on each of the joint's dofs; infinite if unlimited. */
    final double[] jointPdLimit;

    /** Positions at the model's reference pose (nq). */
    final double[] qpos0;

    /** Positions at which springs are at rest (nq). */
    final double[] qposSpring;

    final double[] dofArmature;
    final double[] dofDamping;
    final double[] dofInvweight;

    final String[] geomName;
    final GeomType[] geomType;
    final int[] geomBody;
    final int[] geomContype;
    final int[] geomConaffinity;
    final int[] geomCondim;
    final double[] geomPos;
    final double[] geomQuat;
    final double[] geomSize;
    final double[] geomFriction;
    final double[] geomMargin;
    final double[] geomSolref;
    final double[] geomSolimp;
    final double[] geomSolmix;
    final int[] geomPriority;

    final String[] siteName;
    final int[] siteBody;
    final double[] sitePos;

    final String[] actuatorName;

    /** A hinge or slide joint. */
    final int[] actuatorJoint;

    final double[] actuatorGear;

    /** 0 for a motor (force = control), the gain of a position servo otherwise. */
    final double[] actuatorKp;

    /** Velocity gain of a position servo. */
    final double[] actuatorKv;

    final boolean[] actuatorCtrlLimited;
    final double[] actuatorCtrlRange;
    final boolean[] actuatorForceLimited;
    final double[] actuatorForceRange;

    /**
     * Sizes.
     *
     * @param bodies with the world
     * @param joints of all bodies
     * @param positions nq
     * @param dofs nv
     * @param geoms of all bodies
     * @param sites of all bodies
     * @param actuators nu
     */
    ModelArrays(
            int bodies, int joints, int positions, int dofs, int geoms, int sites, int actuators) {
        bodyName = names(bodies);
        bodyParent = new int[bodies];
        bodyJointCount = new int[bodies];
        bodyJointStart = new int[bodies];
        Arrays.fill(bodyJointStart, -1);
        bodyMass = new double[bodies];
        bodyInertia = new double[3 * bodies];
        bodyIpos = new double[3 * bodies];
        bodyIquat = rows(bodies, 1, 0, 0, 0);
        bodyPos = new double[3 * bodies];
        bodyQuat = rows(bodies, 1, 0, 0, 0);
        bodyInvweight = new double[2 * bodies];

        jointName = names(joints);
        jointType = new JointType[joints];
        Arrays.fill(jointType, JointType.HINGE);
        jointBody = new int[joints];
        jointLimited = new boolean[joints];
        jointPos = new double[3 * joints];
        jointAxis = rows(joints, 0, 0, 1);
        jointStiffness = new double[joints];
        jointRange = new double[2 * joints];
        jointMargin = new double[joints];
        jointSolref = rows(joints, 0.02, 1);
        jointSolimp = rows(joints, 0.9, 0.95, 0.001, 0.5, 2);
        jointPdStiffness = new double[joints];
        jointPdDamping = new double[joints];
        jointPdLimit = rows(joints, Double.POSITIVE_INFINITY);

        qpos0 = new double[positions];
        qposSpring = new double[positions];
        dofArmature = new double[dofs];
        dofDamping = new double[dofs];
        dofInvweight = new double[dofs];

        geomName = names(geoms);
        geomType = new GeomType[geoms];
        Arrays.fill(geomType, GeomType.SPHERE);
        geomBody = new int[geoms];
        geomContype = ones(geoms);
        geomConaffinity = ones(geoms);
        geomCondim = new int[geoms];
        Arrays.fill(geomCondim, 3);
        geomPos = new double[3 * geoms];
        geomQuat = rows(geoms, 1, 0, 0, 0);
        geomSize = new double[3 * geoms];
        geomFriction = rows(geoms, 1, 0.005, 0.0001);
        geomMargin = new double[geoms];
        geomSolref = rows(geoms, 0.02, 1);
        geomSolimp = rows(geoms, 0.9, 0.95, 0.001, 0.5, 2);
        geomSolmix = rows(geoms, 1);
        geomPriority = new int[geoms];

        siteName = names(sites);
        siteBody = new int[sites];
        sitePos = new double[3 * sites];

        actuatorName = names(actuators);
        actuatorJoint = new int[actuators];
        actuatorGear = rows(actuators, 1);
        actuatorKp = new double[actuators];
        actuatorKv = new double[actuators];
        actuatorCtrlLimited = new boolean[actuators];
        actuatorCtrlRange = new double[2 * actuators];
        actuatorForceLimited = new boolean[actuators];
        actuatorForceRange = new double[2 * actuators];
    }

    private static String[] names(int count) {
        String[] names = new String[count];
        Arrays.fill(names, "");
        return names;
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] rows(int count, double... row) {
        double[] rows = new double[count * row.length];
        Arrays.setAll(rows, i -> row[i % row.length]);
        return rows;
    }
}
