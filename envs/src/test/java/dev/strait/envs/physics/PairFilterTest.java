package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which geoms may touch, and whose parameters count. */
class PairFilterTest {

    private static BodySpec ball(String name, JointSpec... joints) {
        BodySpec body = BodySpec.named(name).geom(GeomSpec.sphere(name, 0.1).mass(1));
        for (JointSpec joint : joints) {
            body.joint(joint);
        }
        return body;
    }

    private static JointSpec hinge(String name) {
        return JointSpec.hinge(name, 0, 1, 0);
    }

    private static Set<String> pairs(ModelBuilder builder) {
        Model model = builder.build();
        Set<String> found = new TreeSet<>();
        for (int pair = 0; pair < model.pairs.count; pair++) {
            String first = model.geomNames().get(model.pairs.geom1[pair]);
            found.add(first + "-" + model.geomNames().get(model.pairs.geom2[pair]));
        }
        return found;
    }

    /**
     * floor; root (a free body) with hand and tail (welded to it) and, between them, arm (hinged to
     * it), finger (hinged to the arm); post (a body of the world without joints) with flag (hinged
     * to it).
     */
    private static ModelBuilder family() {
        BodySpec arm = ball("arm", hinge("elbow")).body(ball("finger", hinge("knuckle")));
        return new ModelBuilder(ModelOptions.DEFAULTS)
                .geom(GeomSpec.plane("floor", 1, 1, 1))
                .body(
                        ball("root", JointSpec.free("free"))
                                .body(ball("hand"))
                                .body(arm)
                                .body(ball("tail")))
                .body(ball("post").body(ball("flag", hinge("pole"))));
    }

    /**
     * Not: what is rigidly joined (root-hand, hand-tail, floor-post), what hangs from each other
     * (root-arm, hand-arm, arm-tail, arm-finger). But the world does not count as what something
     * hangs from.
     */
    @Test
    void shouldKeepRelativesApartButNotTheWorld() {
        assertEquals(
                Set.of(
                        "floor-root",
                        "floor-hand",
                        "floor-arm",
                        "floor-finger",
                        "floor-flag",
                        "floor-tail",
                        "finger-tail",
                        "tail-post",
                        "tail-flag",
                        "root-finger",
                        "hand-finger",
                        "root-post",
                        "hand-post",
                        "arm-post",
                        "finger-post",
                        "root-flag",
                        "hand-flag",
                        "arm-flag",
                        "finger-flag",
                        "post-flag"),
                pairs(family()));
    }

    @ParameterizedTest
    @CsvSource({"root, finger", "finger, root"})
    void shouldKeepExcludedBodiesApartInEitherOrder(String first, String second) {
        Set<String> all = pairs(family());
        Set<String> left = pairs(family().exclude(new ExclusionSpec(first, second)));

        all.removeAll(left);
        assertEquals(Set.of("root-finger"), all);
    }

    /** One geom's type has to meet the other's affinity, in one direction. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, true",
        "1, 0, 0, 1, true",
        "0, 1, 1, 0, true",
        "1, 0, 1, 0, false",
        "0, 1, 0, 1, false",
        "2, 1, 1, 2, true",
        "2, 1, 2, 1, false",
        "6, 0, 0, 4, true",
        "6, 0, 0, 8, false",
        "0, 0, 0, 0, false"
    })
    void shouldMatchTypesWithAffinities(int t1, int a1, int t2, int a2, boolean touch) {
        ModelBuilder builder =
                mixed(
                        GeomSpec.sphere("a", 1).contype(t1).conaffinity(a1),
                        GeomSpec.sphere("b", 1).contype(t2).conaffinity(a2));
        assertEquals(touch ? Set.of("a-b") : Set.of(), pairs(builder));
    }

    private static ModelBuilder mixed(GeomSpec a, GeomSpec b) {
        return new ModelBuilder(ModelOptions.DEFAULTS)
                .geom(a)
                .body(BodySpec.named("b").joint(JointSpec.free("j")).geom(b.mass(1)));
    }

    /** The simpler shape comes first, whichever is described first. */
    @ParameterizedTest
    @CsvSource({"false, b-a", "true, a-b"})
    void shouldPutTheSimplerShapeFirst(boolean alike, String expected) {
        GeomSpec b = alike ? GeomSpec.capsule("b", 1, 1) : GeomSpec.sphere("b", 1);
        assertEquals(Set.of(expected), pairs(mixed(GeomSpec.capsule("a", 1, 1), b)));
    }

    /**
     * What a solref of 0.02 and 0.1 (or of −500 and −100), a solmix and a priority give. Of
     * stiffnesses and dampings the smaller number counts, of a higher priority its own.
     */
    @ParameterizedTest
    @CsvSource({
        "0.02, 0.1, 1, 1, 0, 0, 0.06, 0.3, 3",
        "0.02, 0.1, 1, 3, 0, 0, 0.08, 0.3, 3",
        "0.02, 0.1, 0, 0, 0, 0, 0.06, 0.3, 3",
        "0.02, 0.1, 0, 1, 0, 0, 0.1, 0.3, 3",
        "0.02, 0.1, 1, 0, 0, 0, 0.02, 0.3, 3",
        "0.02, 0.1, 1, 1, 1, 0, 0.02, 0.2, 1",
        "0.02, 0.1, 1, 1, 0, 1, 0.1, 0.3, 3",
        "0.02, 0.1, 1, 1, -1, -2, 0.02, 0.2, 1",
        "-500, -100, 1, 1, 0, 0, -500, 0.3, 3",
        "-500, 0.1, 1, 1, 0, 0, -500, 0.3, 3",
        "0.02, -100, 1, 1, 0, 0, -100, 0.3, 3",
        "-500, -100, 1, 1, 0, 1, -100, 0.3, 3"
    })
    void shouldMix(
            double refA,
            double refB,
            double mixA,
            double mixB,
            int rankA,
            int rankB,
            double reference,
            double friction,
            int condim) {
        GeomSpec a = spec("a", refA, mixA, rankA).friction(0.2).condim(1);
        GeomSpec b = spec("b", refB, mixB, rankB).friction(0.3).condim(3);
        ContactPairs pairs = mixed(a, b).build().pairs;

        assertEquals(reference, pairs.solref[0], 1e-12);
        assertEquals(friction, pairs.friction[0]);
        assertEquals(condim, pairs.condim[0]);
    }

    private static GeomSpec spec(String name, double reference, double mix, int rank) {
        double second = reference > 0 ? 1 : -10;
        return GeomSpec.sphere(name, 1).solref(reference, second).solmix(mix).priority(rank);
    }

    @Test
    void shouldMixImpedancesByTheirWeights() {
        GeomSpec a = GeomSpec.sphere("a", 1).solimp(0.5, 0.6, 0.1, 0.4, 1).solmix(1);
        GeomSpec b = GeomSpec.sphere("b", 1).solimp(0.9, 0.8, 0.3, 0.6, 3).solmix(3);
        double[] expected = {0.8, 0.75, 0.25, 0.55, 2.5};
        assertArrayEquals(expected, mixed(a, b).build().pairs.solimp, 1e-12);
    }

    @Test
    void shouldLeaveSomeFriction() {
        GeomSpec a = GeomSpec.sphere("a", 1).friction(0);
        GeomSpec b = GeomSpec.sphere("b", 1).friction(0);
        assertEquals(1e-5, mixed(a, b).build().pairs.friction[0]);
    }
}
