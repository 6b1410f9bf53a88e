package dev.strait.envs.physics;

/** A model's arrays, to be changed and compiled again. */
final class ModelCopy {

    private ModelCopy() {}

    static ModelArrays of(Model model, ModelNames names) {
        ModelArrays copy =
                new ModelArrays(
                        model.bodies,
                        model.joints,
                        model.nq,
                        model.nv,
                        model.geoms,
                        model.sites,
                        model.nu);
        copy.options = model.options();
        copy.excluded = model.excluded.clone();
        names.bodies().toArray(copy.bodyName);
        names.joints().toArray(copy.jointName);
        names.geoms().toArray(copy.geomName);
        names.sites().toArray(copy.siteName);
        names.actuators().toArray(copy.actuatorName);
        bodies(model, copy);
        joints(model, copy);
        geoms(model, copy);
        actuators(model, copy);
        return copy;
    }

    private static void bodies(Model model, ModelArrays copy) {
        fill(model.bodyParent, copy.bodyParent);
        fill(model.bodyJointCount, copy.bodyJointCount);
        fill(model.bodyJointStart, copy.bodyJointStart);
        fill(model.bodyMass, copy.bodyMass);
        fill(model.bodyInertia, copy.bodyInertia);
        fill(model.bodyIpos, copy.bodyIpos);
        fill(model.bodyIquat, copy.bodyIquat);
        fill(model.bodyPos, copy.bodyPos);
        fill(model.bodyQuat, copy.bodyQuat);
        fill(model.bodyInvweight, copy.bodyInvweight);
        fill(model.siteBody, copy.siteBody);
        fill(model.sitePos, copy.sitePos);
    }

    private static void joints(Model model, ModelArrays copy) {
        fill(model.jointType, copy.jointType);
        fill(model.jointBody, copy.jointBody);
        fill(model.jointLimited, copy.jointLimited);
        fill(model.jointPos, copy.jointPos);
        fill(model.jointAxis, copy.jointAxis);
        fill(model.jointStiffness, copy.jointStiffness);
        fill(model.jointRange, copy.jointRange);
        fill(model.jointMargin, copy.jointMargin);
        fill(model.jointSolref, copy.jointSolref);
        fill(model.jointSolimp, copy.jointSolimp);
        fill(model.jointPdStiffness, copy.jointPdStiffness);
        fill(model.jointPdDamping, copy.jointPdDamping);
        fill(model.jointPdLimit, copy.jointPdLimit);
        fill(model.qpos0, copy.qpos0);
        fill(model.qposSpring, copy.qposSpring);
        fill(model.dofArmature, copy.dofArmature);
        fill(model.dofDamping, copy.dofDamping);
        fill(model.dofInvweight, copy.dofInvweight);
    }

    private static void geoms(Model model, ModelArrays copy) {
        fill(model.geomType, copy.geomType);
        fill(model.geomBody, copy.geomBody);
        fill(model.geomContype, copy.geomContype);
        fill(model.geomConaffinity, copy.geomConaffinity);
        fill(model.geomCondim, copy.geomCondim);
        fill(model.geomPos, copy.geomPos);
        fill(model.geomQuat, copy.geomQuat);
        fill(model.geomSize, copy.geomSize);
        fill(model.geomFriction, copy.geomFriction);
        fill(model.geomMargin, copy.geomMargin);
        fill(model.geomSolref, copy.geomSolref);
        fill(model.geomSolimp, copy.geomSolimp);
        fill(model.geomSolmix, copy.geomSolmix);
        fill(model.geomPriority, copy.geomPriority);
    }

    private static void actuators(Model model, ModelArrays copy) {
        fill(model.actuatorJoint, copy.actuatorJoint);
        fill(model.actuatorGear, copy.actuatorGear);
        fill(model.actuatorKp, copy.actuatorKp);
        fill(model.actuatorKv, copy.actuatorKv);
        fill(model.actuatorCtrlLimited, copy.actuatorCtrlLimited);
        fill(model.actuatorCtrlRange, copy.actuatorCtrlRange);
        fill(model.actuatorForceLimited, copy.actuatorForceLimited);
        fill(model.actuatorForceRange, copy.actuatorForceRange);
    }

    /** Copies an array of any type onto one of the same length. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void fill(Object from, Object to) {
        System.arraycopy(from, 0, to, 0, java.lang.reflect.Array.getLength(from));
    }
}
