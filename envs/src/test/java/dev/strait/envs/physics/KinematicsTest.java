package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where bodies, shapes and sites are: rigid motions, one after the other. */
class KinematicsTest {

    /** x → R x + p. */
    private record Motion(Orientation turn, double... shift) {

        static Motion shift(double... by) {
            return new Motion(Orientation.NONE, by);
        }

        /** A turn that leaves the anchor where it is. */
        static Motion about(Orientation turn, double... anchor) {
            double[] moved = turn.rotate(anchor);
            return new Motion(
                    turn, anchor[0] - moved[0], anchor[1] - moved[1], anchor[2] - moved[2]);
        }

        /** What is moved in the frame that this motion has made. */
        Motion then(Motion inner) {
            return new Motion(turn.times(inner.turn), of(inner.shift));
        }

        double[] of(double... point) {
            double[] moved = turn.rotate(point);
            for (int k = 0; k < 3; k++) {
                moved[k] += shift[k];
            }
            return moved;
        }
    }

    private static final Orientation TILT = Orientation.about(1, -1, 2, 0.8);
    private static final Orientation LEAN = Orientation.about(0.3, 1, 0, -1.1);

    /** A cart that slides, turns and slides; on it a pole on a ball joint; a flag on that. */
    private static Model model() {
        BodySpec flag =
                BodySpec.named("flag")
                        .at(0, 0.1, 0.6)
                        .turned(LEAN)
                        .geom(GeomSpec.box("cloth", 0.2, 0.01, 0.1).at(0.2, 0, 0).turned(TILT))
                        .site(new SiteSpec("corner", 0.4, 0, -0.1));
        BodySpec pole =
                BodySpec.named("pole")
                        .at(0, 0.2, 0.1)
                        .joint(JointSpec.ball("socket").at(0, 0, -0.05))
                        .geom(GeomSpec.capsule("pole", 0.02, 0.3).at(0, 0, 0.3))
                        .body(flag);
        BodySpec cart =
                BodySpec.named("cart")
                        .at(1, 2, 3)
                        .turned(TILT)
                        .joint(JointSpec.slide("along", 1, 1, 0).reference(0.2))
                        .joint(JointSpec.hinge("turn", 0, 0.6, 0.8).at(0.3, 0, 0.1).reference(0.5))
                        .joint(JointSpec.slide("up", 0, 0, -1))
                        .geom(GeomSpec.sphere("cart", 0.1).at(0.1, 0.2, 0.3))
                        .body(pole);
        return new ModelBuilder(ModelOptions.DEFAULTS).body(cart).build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldPutOneMotionAfterTheOther(long seed) {
        Pcg64 random = new Pcg64(seed);
        double along = random.nextDouble(-1, 1);
        double angle = random.nextDouble(-4, 4);
        double up = random.nextDouble(-1, 1);
        Orientation ball =
                Orientation.about(random.nextDouble(), 0.3, -random.nextDouble(), 3 * angle);
        Simulation simulation = new Simulation(model());
        // Any length of a quaternion will do.
        double[] q = {
            0.2 + along, 0.5 + angle, up, 2 * ball.w(), 2 * ball.x(), 2 * ball.y(), 2 * ball.z()
        };
        System.arraycopy(q, 0, simulation.positions(), 0, q.length);
        simulation.forward();

        double part = along / Math.sqrt(2);
        Motion cart =
                new Motion(TILT, 1, 2, 3)
                        .then(Motion.shift(part, part, 0))
                        .then(Motion.about(Orientation.about(0, 0.6, 0.8, angle), 0.3, 0, 0.1))
                        .then(Motion.shift(0, 0, -up));
        Motion pole = cart.then(Motion.shift(0, 0.2, 0.1)).then(Motion.about(ball, 0, 0, -0.05));
        Motion flag = pole.then(new Motion(LEAN, 0, 0.1, 0.6));
        assertBody(cart, simulation, 1, new double[] {0.1, 0.2, 0.3});
        assertBody(pole, simulation, 2, new double[] {0, 0, 0.3});
        assertBody(flag, simulation, 3, new double[] {0.2, 0, 0});
        double[] found = new double[3];
        simulation.sitePosition(simulation.model().site("corner"), found, 0);
        assertArrayEquals(flag.of(0.4, 0, -0.1), found, 1e-12);
        double[] matrix = new double[9];
        simulation.geomMatrix(2, matrix, 0);
        assertArrayEquals(flag.turn().times(TILT).matrix(), matrix, 1e-12);
    }

    /** Each body has one shape, whose centre is its centre of mass. */
    private static void assertBody(Motion at, Simulation simulation, int body, double... centre) {
        double[] found = new double[3];
        simulation.bodyPosition(body, found, 0);
        assertArrayEquals(at.shift(), found, 1e-12);
        simulation.bodyCentreOfMass(body, found, 0);
        assertArrayEquals(at.of(centre), found, 1e-12);
        simulation.geomPosition(body - 1, found, 0);
        assertArrayEquals(at.of(centre), found, 1e-12);
        double[] quaternion = new double[4];
        simulation.bodyQuaternion(body, quaternion, 0);
        double[] matrix = new double[9];
        Rotation.toMatrix(quaternion, 0, matrix, 0);
        assertArrayEquals(at.turn().matrix(), matrix, 1e-12);
    }
}
