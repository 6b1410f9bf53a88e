package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place on a segment that is nearest to a box, or deepest inside, against a scan of it. */
class BoxSegmentTest {

    private static final double[] HALF = {0.5, 0.3, 0.2};
    private static final int PARTS = 2_000;

    private final Pcg64 random = new Pcg64(29);
    private final double[] centre = new double[3];
    private final double[] axis = new double[3];

    private double distance(double t) {
        Solid box = Solid.upright(GeomType.BOX, HALF);
        return box.distance(
                centre[0] + t * axis[0], centre[1] + t * axis[1], centre[2] + t * axis[2]);
    }

    private double draw(double reach) {
        return random.nextDouble(-reach, reach);
    }

    /** The scan's best is off by no more than half a part of the segment, of 2 m at most. */
    private void check(int pose) {
        BoxSegment segment = new BoxSegment();
        segment.set(centre, axis, 1, HALF, 0);
        double found = distance(segment.nearest());
        double best = Double.POSITIVE_INFINITY;
        for (int part = 0; part <= PARTS; part++) {
            best = Math.min(best, distance(2.0 * part / PARTS - 1));
        }
        assertEquals(best, found, 2.0 / PARTS, () -> "pose " + pose);
    }

    /** With a reach of 0.3 most segments enter the box, with 1.5 hardly any. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6, 1.5})
    void shouldBeNearestOrDeepest(double reach) {
        for (int pose = 0; pose < 500; pose++) {
            for (int k = 0; k < 3; k++) {
                centre[k] = draw(reach);
                axis[k] = draw(0.6);
            }
            check(pose);
        }
    }

    /** Along an edge or a face of the box, where slopes vanish. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldBeNearestOrDeepestAlongTheBoxesOwnAxes(int along) {
        for (int pose = 0; pose < 200; pose++) {
            for (int k = 0; k < 3; k++) {
                centre[k] = pose % 3 == k ? HALF[k] : draw(0.7);
                axis[k] = k == along ? draw(0.9) : 0;
            }
            check(pose);
        }
    }
}
