package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One mechanism described in two ways moves in one way. */
class SameMotionTest {

    private static final double[] V = {0.5, -1, 2, 3, -4, 5, 1.5, -0.7};

    private static Simulation of(Integrator integrator, BodySpec body) {
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(ModelOptions.DEFAULTS.withIntegrator(integrator))
                                .body(body)
                                .build());
        System.arraycopy(V, 0, simulation.velocities(), 0, simulation.velocities().length);
        return simulation;
    }

    /** Centres of mass of the whole, its momenta and energy, after 0.4 s. */
    private static void assertSame(Simulation one, Simulation other, double tolerance) {
        one.step(200);
        other.step(200);
        one.forward();
        other.forward();
        assertEquals(one.kineticEnergy(), other.kineticEnergy(), 100 * tolerance);
        assertEquals(one.potentialEnergy(), other.potentialEnergy(), 100 * tolerance);
        double[] first = totals(one);
        double[] second = totals(other);
        for (int k = 0; k < first.length; k++) {
            assertEquals(first[k], second[k], tolerance, "total " + k);
        }
    }

    private static double[] totals(Simulation simulation) {
        double[] totals = new double[9];
        simulation.centreOfMass(totals, 0);
        simulation.linearMomentum(totals, 3);
        simulation.angularMomentum(totals, 6);
        return totals;
    }

    private static BodySpec free(GeomSpec... geoms) {
        BodySpec body = BodySpec.named("body").at(0, 0, 1).joint(JointSpec.free("root"));
        for (GeomSpec geom : geoms) {
            body.geom(geom);
        }
        return body;
    }

    private static GeomSpec box(String name, double x, double halfX, double mass) {
        Orientation turn = Orientation.about(1, 1, 0, 0.5);
        double[] place = turn.rotate(x, 0, 0);
        return GeomSpec.box(name, halfX, 0.1, 0.2)
                .turned(turn)
                .at(place[0] + 0.1, place[1], place[2] - 0.3)
                .mass(mass)
                .contype(0)
                .conaffinity(0);
    }

    /** A box sawn across at a third, and the pieces put together again, or welded. */
    @Test
    void shouldWeighPiecesAsTheWhole() {
        GeomSpec left = box("left", -0.2, 0.1, 1);
        GeomSpec right = box("right", 0.1, 0.2, 2);
        Simulation whole = of(Integrator.RK4, free(box("whole", 0, 0.3, 3)));
        assertSame(whole, of(Integrator.RK4, free(left, right)), 1e-9);

        BodySpec welded = free(left).body(BodySpec.named("piece").geom(right));
        assertSame(of(Integrator.RK4, free(left, right)), of(Integrator.RK4, welded), 1e-9);
    }

    /** Three slides and a ball have the same coordinates and velocities as a free joint. */
    @ParameterizedTest
    @EnumSource
    void shouldMoveOnSlidesAndABallAsFreely(Integrator integrator) {
        BodySpec jointed =
                BodySpec.named("body")
                        .at(0, 0, 1)
                        .joint(JointSpec.slide("x", 1, 0, 0))
                        .joint(JointSpec.slide("y", 0, 1, 0))
                        .joint(JointSpec.slide("z", 0, 0, 1))
                        .joint(JointSpec.ball("turn"))
                        .geom(box("whole", 0, 0.3, 3));
        Simulation free = of(integrator, free(box("whole", 0, 0.3, 3)));
        Simulation slides = of(integrator, jointed);
        assertSame(free, slides, 1e-9);
        for (int i = 0; i < 7; i++) {
            double reference = i == 2 ? 1 : 0;
            assertEquals(free.positions()[i], slides.positions()[i] + reference, 1e-10);
        }
        for (int i = 0; i < 6; i++) {
            assertEquals(free.accelerations()[i], slides.accelerations()[i], 1e-8);
        }
    }

    /** Two links on hinges, whose frames are turned by R: R⁻¹ is then in all that lies in them. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1.2", "0, 1, 0, -2", "0.5, -0.3, 1, 2.5"})
    void shouldNotDependOnTheFramesOfBodies(double x, double y, double z, double angle) {
        Orientation turn = Orientation.about(x, y, z, angle);
        assertSame(
                of(Integrator.RK4, links(Orientation.NONE)), of(Integrator.RK4, links(turn)), 1e-9);
    }

    private static BodySpec links(Orientation turn) {
        Orientation back = new Orientation(turn.w(), -turn.x(), -turn.y(), -turn.z());
        BiFunction<BodySpec, double[], BodySpec> filled =
                (body, axis) -> {
                    double[] turned = back.rotate(axis);
                    double[] anchor = back.rotate(0.05, 0, 0.1);
                    double[] place = back.rotate(0.1, 0.05, -0.2);
                    JointSpec hinge =
                            JointSpec.hinge(body.name, turned[0], turned[1], turned[2])
                                    .at(anchor[0], anchor[1], anchor[2])
                                    .spring(3, 0.2)
                                    .reference(0.1)
                                    .damping(0.02);
                    return body.joint(hinge)
                            .geom(
                                    GeomSpec.capsule(body.name, 0.05, 0.2)
                                            .turned(back)
                                            .at(place[0], place[1], place[2])
                                            .mass(1));
                };
        double[] hook = back.rotate(0.2, 0, -0.4);
        BodySpec lower = BodySpec.named("lower").at(hook[0], hook[1], hook[2]);
        BodySpec upper = BodySpec.named("upper").at(0, 0, 2).turned(turn);
        return filled.apply(upper, new double[] {0, 1, 0.3})
                .body(filled.apply(lower, new double[] {1, 0.5, 0}));
    }
}
