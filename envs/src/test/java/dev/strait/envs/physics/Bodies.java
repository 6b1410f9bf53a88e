package dev.strait.envs.physics;

import dev.strait.envs.physics.mjcf.MjcfReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Small models with known answers, and rows of recorded numbers. */
final class Bodies {

    private Bodies() {}

    static ModelOptions rungeKutta(double timestep) {
        return ModelOptions.DEFAULTS.withIntegrator(Integrator.RK4).withTimestep(timestep);
    }

    /** Two thin rods of 1 m and 1 kg (capsules, almost thin), hanging, turning about y. */
    static Model doublePendulum(double timestep) {
        return new ModelBuilder(rungeKutta(timestep))
                .body(
                        rod("upper")
                                .joint(JointSpec.hinge("shoulder", 0, 1, 0))
                                .body(
                                        rod("lower")
                                                .at(0, 0, -1)
                                                .joint(JointSpec.hinge("elbow", 0, 1, 0))))
                .build();
    }

    private static BodySpec rod(String name) {
        return BodySpec.named(name)
                .inertial(1, new double[] {0, 0, -0.5}, new double[] {ROD, ROD, 1e-4, 0, 0, 0});
    }

    /** Moment of inertia of a rod of 1 m and 1 kg about its middle. */
    static final double ROD = 1.0 / 12;

    /** A free box of 1 kg, 0.4 by 0.2 by 0.1 m, far from everything. */
    static Model freeBox(ModelOptions options) {
        return new ModelBuilder(options)
                .body(
                        BodySpec.named("box")
                                .joint(JointSpec.free("root"))
                                .geom(GeomSpec.box("box", 0.2, 0.1, 0.05).mass(1)))
                .build();
    }

    /** A 1 kg box on a floor, under tilted gravity. */
    static Model boxOnSlope(double degrees, double friction) {
        double angle = Math.toRadians(degrees);
        return new ModelBuilder(
                        ModelOptions.DEFAULTS.withGravity(
                                9.81 * Math.sin(angle), 0, -9.81 * Math.cos(angle)))
                .geom(GeomSpec.plane("slope", 5, 5, 1).friction(friction))
                .body(
                        BodySpec.named("box")
                                .at(0, 0, 0.05)
                                .joint(JointSpec.free("root"))
                                .geom(
                                        GeomSpec.box("box", 0.2, 0.2, 0.05)
                                                .mass(1)
                                                .friction(friction)))
                .build();
    }

    static Model sphereOnFloor(ModelOptions options, double radius, double height) {
        return new ModelBuilder(options)
                .geom(GeomSpec.plane("floor", 5, 5, 1))
                .body(
                        BodySpec.named("ball")
                                .at(0, 0, height)
                                .joint(JointSpec.free("root"))
                                .geom(GeomSpec.sphere("ball", radius).mass(2)))
                .build();
    }

    /** A trunk with two hinged limbs that touch a floor and each other. */
    static Simulation mixed() {
        return new Simulation(MjcfReader.resource(Bodies.class, "mixed.xml", MarginRule.SUM));
    }

    /** One of the model files of the locomotion worlds. */
    static Model locomotion(String name) {
        return MjcfReader.resource(
                Bodies.class, "/dev/strait/envs/locomotion/" + name + ".xml", MarginRule.SUM);
    }

    /** The contact of the smallest distance. */
    static int deepest(Simulation simulation) {
        int deepest = 0;
        for (int i = 1; i < simulation.contactCount(); i++) {
            if (simulation.contactDistance(i) < simulation.contactDistance(deepest)) {
                deepest = i;
            }
        }
        return deepest;
    }

    static List<double[]> rows(String file) throws IOException {
        try (InputStream in = Bodies.class.getResourceAsStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(",")))
                    .map(row -> row.mapToDouble(Double::parseDouble).toArray())
                    .toList();
        }
    }
}
