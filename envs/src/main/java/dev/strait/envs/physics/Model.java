package dev.strait.envs.physics;

import java.util.Arrays;
import java.util.List;

/**
 * An articulated body and its surroundings, compiled: everything about a world that does not
 * change. Immutable, so any number of {@link Simulation}s on any threads share one.
 *
 * <p>Inside the package it is flat, row-major arrays with MuJoCo's names ({@code ModelArrays}
 * describes them), which must not be written to. Body 0 is the world.
 */
public final class Model {

    final double timestep;
    final double[] gravity;

    final int bodies;
    final int joints;
    final int geoms;
    final int sites;

    /** Numbers in q. */
    final int nq;

    /** Numbers in v. */
    final int nv;

    /** Numbers in the controls. */
    final int nu;

    final int[] bodyParent;

    /** The nearest ancestor with joints, the body itself if it has any, else the world. */
    final int[] bodyWeld;

    final int[] bodyJointCount;
    final int[] bodyJointStart;
    final int[] bodyDofCount;
    final int[] bodyDofStart;

    /** The last dof that moves the body, or -1. */
    final int[] bodyLastDof;

    final double[] bodyMass;
    final double[] bodyInertia;
    final double[] bodyIpos;
    final double[] bodyIquat;
    final double[] bodyPos;
    final double[] bodyQuat;
    final double[] bodyInvweight;

    final JointType[] jointType;
    final int[] jointBody;
    final int[] jointPositionStart;
    final int[] jointDofStart;
    final boolean[] jointLimited;
    final double[] jointPos;
    final double[] jointAxis;
    final double[] jointStiffness;
    final double[] jointRange;
    final double[] jointMargin;
    final double[] jointSolref;
    final double[] jointSolimp;
    final double[] jointPdStiffness;
    final double[] jointPdDamping;
    final double[] jointPdLimit;

    final double[] qpos0;
    final double[] qposSpring;

    final int[] dofBody;
    final int[] dofJoint;

    /** The dof before it on the way to the root, or -1. */
    final int[] dofParent;

    final double[] dofArmature;
    final double[] dofDamping;
    final double[] dofInvweight;

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

    final int[] excluded;

    final int[] siteBody;
    final double[] sitePos;

    final int[] actuatorJoint;
    final double[] actuatorGear;
    final double[] actuatorKp;
    final double[] actuatorKv;
    final boolean[] actuatorCtrlLimited;
    final double[] actuatorCtrlRange;
    final boolean[] actuatorForceLimited;
    final double[] actuatorForceRange;

    /** Geoms that may touch, and how. */
    final ContactPairs pairs;

    private final ModelOptions options;
    private final ModelNames names;

    /**
     * Copies, derives the rest and checks.
     *
     * @throws IllegalArgumentException with the first thing that is wrong
     */
    Model(ModelArrays source) {
        options = source.options;
        timestep = options.timestep();
        gravity = new double[] {options.gravityX(), options.gravityY(), options.gravityZ()};
        names = new ModelNames(source);
        bodies = source.bodyParent.length;
        joints = source.jointType.length;
        geoms = source.geomType.length;
        sites = source.siteBody.length;
        nq = source.qpos0.length;
        nv = source.dofArmature.length;
        nu = source.actuatorJoint.length;

        bodyParent = source.bodyParent.clone();
        bodyJointCount = source.bodyJointCount.clone();
        bodyJointStart = source.bodyJointStart.clone();
        bodyMass = source.bodyMass.clone();
        bodyInertia = source.bodyInertia.clone();
        bodyIpos = source.bodyIpos.clone();
        bodyIquat = source.bodyIquat.clone();
        bodyPos = source.bodyPos.clone();
        bodyQuat = source.bodyQuat.clone();
        bodyInvweight = source.bodyInvweight.clone();

        jointType = source.jointType.clone();
        jointBody = source.jointBody.clone();
        jointLimited = source.jointLimited.clone();
        jointPos = source.jointPos.clone();
        jointAxis = source.jointAxis.clone();
        jointStiffness = source.jointStiffness.clone();
        jointRange = source.jointRange.clone();
        jointMargin = source.jointMargin.clone();
        jointSolref = source.jointSolref.clone();
        jointSolimp = source.jointSolimp.clone();
        jointPdStiffness = source.jointPdStiffness.clone();
        jointPdDamping = source.jointPdDamping.clone();
        jointPdLimit = source.jointPdLimit.clone();
        qpos0 = source.qpos0.clone();
        qposSpring = source.qposSpring.clone();
        dofArmature = source.dofArmature.clone();
        dofDamping = source.dofDamping.clone();
        dofInvweight = source.dofInvweight.clone();

        geomType = source.geomType.clone();
        geomBody = source.geomBody.clone();
        geomContype = source.geomContype.clone();
        geomConaffinity = source.geomConaffinity.clone();
        geomCondim = source.geomCondim.clone();
        geomPos = source.geomPos.clone();
        geomQuat = source.geomQuat.clone();
        geomSize = source.geomSize.clone();
        geomFriction = source.geomFriction.clone();
        geomMargin = source.geomMargin.clone();
        geomSolref = source.geomSolref.clone();
        geomSolimp = source.geomSolimp.clone();
        geomSolmix = source.geomSolmix.clone();
        geomPriority = source.geomPriority.clone();
        excluded = source.excluded.clone();
        siteBody = source.siteBody.clone();
        sitePos = source.sitePos.clone();

        actuatorJoint = source.actuatorJoint.clone();
        actuatorGear = source.actuatorGear.clone();
        actuatorKp = source.actuatorKp.clone();
        actuatorKv = source.actuatorKv.clone();
        actuatorCtrlLimited = source.actuatorCtrlLimited.clone();
        actuatorCtrlRange = source.actuatorCtrlRange.clone();
        actuatorForceLimited = source.actuatorForceLimited.clone();
        actuatorForceRange = source.actuatorForceRange.clone();

        ModelCheck.sizes(source);
        ModelTopology topology = new ModelTopology(source);
        bodyWeld = topology.bodyWeld;
        bodyDofCount = topology.bodyDofCount;
        bodyDofStart = topology.bodyDofStart;
        bodyLastDof = topology.bodyLastDof;
        jointPositionStart = topology.jointPositionStart;
        jointDofStart = topology.jointDofStart;
        dofBody = topology.dofBody;
        dofJoint = topology.dofJoint;
        dofParent = topology.dofParent;
        ModelCheck.values(this);
        pairs = new ContactPairs(this);
    }

    /** What holds for the whole model. */
    public ModelOptions options() {
        return options;
    }

    /** Seconds of a step. */
    public double timestep() {
        return timestep;
    }

    /** Bodies, the world among them. */
    public int bodyCount() {
        return bodies;
    }

    /** Joints. */
    public int jointCount() {
        return joints;
    }

    /** Geoms. */
    public int geomCount() {
        return geoms;
    }

    /** Length of q. */
    public int positionCount() {
        return nq;
    }

    /** Length of v. */
    public int dofCount() {
        return nv;
    }

    /** Length of the controls. */
    public int controlCount() {
        return nu;
    }

    /** Names in the order of their numbers; "" where there is none. */
    public List<String> bodyNames() {
        return names.bodies();
    }

    /** Names in the order of their numbers; "" where there is none. */
    public List<String> jointNames() {
        return names.joints();
    }

    /** Names in the order of their numbers; "" where there is none. */
    public List<String> geomNames() {
        return names.geoms();
    }

    /** Names in the order of their numbers; "" where there is none. */
    public List<String> siteNames() {
        return names.sites();
    }

    /** Names in the order of their numbers; "" where there is none. */
    public List<String> actuatorNames() {
        return names.actuators();
    }

    /**
     * The number of a body.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of that name
     */
    public int body(String name) {
        return ModelNames.find("body", name, names.bodies());
    }

    /** The number of a joint; errors as {@link #body}. */
    public int joint(String name) {
        return ModelNames.find("joint", name, names.joints());
    }

    /** The number of a geom; errors as {@link #body}. */
    public int geom(String name) {
        return ModelNames.find("geom", name, names.geoms());
    }

    /** The number of a site; errors as {@link #body}. */
    public int site(String name) {
        return ModelNames.find("site", name, names.sites());
    }

    /** The number of an actuator; errors as {@link #body}. */
    public int actuator(String name) {
        return ModelNames.find("actuator", name, names.actuators());
    }

    /** What the body hangs from; the world's is the world. */
    public int bodyParent(int body) {
        return bodyParent[body];
    }

    /** Kilograms of the body alone. */
    public double bodyMass(int body) {
        return bodyMass[body];
    }

    /** Kilograms of all bodies. */
    public double totalMass() {
        return Arrays.stream(bodyMass).sum();
    }

    /** What the joint leaves free. */
    public JointType jointType(int joint) {
        return jointType[joint];
    }

    /** Where the joint's numbers begin in q. */
    public int jointPositionStart(int joint) {
        return jointPositionStart[joint];
    }

    /** Where the joint's numbers begin in v. */
    public int jointDofStart(int joint) {
        return jointDofStart[joint];
    }

    /** Positions of the reference pose, a new array of nq. */
    public double[] referencePositions() {
        return qpos0.clone();
    }

    /** Lower end of what the control is held to; −∞ without a limit. */
    public double controlLow(int actuator) {
        return actuatorCtrlLimited[actuator]
                ? actuatorCtrlRange[2 * actuator]
                : Double.NEGATIVE_INFINITY;
    }

    /** Upper end of what the control is held to; ∞ without a limit. */
    public double controlHigh(int actuator) {
        return actuatorCtrlLimited[actuator]
                ? actuatorCtrlRange[2 * actuator + 1]
                : Double.POSITIVE_INFINITY;
    }

    /** Shape of the geom. */
    public GeomType geomType(int geom) {
        return geomType[geom];
    }

    /** Body that carries the geom. */
    public int geomBody(int geom) {
        return geomBody[geom];
    }

    /**
     * Sizes as {@link GeomType} orders them.
     *
     * @param axis 0, 1 or 2
     */
    public double geomSize(int geom, int axis) {
        return geomSize[3 * geom + axis];
    }

    /** Whether any two geoms of the model may touch each other and one of them is this. */
    public boolean geomTouches(int geom) {
        return pairs.contains(geom);
    }
}
