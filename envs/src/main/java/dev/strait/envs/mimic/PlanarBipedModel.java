package dev.strait.envs.mimic;

import dev.strait.envs.motion.HumanoidLengths;
import dev.strait.envs.physics.BodySpec;
import dev.strait.envs.physics.GeomSpec;
import dev.strait.envs.physics.Integrator;
import dev.strait.envs.physics.JointSpec;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.ModelOptions;

/**
 * Seven links in the plane of x (forward) and z (up), 45 kg: trunk with head, and thigh, shank and
 * foot of each leg, of DeepMimic's proportions. It touches the ground alone.
 *
 * <p>q: x, z, pitch, then hip, knee, ankle of the right leg and of the left one.
 */
final class PlanarBipedModel {

    private static final double FRICTION = 0.9;
    private static final double ARMATURE = 0.005;

    /** Names of the driven joints in the order of q. */
    static final String[] DRIVEN = {
        "right hip", "right knee", "right ankle", "left hip", "left knee", "left ankle"
    };

    private PlanarBipedModel() {}

    static Model build() {
        ModelOptions options =
                ModelOptions.DEFAULTS
                        .withTimestep(MimicWorld.TIMESTEP)
                        .withIntegrator(Integrator.IMPLICIT_PD)
                        .withGravity(0, 0, -9.81);
        return new ModelBuilder(options).geom(ground()).body(trunk()).build();
    }

    private static GeomSpec ground() {
        return GeomSpec.plane("ground", 0, 0, 1)
                .contype(0)
                .conaffinity(1)
                .friction(FRICTION)
                .solref(0.01, 1);
    }

    private static BodySpec trunk() {
        return BodySpec.named("trunk")
                .joint(JointSpec.slide("x", 1, 0, 0))
                .joint(JointSpec.slide("z", 0, 0, 1))
                .joint(hinge("pitch"))
                .geom(rod("chest", 0.1, new double[] {0, 0, 0.07}, 0, 0, 0.45).mass(26))
                .geom(touching(GeomSpec.sphere("head", 0.1)).at(0, 0, 0.62).mass(2))
                .body(leg("right"))
                .body(leg("left"));
    }

    private static BodySpec leg(String side) {
        BodySpec foot =
                BodySpec.named(side + " foot")
                        .at(0, 0, -HumanoidLengths.SHANK)
                        .joint(driven(side + " ankle", -1.57, 1.57, 400, 40, 90))
                        .geom(
                                rod(
                                                side + " sole",
                                                0.0275,
                                                new double[] {-0.035, 0, -0.022},
                                                0.125,
                                                0,
                                                -0.022)
                                        .mass(1));
        BodySpec shank =
                BodySpec.named(side + " shank")
                        .at(0, 0, -HumanoidLengths.THIGH)
                        .joint(driven(side + " knee", -3, 0, 500, 50, 150))
                        .geom(
                                touching(GeomSpec.capsule(side + " shin", 0.05, 0.155))
                                        .at(0, 0, -0.2)
                                        .mass(3))
                        .body(foot);
        return BodySpec.named(side + " thigh")
                .joint(driven(side + " hip", -1.57, 2.57, 500, 50, 200))
                .geom(
                        touching(GeomSpec.capsule(side + " thigh", 0.055, 0.15))
                                .at(0, 0, -0.21)
                                .mass(4.5))
                .body(shank);
    }

    /** Positive takes x towards z. */
    private static JointSpec hinge(String name) {
        return JointSpec.hinge(name, 0, -1, 0);
    }

    private static JointSpec driven(
            String name, double lower, double upper, double kp, double kd, double most) {
        return hinge(name).range(lower, upper).armature(ARMATURE).pd(kp, kd, most);
    }

    private static GeomSpec rod(
            String name, double radius, double[] from, double x, double y, double z) {
        return touching(GeomSpec.capsule(name, radius, from, new double[] {x, y, z}));
    }

    private static GeomSpec touching(GeomSpec geom) {
        return geom.contype(1).conaffinity(0).friction(FRICTION).solref(0.01, 1);
    }
}
