package dev.strait.envs.mimic;

import dev.strait.envs.motion.HumanoidLengths;
import dev.strait.envs.physics.BodySpec;
import dev.strait.envs.physics.GeomSpec;
import dev.strait.envs.physics.Integrator;
import dev.strait.envs.physics.JointSpec;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.ModelOptions;
import dev.strait.envs.physics.Orientation;

/**
 * DeepMimic's humanoid (Peng et al. 2018, {@code data/characters/humanoid3d}): 13 moving bodies of
 * 45 kg in all, x forward, y up, z to the right. A ball joint is held within a cone as wide as the
 * widest of the source's limits along its axes. It touches the ground alone.
 */
final class HumanoidModel {

    private static final double FRICTION = 0.9;
    private static final Orientation UPRIGHT = Orientation.zOnto(0, 1, 0);

    private HumanoidModel() {}

    /** Reach of a ball joint, in radians. */
    static double reach(String joint) {
        return switch (joint) {
            case "chest" -> 1.2;
            case "neck" -> 1;
            case "right hip", "left hip" -> 2.57;
            case "right ankle", "left ankle" -> 1.57;
            default -> Math.PI;
        };
    }

    static Model build() {
        ModelOptions options =
                ModelOptions.DEFAULTS
                        .withTimestep(MimicWorld.TIMESTEP)
                        .withIntegrator(Integrator.IMPLICIT_PD)
                        .withGravity(0, -9.81, 0);
        GeomSpec ground =
                GeomSpec.plane("ground", 0, 0, 1)
                        .turned(UPRIGHT)
                        .contype(0)
                        .conaffinity(1)
                        .friction(FRICTION);
        return new ModelBuilder(options).geom(ground).body(root()).build();
    }

    private static BodySpec root() {
        return BodySpec.named("root")
                .at(0, 0.89, 0)
                .joint(JointSpec.free("root"))
                .geom(ball("root", 0.09, 0.07, 6))
                .body(
                        BodySpec.named("chest")
                                .at(0, HumanoidLengths.SPINE, 0)
                                .joint(joint("chest", 1000, 100, 200))
                                .geom(ball("chest", 0.11, 0.12, 14))
                                .body(
                                        BodySpec.named("neck")
                                                .at(0, 0.223894, 0)
                                                .joint(joint("neck", 100, 10, 50))
                                                .geom(ball("neck", 0.1025, 0.175, 2)))
                                .body(arm("right", 1))
                                .body(arm("left", -1)))
                .body(leg("right", 1))
                .body(leg("left", -1));
    }

    private static BodySpec arm(String side, int sign) {
        BodySpec forearm =
                BodySpec.named(side + " elbow")
                        .at(0, -HumanoidLengths.UPPER_ARM, 0)
                        .joint(hinge(side + " elbow", 0, Math.PI, 300, 30, 60))
                        .geom(limb(side + " forearm", 0.04, 0.0675, 0.12, 1))
                        .geom(ball(side + " wrist", 0.04, -HumanoidLengths.FOREARM, 0.5));
        return BodySpec.named(side + " shoulder")
                .at(
                        -HumanoidLengths.SHOULDER_BACK,
                        HumanoidLengths.SHOULDER_UP,
                        sign * HumanoidLengths.SHOULDER_OUT)
                .joint(joint(side + " shoulder", 400, 40, 100))
                .geom(limb(side + " upper arm", 0.045, 0.09, 0.14, 1.5))
                .body(forearm);
    }

    private static BodySpec leg(String side, int sign) {
        BodySpec foot =
                BodySpec.named(side + " ankle")
                        .at(0, -HumanoidLengths.SHANK, 0)
                        .joint(joint(side + " ankle", 400, 40, 90))
                        .geom(
                                touching(GeomSpec.box(side + " foot", 0.0885, 0.0275, 0.045))
                                        .at(0.045, -0.0225, 0)
                                        .mass(1));
        BodySpec shank =
                BodySpec.named(side + " knee")
                        .at(0, -HumanoidLengths.THIGH, 0)
                        .joint(hinge(side + " knee", -Math.PI, 0, 500, 50, 150))
                        .geom(limb(side + " shin", 0.05, 0.155, 0.2, 3))
                        .body(foot);
        return BodySpec.named(side + " hip")
                .at(0, 0, sign * HumanoidLengths.HIP_OUT)
                .joint(joint(side + " hip", 500, 50, 200))
                .geom(limb(side + " thigh", 0.055, 0.15, 0.21, 4.5))
                .body(shank);
    }

    private static JointSpec joint(String name, double kp, double kd, double most) {
        return JointSpec.ball(name).range(0, reach(name)).pd(kp, kd, most);
    }

    private static JointSpec hinge(
            String name, double lower, double upper, double kp, double kd, double most) {
        return JointSpec.hinge(name, 0, 0, 1).range(lower, upper).pd(kp, kd, most);
    }

    private static GeomSpec ball(String name, double radius, double up, double mass) {
        return touching(GeomSpec.sphere(name, radius)).at(0, up, 0).mass(mass);
    }

    private static GeomSpec limb(
            String name, double radius, double half, double down, double mass) {
        return touching(GeomSpec.capsule(name, radius, half))
                .at(0, -down, 0)
                .turned(UPRIGHT)
                .mass(mass);
    }

    private static GeomSpec touching(GeomSpec geom) {
        return geom.contype(1).conaffinity(0).friction(FRICTION);
    }
}
