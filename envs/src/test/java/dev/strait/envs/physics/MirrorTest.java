package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A walker thrown onto a floor, and the same in a mirror or in a frame turned by a quarter about
 * the vertical: places go over into places all the way, contacts, limits and drives included.
 */
class MirrorTest {

    /** How a place and an axis of turning look in another frame; the latter turn with det(Q). */
    private enum Frame {
        /** y → −y. */
        MIRROR_Y(p -> new double[] {p[0], -p[1], p[2]}, -1),
        /** x → −x. */
        MIRROR_X(p -> new double[] {-p[0], p[1], p[2]}, -1),
        /** x → y → −x. */
        QUARTER(p -> new double[] {-p[1], p[0], p[2]}, 1),
        /** A half turn. */
        HALF(p -> new double[] {-p[0], -p[1], p[2]}, 1);

        private final UnaryOperator<double[]> seen;
        private final double determinant;

        Frame(UnaryOperator<double[]> seen, double determinant) {
            this.seen = seen;
            this.determinant = determinant;
        }

        double[] place(double... p) {
            return seen.apply(p);
        }

        double[] axis(double... a) {
            double[] turned = seen.apply(a);
            for (int k = 0; k < 3; k++) {
                turned[k] *= determinant;
            }
            return turned;
        }
    }

    private static final UnaryOperator<double[]> SAME = UnaryOperator.identity();

    private static Simulation walker(
            Integrator integrator, UnaryOperator<double[]> place, UnaryOperator<double[]> axis) {
        BodySpec trunk =
                BodySpec.named("trunk")
                        .at(0, 0, 0.75)
                        .joint(JointSpec.free("root"))
                        .geom(GeomSpec.sphere("trunk", 0.15).mass(4));
        double kp = integrator == Integrator.IMPLICIT_PD ? 20 : 0;
        trunk.body(leg("left", place, axis, kp, 0.1, 0.2, 0.3));
        trunk.body(leg("right", place, axis, kp, 0.15, -0.25, -0.2));
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(ModelOptions.DEFAULTS.withIntegrator(integrator))
                                .geom(GeomSpec.plane("floor", 1, 1, 1).friction(0.8))
                                .body(trunk)
                                .build());
        double[] v = simulation.velocities();
        System.arraycopy(place.apply(new double[] {0.7, 0.4, -1}), 0, v, 0, 3);
        System.arraycopy(axis.apply(new double[] {1, -2, 0.5}), 0, v, 3, 3);
        for (int i = 6; i < v.length; i++) {
            v[i] = 1.5 - 0.3 * i;
        }
        return simulation;
    }

    private static BodySpec leg(
            String name,
            UnaryOperator<double[]> place,
            UnaryOperator<double[]> axis,
            double kp,
            double x,
            double y,
            double lean) {
        double[] hip = place.apply(new double[] {x, y, -0.05});
        double[] knee = place.apply(new double[] {lean * 0.4, 0.1 * lean, -0.3});
        double[] foot = place.apply(new double[] {0.2, 0.1, -0.3});
        return BodySpec.named(name)
                .at(hip[0], hip[1], hip[2])
                .joint(hinge(name + " hip", kp, axis.apply(new double[] {0.2, 1, 0.1})))
                .geom(GeomSpec.capsule(name, 0.05, new double[3], knee).mass(1))
                .body(
                        BodySpec.named(name + " shank")
                                .at(knee[0], knee[1], knee[2])
                                .joint(
                                        hinge(
                                                name + " knee",
                                                kp,
                                                axis.apply(new double[] {1, 0.3, 0})))
                                .geom(
                                        GeomSpec.capsule(name + " shank", 0.04, new double[3], foot)
                                                .mass(0.6)));
    }

    private static JointSpec hinge(String name, double kp, double... axis) {
        JointSpec hinge =
                JointSpec.hinge(name, axis[0], axis[1], axis[2])
                        .armature(0.01)
                        .damping(0.1)
                        .range(-0.5, 0.4);
        return kp > 0 ? hinge.pd(kp, 1, 5) : hinge.spring(10, 0.2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldMoveAlikeInAnotherFrame(Frame frame) {
        for (Integrator integrator : Integrator.values()) {
            Simulation here = walker(integrator, SAME, SAME);
            Simulation there = walker(integrator, frame::place, frame::axis);
            int touching = 0;
            double[] place = new double[3];
            double[] other = new double[3];
            for (int step = 0; step < 300; step++) {
                here.step();
                there.step();
                touching += here.contactCount() > 0 ? 1 : 0;
            }
            here.forward();
            there.forward();
            for (int body = 1; body < here.model().bodyCount(); body++) {
                here.bodyCentreOfMass(body, place, 0);
                there.bodyCentreOfMass(body, other, 0);
                double[] expected = frame.place(place);
                for (int k = 0; k < 3; k++) {
                    assertEquals(expected[k], other[k], 1e-7, integrator + ", body " + body);
                }
            }
            assertTrue(touching > 50, integrator + " touched " + touching + " times");
        }
    }
}
