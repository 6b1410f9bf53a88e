package dev.strait.envs.physics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Turns a description into the arrays of a {@link Model}. */
final class ModelCompiler {

    private final ModelBuilder builder;
    private final ModelTree tree;
    private final ModelArrays arrays;

    ModelCompiler(ModelBuilder builder) {
        this.builder = builder;
        tree = new ModelTree(builder.world);
        arrays =
                new ModelArrays(
                        tree.bodies.size(),
                        tree.joints.size(),
                        tree.positions,
                        tree.dofs,
                        tree.geoms.size(),
                        tree.sites,
                        builder.actuators.size());
    }

    /** Masses are scaled before the inverse weights are taken, which need a model themselves. */
    Model compile() {
        arrays.options = builder.options;
        bodies();
        joints();
        geoms();
        sites();
        actuators();
        exclusions();
        inverseWeights();
        return model();
    }

    private void bodies() {
        double scale = massScale();
        int joint = 0;
        for (int i = 0; i < tree.bodies.size(); i++) {
            BodySpec body = tree.bodies.get(i);
            BodySpec.Inertial inertial = tree.inertials.get(i);
            arrays.bodyName[i] = body.name;
            arrays.bodyParent[i] = tree.parents.get(i);
            arrays.bodyJointCount[i] = body.joints.size();
            arrays.bodyJointStart[i] = body.joints.isEmpty() ? -1 : joint;
            joint += body.joints.size();
            row(arrays.bodyPos, i, body.place);
            row(arrays.bodyQuat, i, body.orientation.numbers());
            arrays.bodyMass[i] = scale * inertial.mass();
            row(arrays.bodyIpos, i, inertial.place());
            row(arrays.bodyIquat, i, inertial.orientation().numbers());
            for (int k = 0; k < 3; k++) {
                arrays.bodyInertia[3 * i + k] = scale * inertial.moments()[k];
            }
        }
    }

    private double massScale() {
        double mass = tree.inertials.stream().mapToDouble(BodySpec.Inertial::mass).sum();
        return Double.isNaN(builder.totalMass) || mass == 0 ? 1 : builder.totalMass / mass;
    }

    private void joints() {
        int joint = 0;
        int position = 0;
        int dof = 0;
        for (int body = 0; body < tree.bodies.size(); body++) {
            for (JointSpec spec : tree.bodies.get(body).joints) {
                arrays.jointBody[joint] = body;
                joint(joint, spec);
                reference(position, spec, tree.bodies.get(body));
                for (int i = 0; i < spec.type.dofs(); i++) {
                    arrays.dofArmature[dof + i] = spec.armature;
                    arrays.dofDamping[dof + i] = spec.damping;
                }
                joint++;
                position += spec.type.positions();
                dof += spec.type.dofs();
            }
        }
    }

    private void joint(int i, JointSpec spec) {
        arrays.jointName[i] = spec.name;
        arrays.jointType[i] = spec.type;
        arrays.jointLimited[i] = spec.limited;
        row(arrays.jointPos, i, spec.place);
        row(arrays.jointAxis, i, spec.axis);
        arrays.jointStiffness[i] = spec.stiffness;
        row(arrays.jointRange, i, spec.range);
        arrays.jointMargin[i] = spec.margin;
        row(arrays.jointSolref, i, spec.solref);
        row(arrays.jointSolimp, i, spec.solimp);
        arrays.jointPdStiffness[i] = spec.pdStiffness;
        arrays.jointPdDamping[i] = spec.pdDamping;
        arrays.jointPdLimit[i] = spec.pdLimit;
    }

    private void reference(int position, JointSpec spec, BodySpec body) {
        double[] pose =
                switch (spec.type) {
                    case FREE -> {
                        double[] place = body.place;
                        double[] turn = body.orientation.numbers();
                        yield new double[] {
                            place[0], place[1], place[2], turn[0], turn[1], turn[2], turn[3]
                        };
                    }
                    case BALL -> new double[] {1, 0, 0, 0};
                    case SLIDE, HINGE -> new double[] {spec.reference};
                };
        double[] rest = spec.scalar() ? new double[] {spec.springReference} : pose;
        System.arraycopy(pose, 0, arrays.qpos0, position, pose.length);
        System.arraycopy(rest, 0, arrays.qposSpring, position, rest.length);
    }

    private void geoms() {
        int i = 0;
        for (int body = 0; body < tree.bodies.size(); body++) {
            for (GeomSpec geom : tree.bodies.get(body).geoms) {
                arrays.geomBody[i] = body;
                geom(i++, geom);
            }
        }
    }

    private void geom(int i, GeomSpec geom) {
        arrays.geomName[i] = geom.name;
        arrays.geomType[i] = geom.type;
        arrays.geomContype[i] = geom.contype;
        arrays.geomConaffinity[i] = geom.conaffinity;
        arrays.geomCondim[i] = geom.condim;
        row(arrays.geomPos, i, geom.place);
        row(arrays.geomQuat, i, geom.orientation.numbers());
        row(arrays.geomSize, i, geom.size);
        row(arrays.geomFriction, i, geom.friction);
        arrays.geomMargin[i] = geom.margin;
        row(arrays.geomSolref, i, geom.solref);
        row(arrays.geomSolimp, i, geom.solimp);
        arrays.geomSolmix[i] = geom.solmix;
        arrays.geomPriority[i] = geom.priority;
    }

    private void sites() {
        int i = 0;
        for (int body = 0; body < tree.bodies.size(); body++) {
            for (SiteSpec site : tree.bodies.get(body).sites) {
                arrays.siteName[i] = site.name();
                arrays.siteBody[i] = body;
                row(arrays.sitePos, i++, new double[] {site.x(), site.y(), site.z()});
            }
        }
    }

    private void actuators() {
        ModelTree.Names names = new ModelTree.Names();
        for (int i = 0; i < builder.actuators.size(); i++) {
            ActuatorSpec spec = builder.actuators.get(i);
            names.add("actuator", spec.name, spec);
            arrays.actuatorName[i] = spec.name;
            arrays.actuatorJoint[i] = driven(spec);
            arrays.actuatorGear[i] = spec.gear;
            arrays.actuatorKp[i] = spec.kp;
            arrays.actuatorKv[i] = spec.kv;
            arrays.actuatorCtrlLimited[i] = spec.controlLimited;
            row(arrays.actuatorCtrlRange, i, spec.controlRange);
            arrays.actuatorForceLimited[i] = spec.forceLimited;
            row(arrays.actuatorForceRange, i, spec.forceRange);
        }
    }

    private int driven(ActuatorSpec spec) {
        List<JointSpec> joints = tree.joints;
        for (int i = 0; i < joints.size(); i++) {
            if (!spec.joint.isEmpty() && joints.get(i).name.equals(spec.joint)) {
                if (joints.get(i).scalar()) {
                    return i;
                }
                String type = joints.get(i).type.name().toLowerCase(Locale.ROOT);
                throw new ModelException(
                        spec, "it drives a %s joint, but can drive hinges and slides only", type);
            }
        }
        throw new ModelException(spec, "there is no joint \"%s\" to drive", spec.joint);
    }

    private void exclusions() {
        List<String> names = tree.bodies.stream().map(body -> body.name).toList();
        arrays.excluded =
                builder.exclusions.stream()
                        .flatMapToInt(
                                pair ->
                                        IntStream.of(
                                                excluded(names, pair.first(), pair),
                                                excluded(names, pair.second(), pair)))
                        .toArray();
    }

    private static int excluded(List<String> names, String name, ExclusionSpec pair) {
        int body = name.isEmpty() ? -1 : names.indexOf(name);
        if (body < 0) {
            throw new ModelException(pair, "there is no body \"%s\"", name);
        }
        return body;
    }

    private void inverseWeights() {
        Model unweighted = model();
        try {
            new InverseWeights(unweighted).into(arrays);
        } catch (SymmetricInverse.Singular singular) {
            JointSpec joint = tree.joints.get(unweighted.dofJoint[singular.row]);
            throw new ModelException(
                    joint,
                    "the mass matrix is singular here: no mass resists this joint alone; give its"
                            + " body inertia or the joint an armature");
        }
    }

    private Model model() {
        try {
            return new Model(arrays);
        } catch (ContactPairs.Uncomputed contact) {
            throw new ModelException(tree.geoms.get(contact.geom), "%s", contact.getMessage());
        }
    }

    private static void row(double[] array, int row, double[] values) {
        System.arraycopy(values, 0, array, row * values.length, values.length);
    }
}
