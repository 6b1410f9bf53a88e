package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a model that MuJoCo has compiled, as text: a line per array, {@code name count values…}.
 * Names, the medium and actuators other than motors are not in such a file.
 */
final class ModelDump {

    private final Map<String, double[]> arrays = new HashMap<>();

    private ModelDump(String text) {
        for (String line : text.split("\n")) {
            String[] words = line.trim().split(" +");
            if (words.length >= 2) {
                double[] values = new double[words.length - 2];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Double.parseDouble(words[i + 2]);
                }
                require(
                        Integer.parseInt(words[1]) == values.length,
                        "%s says %s values but has %s",
                        words[0],
                        words[1],
                        values.length);
                arrays.put(words[0], values);
            }
        }
    }

    /** The arrays in a file. */
    static ModelArrays read(Path file) throws IOException {
        return new ModelDump(Files.readString(file)).model();
    }

    private ModelArrays model() {
        ModelArrays model =
                new ModelArrays(
                        size("nbody"),
                        size("njnt"),
                        size("nq"),
                        size("nv"),
                        size("ngeom"),
                        0,
                        size("nu"));
        double[] gravity = array("gravity");
        model.options =
                ModelOptions.DEFAULTS
                        .withTimestep(array("dt")[0])
                        .withIntegrator(size("rk4") == 1 ? Integrator.RK4 : Integrator.EULER)
                        .withGravity(gravity[0], gravity[1], gravity[2]);
        bodies(model);
        joints(model);
        geoms(model);
        actuators(model);
        return model;
    }

    private void bodies(ModelArrays model) {
        copy("body_parentid", model.bodyParent);
        copy("body_jntnum", model.bodyJointCount);
        copy("body_jntadr", model.bodyJointStart);
        copy("body_mass", model.bodyMass);
        copy("body_inertia", model.bodyInertia);
        copy("body_ipos", model.bodyIpos);
        copy("body_iquat", model.bodyIquat);
        copy("body_pos", model.bodyPos);
        copy("body_quat", model.bodyQuat);
        copy("body_invweight0", model.bodyInvweight);
    }

    private void joints(ModelArrays model) {
        copy("qpos0", model.qpos0);
        copy("qpos_spring", model.qposSpring);
        double[] types = array("jnt_type");
        for (int i = 0; i < types.length; i++) {
            model.jointType[i] = JointType.values()[(int) types[i]];
            model.jointLimited[i] = array("jnt_limited")[i] == 1;
        }
        copy("jnt_bodyid", model.jointBody);
        copy("jnt_pos", model.jointPos);
        copy("jnt_axis", model.jointAxis);
        copy("jnt_stiffness", model.jointStiffness);
        copy("jnt_range", model.jointRange);
        copy("jnt_margin", model.jointMargin);
        copy("jnt_solref", model.jointSolref);
        copy("jnt_solimp", model.jointSolimp);
        copy("dof_armature", model.dofArmature);
        copy("dof_damping", model.dofDamping);
        copy("dof_invweight0", model.dofInvweight);
    }

    private void geoms(ModelArrays model) {
        double[] types = array("geom_type");
        for (int i = 0; i < types.length; i++) {
            model.geomType[i] =
                    switch ((int) types[i]) {
                        case 0 -> GeomType.PLANE;
                        case 2 -> GeomType.SPHERE;
                        case 3 -> GeomType.CAPSULE;
                        case 5 -> GeomType.CYLINDER;
                        case 6 -> GeomType.BOX;
                        default ->
                                throw new IllegalArgumentException(
                                        "geom %s has type %s, which is not known"
                                                .formatted(i, types[i]));
                    };
        }
        copy("geom_bodyid", model.geomBody);
        copy("geom_contype", model.geomContype);
        copy("geom_conaffinity", model.geomConaffinity);
        copy("geom_condim", model.geomCondim);
        copy("geom_pos", model.geomPos);
        copy("geom_quat", model.geomQuat);
        copy("geom_size", model.geomSize);
        copy("geom_friction", model.geomFriction);
        copy("geom_margin", model.geomMargin);
        copy("geom_solref", model.geomSolref);
        copy("geom_solimp", model.geomSolimp);
        copy("geom_solmix", model.geomSolmix);
        copy("geom_priority", model.geomPriority);
    }

    private void actuators(ModelArrays model) {
        double[] starts = array("jnt_dofadr");
        double[] dofs = array("actuator_dof");
        for (int i = 0; i < dofs.length; i++) {
            for (int joint = 0; joint < starts.length; joint++) {
                if (starts[joint] == dofs[i]) {
                    model.actuatorJoint[i] = joint;
                }
            }
            model.actuatorCtrlLimited[i] = true;
        }
        copy("actuator_gear", model.actuatorGear);
        copy("actuator_ctrlrange", model.actuatorCtrlRange);
    }

    private int size(String name) {
        return (int) array(name)[0];
    }

    private double[] array(String name) {
        double[] values = arrays.get(name);
        require(values != null, "a model without %s", name);
        return values;
    }

    private void copy(String name, double[] to) {
        double[] values = array(name);
        require(
                values.length == to.length,
                "%s has %s values, %s are needed",
                name,
                values.length,
                to.length);
        System.arraycopy(values, 0, to, 0, to.length);
    }

    private void copy(String name, int[] to) {
        double[] values = array(name);
        require(
                values.length == to.length,
                "%s has %s values, %s are needed",
                name,
                values.length,
                to.length);
        for (int i = 0; i < to.length; i++) {
            to[i] = (int) values[i];
        }
    }
}
