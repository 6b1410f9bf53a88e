package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which geoms may touch each other, in the order in which they are looked at, and the parameters of
 * their contacts, mixed from the two geoms' own.
 *
 * <p>Two geoms may touch unless they are rigidly joined, or the one's body hangs from the other's
 * (the world excepted, so that floors hold root bodies) or the model excludes it, and if a type of
 * the one meets an affinity of the other. Of a pair the smaller {@link GeomType} is first.
 *
 * <p>Friction is the larger of both, solimp (and a positive solref) their mean weighted by solmix,
 * the margin by {@link MarginRule}; a higher priority overrules all of it but the margin.
 */
final class ContactPairs {

    private static final double SMALLEST_FRICTION = 1e-5;
    private static final double SMALLEST = 1e-15;

    /** Two geoms would touch in a way that is not computed. */
    static final class Uncomputed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        /** The second of them. */
        final int geom;

        Uncomputed(int geom, String message) {
            super(message);
            this.geom = geom;
        }
    }

    final int count;
    final int[] geom1;
    final int[] geom2;
    final int[] condim;

    /** Sliding friction μ. */
    final double[] friction;

    final double[] margin;
    final double[] solref;
    final double[] solimp;

    ContactPairs(Model model) {
        int[] pairs = find(model);
        count = pairs.length / 2;
        geom1 = new int[count];
        geom2 = new int[count];
        condim = new int[count];
        friction = new double[count];
        margin = new double[count];
        solref = new double[2 * count];
        solimp = new double[5 * count];
        for (int pair = 0; pair < count; pair++) {
            geom1[pair] = pairs[2 * pair];
            geom2[pair] = pairs[2 * pair + 1];
            mix(model, pair);
        }
    }

    boolean contains(int geom) {
        return Arrays.stream(geom1).anyMatch(g -> g == geom)
                || Arrays.stream(geom2).anyMatch(g -> g == geom);
    }

    private static int[] find(Model model) {
        BitSet excluded = excluded(model);
        int[] found = new int[16];
        int length = 0;
        for (int a = 0; a < model.geoms; a++) {
            for (int b = a + 1; b < model.geoms; b++) {
                if (!mayTouch(model, excluded, a, b)) {
                    continue;
                }
                if (length == found.length) {
                    found = Arrays.copyOf(found, 2 * length);
                }
                boolean swapped = model.geomType[a].compareTo(model.geomType[b]) > 0;
                found[length++] = swapped ? b : a;
                found[length++] = swapped ? a : b;
            }
        }
        return Arrays.copyOf(found, length);
    }

    private static boolean mayTouch(Model model, BitSet excluded, int a, int b) {
        int bodyA = model.geomBody[a];
        int bodyB = model.geomBody[b];
        int weldA = model.bodyWeld[bodyA];
        int weldB = model.bodyWeld[bodyB];
        boolean related =
                weldA != 0
                        && weldB != 0
                        && (weldParent(model, weldA) == weldB || weldParent(model, weldB) == weldA);
        boolean wanted =
                (model.geomContype[a] & model.geomConaffinity[b]) != 0
                        || (model.geomContype[b] & model.geomConaffinity[a]) != 0;
        return weldA != weldB && !related && wanted && !excluded.get(bodyA * model.bodies + bodyB);
    }

    /** Bit a · bodies + b says that the model keeps bodies a and b apart. */
    private static BitSet excluded(Model model) {
        BitSet apart = new BitSet();
        for (int i = 0; i < model.excluded.length; i += 2) {
            int first = model.excluded[i];
            int second = model.excluded[i + 1];
            apart.set(first * model.bodies + second);
            apart.set(second * model.bodies + first);
        }
        return apart;
    }

    private static int weldParent(Model model, int weld) {
        return model.bodyWeld[model.bodyParent[weld]];
    }

    private void mix(Model model, int pair) {
        int a = geom1[pair];
        int b = geom2[pair];
        refuse(model, a, b);
        margin[pair] =
                model.options().marginRule().combine(model.geomMargin[a], model.geomMargin[b]);
        double weight = weight(model, a, b);
        boolean equal = model.geomPriority[a] == model.geomPriority[b];
        int chosen = model.geomPriority[a] > model.geomPriority[b] ? a : b;
        condim[pair] =
                equal
                        ? Math.max(model.geomCondim[a], model.geomCondim[b])
                        : model.geomCondim[chosen];
        require(
                condim[pair] == 1 || condim[pair] == 3,
                "contact of geoms %s and %s: condim must be 1 or 3, but was %s",
                a,
                b,
                condim[pair]);
        double sliding =
                equal
                        ? Math.max(model.geomFriction[3 * a], model.geomFriction[3 * b])
                        : model.geomFriction[3 * chosen];
        friction[pair] = Math.max(SMALLEST_FRICTION, sliding);
        boolean positive = model.geomSolref[2 * a] > 0 && model.geomSolref[2 * b] > 0;
        for (int i = 0; i < 2; i++) {
            double first = model.geomSolref[2 * a + i];
            double second = model.geomSolref[2 * b + i];
            solref[2 * pair + i] =
                    positive || !equal
                            ? weight * first + (1 - weight) * second
                            : Math.min(first, second);
        }
        for (int i = 0; i < 5; i++) {
            solimp[5 * pair + i] =
                    weight * model.geomSolimp[5 * a + i]
                            + (1 - weight) * model.geomSolimp[5 * b + i];
        }
    }

    /** What the first geom counts for. */
    private static double weight(Model model, int a, int b) {
        if (model.geomPriority[a] != model.geomPriority[b]) {
            return model.geomPriority[a] > model.geomPriority[b] ? 1 : 0;
        }
        double first = model.geomSolmix[a];
        double second = model.geomSolmix[b];
        if (first < SMALLEST && second < SMALLEST) {
            return 0.5;
        }
        if (first < SMALLEST || second < SMALLEST) {
            return first < SMALLEST ? 0 : 1;
        }
        return first / (first + second);
    }

    private static void refuse(Model model, int a, int b) {
        GeomType first = model.geomType[a];
        GeomType second = model.geomType[b];
        boolean known =
                first != GeomType.CYLINDER
                        && second != GeomType.CYLINDER
                        && !(first == GeomType.BOX && second == GeomType.BOX)
                        && second != GeomType.PLANE;
        if (!known) {
            throw new Uncomputed(
                    b,
                    "geoms %s and %s may touch, but contacts of %s and %s are not computed; give them contype and conaffinity that keep them apart"
                            .formatted(label(model, a), label(model, b), first, second));
        }
    }

    private static String label(Model model, int geom) {
        String name = model.geomNames().get(geom);
        return name.isEmpty() ? Integer.toString(geom) : '"' + name + '"';
    }
}
