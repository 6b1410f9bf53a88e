package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where every pair of shapes touches, in any pose, against the shapes' signed distances. */
class ContactGeometryTest {

    private static final int POSES = 300;

    private final Pcg64 random = new Pcg64(17);
    private final double[] frame = new double[9];
    private final double[] position = new double[3];

    private static Simulation scene(Solid fixed, Solid free, double margin) {
        ModelBuilder builder =
                new ModelBuilder(ModelOptions.DEFAULTS.withMarginRule(MarginRule.MAX));
        builder.geom(fixed.fixed("fixed").margin(margin));
        BodySpec body = BodySpec.named("free").joint(JointSpec.free("root"));
        builder.body(body.geom(free.geom("free").mass(1).margin(margin)));
        Simulation simulation = new Simulation(builder.build());
        free.pose(simulation.positions());
        simulation.forward();
        return simulation;
    }

    private Solid drawn(GeomType kind) {
        double[] size = new double[3];
        for (int k = 0; k < 3; k++) {
            size[k] = random.nextDouble(0.1, 0.6);
        }
        Orientation turn =
                new Orientation(
                        random.nextDouble(-1, 1),
                        random.nextDouble(-1, 1),
                        random.nextDouble(-1, 1),
                        random.nextDouble(-1, 1));
        return Solid.upright(kind, size).turned(turn).at(coordinate(), coordinate(), coordinate());
    }

    private double coordinate() {
        return random.nextDouble(-0.8, 0.8);
    }

    /** Its point on the surface of a shape, and s further out along the normal. */
    private double[] beyond(double halfway, double s) {
        double[] point = new double[3];
        for (int k = 0; k < 3; k++) {
            point[k] = position[k] + (halfway + s) * frame[k];
        }
        return point;
    }

    /**
     * The normal leaves the first shape at x₁ = x − n d/2, the second, backwards, at x₂ = x + n
     * d/2. Both are convex, so x₁ and x₂ are as near as the shapes come if and only if the distance
     * grows as fast as the way along the normal: δ₁(x₁ + s n) = s, δ₂(x₂ − s n) = s.
     */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PLANE, SPHERE
                    PLANE, CAPSULE
                    PLANE, BOX
                    SPHERE, SPHERE
                    SPHERE, CAPSULE
                    SPHERE, BOX
                    CAPSULE, CAPSULE
                    CAPSULE, BOX
                    """)
    void shouldTouchWhereTheShapesAreNearest(GeomType first, GeomType second) {
        int overlapping = 0;
        for (int pose = 0; pose < POSES; pose++) {
            Solid one = drawn(first);
            Solid other = drawn(second);
            // A plane cannot move; of the others either may be the one that stands first.
            boolean swapped = first != GeomType.PLANE && first != second && pose % 2 == 1;
            Solid fixed = swapped ? other : one;
            Solid free = swapped ? one : other;
            Simulation simulation = scene(fixed, free, 20);
            int contact = Bodies.deepest(simulation);
            double d = simulation.contactDistance(contact);
            assertEquals(d < 0, scene(fixed, free, 0).contactCount() > 0, "pose " + pose);
            if (second == GeomType.BOX && d < (first == GeomType.CAPSULE ? -one.size()[0] : -1)) {
                // With the capsule's axis inside, the box is entered and not approached.
                continue;
            }
            simulation.contactPosition(contact, position, 0);
            simulation.contactFrame(contact, frame, 0);
            for (double s : new double[] {0, 0.3, 7}) {
                String where = "pose " + pose + ", " + s + " m out";
                assertEquals(s, one.distance(beyond(-d / 2, s)), 1e-9, where);
                assertEquals(s, other.distance(beyond(d / 2, -s)), 1e-9, where);
            }
            assertEquals(swapped ? 1 : 0, simulation.contactGeom1(contact));
            assertEquals(swapped ? 0 : 1, simulation.contactGeom2(contact));
            overlapping += d < 0 ? 1 : 0;
        }
        assertTrue(overlapping > 20 && overlapping < POSES - 20, overlapping + " overlap");
    }

    /** n × t₁ = t₂, all of length 1; t₁ is as near to y (or to z, if n is near y) as it can be. */
    @Test
    void shouldGiveEveryContactAFrame() {
        for (int pose = 0; pose < POSES; pose++) {
            Simulation simulation = scene(drawn(GeomType.SPHERE), drawn(GeomType.SPHERE), 20);
            simulation.contactFrame(0, frame, 0);
            double[] t = {frame[3], frame[4], frame[5]};
            double[] cross = {
                frame[1] * t[2] - frame[2] * t[1],
                frame[2] * t[0] - frame[0] * t[2],
                frame[0] * t[1] - frame[1] * t[0]
            };
            assertArrayEquals(new double[] {frame[6], frame[7], frame[8]}, cross, 1e-12);
            assertEquals(1, t[0] * t[0] + t[1] * t[1] + t[2] * t[2], 1e-12);
            assertEquals(0, frame[0] * t[0] + frame[1] * t[1] + frame[2] * t[2], 1e-12);
            int leaning = Math.abs(frame[1]) < 0.5 ? 1 : 2;
            assertEquals(Math.sqrt(1 - frame[leaning] * frame[leaning]), t[leaning], 1e-12);
        }
    }

    /** A capsule that leans on a floor: both ends, and a first tangent along its shadow. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 35, 120, 250})
    void shouldLayTheFirstTangentAlongACapsule(double degrees) {
        double angle = Math.toRadians(degrees);
        Orientation turn = Orientation.zOnto(Math.cos(angle), Math.sin(angle), 0.1);
        Solid capsule = Solid.upright(GeomType.CAPSULE, 0.1, 0.5).turned(turn).at(2, 3, 0.12);
        Simulation simulation = scene(Solid.upright(GeomType.PLANE), capsule, 0.1);

        assertEquals(2, simulation.contactCount());
        double sine = 0.1 / Math.sqrt(1.01);
        for (int end = 0; end < 2; end++) {
            double side = end == 0 ? 0.5 : -0.5;
            assertEquals(0.02 + side * sine, simulation.contactDistance(end), 1e-12);
            simulation.contactPosition(end, position, 0);
            double reach = side * Math.sqrt(1 - sine * sine);
            assertEquals(2 + reach * Math.cos(angle), position[0], 1e-12);
            assertEquals(3 + reach * Math.sin(angle), position[1], 1e-12);
            assertEquals(simulation.contactDistance(end) / 2, position[2], 1e-12);
            simulation.contactFrame(end, frame, 0);
            double[] expected = {
                0, 0, 1, Math.cos(angle), Math.sin(angle), 0, -Math.sin(angle), Math.cos(angle), 0
            };
            assertArrayEquals(expected, frame, 1e-12);
        }
    }

    @Test
    void shouldGiveAnUprightCapsuleAFrame() {
        Solid capsule = Solid.upright(GeomType.CAPSULE, 0.1, 0.5).at(0, 0, 0.55);
        Simulation simulation = scene(Solid.upright(GeomType.PLANE), capsule, 0);
        simulation.contactFrame(0, frame, 0);

        assertEquals(1, simulation.contactCount());
        assertArrayEquals(new double[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, frame, 0);
    }

    /** Side by side, one pushed on by 0.3 m: they touch along the stretch that they share. */
    @ParameterizedTest
    @CsvSource({"0.3, -0.2, 0.5", "-0.3, -0.5, 0.2", "0, -0.5, 0.5", "0.9, 0.4, 0.5"})
    void shouldTouchAtBothEndsOfWhatParallelCapsulesShare(double shift, double low, double high) {
        Orientation along = Orientation.about(0, 1, 0, Math.PI / 2);
        Solid lower = Solid.upright(GeomType.CAPSULE, 0.1, 0.5).turned(along);
        Solid upper = lower.at(shift, 0, 0.19);
        Simulation simulation = scene(lower, upper, 0);

        assertEquals(2, simulation.contactCount());
        double[] x = new double[2];
        for (int i = 0; i < 2; i++) {
            assertEquals(-0.01, simulation.contactDistance(i), 1e-12);
            simulation.contactFrame(i, frame, 0);
            assertEquals(1, frame[2], 1e-12);
            simulation.contactPosition(i, position, 0);
            assertEquals(0.095, position[2], 1e-12);
            x[i] = position[0];
        }
        assertEquals(low, Math.min(x[0], x[1]), 1e-9);
        assertEquals(high, Math.max(x[0], x[1]), 1e-9);
    }

    /** A point that two spheres share as centres leaves no direction: x is taken. */
    @ParameterizedTest
    @CsvSource({"SPHERE, SPHERE", "SPHERE, CAPSULE", "CAPSULE, CAPSULE"})
    void shouldPushApartWhatLiesInOnePlace(GeomType first, GeomType second) {
        Solid one = Solid.upright(first, 0.2, 0.3);
        Solid other = Solid.upright(second, 0.3, 0.4).turned(Orientation.about(1, 0, 0, 1));
        Simulation simulation = scene(one, other, 0);
        simulation.contactFrame(0, frame, 0);

        assertEquals(1, simulation.contactCount());
        assertEquals(-0.5, simulation.contactDistance(0), 1e-12);
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, frame, 1e-12);
    }

    /** Four corners below, none above, in the order of the bits of a corner's number. */
    @Test
    void shouldStandOnFourCorners() {
        Orientation slope = Orientation.about(1, 0, 0, 0.4);
        double[] up = slope.rotate(0, 0, 0.29);
        Solid box = Solid.upright(GeomType.BOX, 0.1, 0.2, 0.3).turned(slope);
        Solid plane = Solid.upright(GeomType.PLANE).turned(slope);
        Simulation simulation = scene(plane, box.at(up[0], up[1], up[2]), 10);

        assertEquals(4, simulation.contactCount());
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? -0.1 : 0.1;
            double y = (corner & 2) == 0 ? -0.2 : 0.2;
            simulation.contactPosition(corner, position, 0);
            assertArrayEquals(slope.rotate(x, y, -0.005), position, 1e-12);
            assertEquals(-0.01, simulation.contactDistance(corner), 1e-12);
        }
    }

    /** There is room for 16 at first. */
    @Test
    void shouldKeepEarlierContactsWhenThereAreMany() {
        Contacts contacts = new Contacts();
        for (int i = 0; i < 40; i++) {
            double angle = 0.1 * i;
            contacts.add(i, -i, i, 2 * i, 3 * i, Math.cos(angle), 0, Math.sin(angle));
        }
        for (int i = 0; i < 40; i++) {
            assertEquals(i, contacts.pair[i]);
            assertEquals(-i, contacts.distance[i]);
            assertEquals(3 * i, contacts.position[3 * i + 2]);
            assertEquals(Math.cos(0.1 * i), contacts.frame[9 * i]);
            assertEquals(1, Math.abs(contacts.frame[9 * i + 4]), 1e-15, "its tangent is along y");
        }
    }
}
