package dev.strait.envs.physics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of a description in the order of their numbers: bodies depth-first, the world first,
 * joints, geoms and sites body by body. Refuses what no model may be.
 */
final class ModelTree {

    static final int MOST_BODIES = 1000;
    static final int MOST_GEOMS = 2000;
    static final int MOST_DOFS = 400;
    private static final int DEEPEST = 200;
    private static final double LIGHTEST = 1e-15;

    final List<BodySpec> bodies = new ArrayList<>();
    final List<Integer> parents = new ArrayList<>();
    final List<JointSpec> joints = new ArrayList<>();
    final List<GeomSpec> geoms = new ArrayList<>();
    final List<BodySpec.Inertial> inertials = new ArrayList<>();
    private final Names names = new Names();

    int sites;
    int positions;
    int dofs;

    ModelTree(BodySpec world) {
        add(world, 0, 0, false);
        requireMass();
    }

    private void add(BodySpec body, int parent, int depth, boolean carried) {
        refuseIf(depth > DEEPEST, body, "bodies may hang %s deep on each other", DEEPEST);
        int number = bodies.size();
        refuseIf(number >= MOST_BODIES, body, "a model may have %s bodies", MOST_BODIES);
        names.add("body", body.name, body);
        bodies.add(body);
        parents.add(parent);
        inertials.add(number == 0 ? BodyInertia.nothing(body) : BodyInertia.of(body));
        addJoints(body, number, parent);
        boolean moves = carried || !body.joints.isEmpty();
        geoms.addAll(body.geoms);
        sites += body.sites.size();
        refuseIf(geoms.size() > MOST_GEOMS, body, "a model may have %s geoms", MOST_GEOMS);
        for (GeomSpec geom : body.geoms) {
            names.add("geom", geom.name, geom);
            refuseIf(moves && geom.type == GeomType.PLANE, geom, "a plane cannot move");
        }
        body.sites.forEach(site -> names.add("site", site.name(), site));
        for (BodySpec child : body.bodies) {
            add(child, number, depth + 1, moves);
        }
    }

    private void addJoints(BodySpec body, int number, int parent) {
        boolean turned = false;
        for (JointSpec joint : body.joints) {
            boolean turns = joint.type != JointType.SLIDE;
            refuseIf(turned && turns, joint, "a ball must be the last rotation of its body");
            turned |= joint.type == JointType.BALL;
            add(joint, body, number, parent);
        }
    }

    private void add(JointSpec joint, BodySpec body, int number, int parent) {
        refuseIf(number == 0, joint, "the world does not move");
        refuseIf(
                joint.type == JointType.FREE && (parent != 0 || body.joints.size() > 1),
                joint,
                "a free joint must be the only joint of a body of the world");
        names.add("joint", joint.name, joint);
        joints.add(joint);
        positions += joint.type.positions();
        dofs += joint.type.dofs();
        refuseIf(dofs > MOST_DOFS, joint, "a model may have %s degrees of freedom", MOST_DOFS);
    }

    /** What moves has mass: its own or that of bodies welded to it. */
    private void requireMass() {
        double[] welded = new double[bodies.size()];
        for (int body = bodies.size() - 1; body > 0; body--) {
            welded[body] += inertials.get(body).mass();
            boolean moves = !bodies.get(body).joints.isEmpty();
            refuseIf(
                    moves && !(welded[body] > LIGHTEST),
                    bodies.get(body),
                    "it moves, so it needs mass; give it an inertial or a geom of some density");
            if (!moves) {
                welded[parents.get(body)] += welded[body];
            }
        }
    }

    private static void refuseIf(boolean wrong, Object part, String problem, Object... values) {
        if (wrong) {
            throw new ModelException(part, problem, values);
        }
    }

    /** Unique within their kind. */
    static final class Names {
        private final Set<String> taken = new HashSet<>();

        void add(String kind, String name, Object part) {
            boolean fresh = name.isEmpty() || taken.add(kind + " " + name);
            refuseIf(!fresh, part, "another %s has this name", kind);
        }
    }
}
