package dev.strait.envs.physics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What MuJoCo compiled of a model, as shared.data has it: a name, a count and numbers a line. */
final class CompiledArrays {

    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    CompiledArrays(Path dump) {
        try {
            for (String line : Files.readAllLines(dump)) {
                String[] words = line.strip().split(" ");
                double[] values =
                        Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
                arrays.put(words[0], values);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    double[] get(String name) {
        return arrays.get(name);
    }

    /** What of a model differs by more than a part, relative to 1 + its size. */
    List<String> differences(Model model, double part) {
        List<String> differences = new ArrayList<>();
        ours(model)
                .forEach(
                        (name, values) -> {
                            double[] expected = theirs(name);
                            double worst = worst(values, expected);
                            if (!(worst <= part)) {
                                differences.add(
                                        name
                                                + " "
                                                + worst
                                                + ": "
                                                + Arrays.toString(values)
                                                + " for "
                                                + Arrays.toString(expected));
                            }
                        });
        return differences;
    }

    /** Names of what two models do not have alike. */
    static List<String> differences(Model first, Model second, double part) {
        Map<String, double[]> expected = ours(second);
        List<String> differences = new ArrayList<>();
        ours(first)
                .forEach(
                        (name, values) -> {
                            if (!(worst(values, expected.get(name)) <= part)) {
                                differences.add(name);
                            }
                        });
        return differences;
    }

    /** The largest difference there is. */
    double worst(Model model) {
        return ours(model).entrySet().stream()
                .mapToDouble(entry -> worst(entry.getValue(), theirs(entry.getKey())))
                .max()
                .orElseThrow();
    }

    private static double worst(double[] values, double[] expected) {
        if (values.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = Math.abs(values[i] - expected[i]) / (1 + Math.abs(expected[i]));
            worst = difference <= worst ? worst : difference;
        }
        return worst;
    }

    private double[] theirs(String name) {
        if (name.equals("body_inertia")) {
            return tensors(arrays.get(name), arrays.get("body_iquat"));
        }
        if (name.equals("jnt_margin") || name.equals("jnt_range")) {
            return where(arrays.get("jnt_limited"), arrays.get(name));
        }
        if (name.endsWith("_quat")) {
            return matrices(arrays.get(name));
        }
        return arrays.get(name);
    }

    /** Rotations as matrices and inertias as tensors, since neither's parts are unique. */
    private static Map<String, double[]> ours(Model m) {
        Map<String, double[]> ours = new LinkedHashMap<>();
        ours.put("nbody", numbers(m.bodies));
        ours.put("njnt", numbers(m.joints));
        ours.put("nq", numbers(m.nq));
        ours.put("nv", numbers(m.nv));
        ours.put("nu", numbers(m.nu));
        ours.put("ngeom", numbers(m.geoms));
        ours.put("dt", new double[] {m.timestep});
        ours.put("rk4", numbers(m.options().integrator() == Integrator.RK4 ? 1 : 0));
        ours.put("gravity", m.gravity);
        ours.put("qpos0", m.qpos0);
        ours.put("qpos_spring", m.qposSpring);
        ours.put("body_parentid", numbers(m.bodyParent));
        ours.put("body_weldid", numbers(m.bodyWeld));
        ours.put("body_jntnum", numbers(m.bodyJointCount));
        ours.put("body_jntadr", numbers(m.bodyJointStart));
        ours.put("body_dofnum", numbers(m.bodyDofCount));
        ours.put("body_dofadr", numbers(m.bodyDofStart));
        ours.put("body_mass", m.bodyMass);
        ours.put("body_inertia", tensors(m.bodyInertia, m.bodyIquat));
        ours.put("body_ipos", m.bodyIpos);
        ours.put("body_pos", m.bodyPos);
        ours.put("body_quat", matrices(m.bodyQuat));
        ours.put("body_invweight0", m.bodyInvweight);
        ours.put("jnt_type", ordinals(m.jointType));
        ours.put("jnt_qposadr", numbers(m.jointPositionStart));
        ours.put("jnt_dofadr", numbers(m.jointDofStart));
        ours.put("jnt_bodyid", numbers(m.jointBody));
        double[] limited = new double[m.joints];
        for (int i = 0; i < m.joints; i++) {
            limited[i] = m.jointLimited[i] ? 1 : 0;
        }
        ours.put("jnt_limited", limited);
        ours.put("jnt_pos", m.jointPos);
        ours.put("jnt_axis", m.jointAxis);
        ours.put("jnt_stiffness", m.jointStiffness);
        ours.put("jnt_range", where(limited, m.jointRange));
        ours.put("jnt_margin", where(limited, m.jointMargin));
        ours.put("jnt_solref", m.jointSolref);
        ours.put("jnt_solimp", m.jointSolimp);
        ours.put("dof_bodyid", numbers(m.dofBody));
        ours.put("dof_parentid", numbers(m.dofParent));
        ours.put("dof_armature", m.dofArmature);
        ours.put("dof_damping", m.dofDamping);
        ours.put("dof_invweight0", m.dofInvweight);
        ours.put("geom_type", mujocoTypes(m.geomType));
        ours.put("geom_bodyid", numbers(m.geomBody));
        ours.put("geom_contype", numbers(m.geomContype));
        ours.put("geom_conaffinity", numbers(m.geomConaffinity));
        ours.put("geom_condim", numbers(m.geomCondim));
        ours.put("geom_pos", m.geomPos);
        ours.put("geom_quat", matrices(m.geomQuat));
        ours.put("geom_size", m.geomSize);
        ours.put("geom_friction", m.geomFriction);
        ours.put("geom_margin", m.geomMargin);
        ours.put("geom_solref", m.geomSolref);
        ours.put("geom_solimp", m.geomSolimp);
        ours.put("geom_solmix", m.geomSolmix);
        ours.put("geom_priority", numbers(m.geomPriority));
        double[] driven = new double[m.nu];
        Arrays.setAll(driven, i -> m.jointDofStart[m.actuatorJoint[i]]);
        ours.put("actuator_dof", driven);
        ours.put("actuator_gear", m.actuatorGear);
        ours.put("actuator_ctrlrange", m.actuatorCtrlRange);
        return ours;
    }

    /** A joint without stops has no use for its range and margin. */
    private static double[] where(double[] limited, double[] values) {
        double[] used = values.clone();
        int columns = limited.length == 0 ? 1 : values.length / limited.length;
        Arrays.setAll(used, i -> limited[i / columns] == 0 ? 0 : used[i]);
        return used;
    }

    private static double[] numbers(int... values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static double[] ordinals(Enum<?>[] values) {
        return Arrays.stream(values).mapToDouble(Enum::ordinal).toArray();
    }

    private static double[] mujocoTypes(GeomType[] types) {
        return Arrays.stream(types)
                .mapToDouble(
                        type ->
                                switch (type) {
                                    case PLANE -> 0;
                                    case SPHERE -> 2;
                                    case CAPSULE -> 3;
                                    case CYLINDER -> 5;
                                    case BOX -> 6;
                                })
                .toArray();
    }

    private static double[] matrices(double[] quaternions) {
        double[] matrices = new double[quaternions.length / 4 * 9];
        for (int i = 0; i < quaternions.length / 4; i++) {
            System.arraycopy(orientation(quaternions, i).matrix(), 0, matrices, 9 * i, 9);
        }
        return matrices;
    }

    private static double[] tensors(double[] moments, double[] quaternions) {
        double[] tensors = new double[moments.length * 3];
        for (int i = 0; i < moments.length / 3; i++) {
            double[] tensor =
                    BodyInertia.tensor(
                            orientation(quaternions, i),
                            Arrays.copyOfRange(moments, 3 * i, 3 * i + 3));
            System.arraycopy(tensor, 0, tensors, 9 * i, 9);
        }
        return tensors;
    }

    private static Orientation orientation(double[] q, int i) {
        return new Orientation(q[4 * i], q[4 * i + 1], q[4 * i + 2], q[4 * i + 3]);
    }
}
