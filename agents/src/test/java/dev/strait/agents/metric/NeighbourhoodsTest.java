package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {

    /** On a line at 0, 1, 3, 7 with k = 1 the balls reach 1, 1, 2 and 4. */
    @Test
    void shouldReachFromEveryPointToItsNeighbour() {
        Neighbourhoods region =
                Neighbourhoods.of(Points.of(new double[][] {{0}, {1}, {3}, {7}}), 1);
        double[][] inside = {{-1}, {5}, {11}};
        double[][] outside = {{-1.01}, {11.01}};

        for (double[] point : inside) {
            assertEquals(1, region.share(Points.of(new double[][] {point})), "at " + point[0]);
        }
        for (double[] point : outside) {
            assertEquals(0, region.share(Points.of(new double[][] {point})), "at " + point[0]);
        }
        assertEquals(0.5, region.share(Points.of(new double[][] {{2}, {12}})));
    }

    @Test
    void shouldNotCountAPointAsItsOwnNeighbour() {
        Neighbourhoods region =
                Neighbourhoods.of(Points.of(new double[][] {{0}, {1}, {2}, {10}}), 3);

        assertEquals(1, region.share(Points.of(new double[][] {{20}})));
        assertEquals(0, region.share(Points.of(new double[][] {{20.5}})));
    }

    @Test
    void shouldBeOneOfASetAndItselfAndZeroOfDistantSets() {
        SeedStream random = new Seeds(5).stream("points");
        // More points than one block of rows, and not a multiple of it.
        Points here = SomePoints.normal(random, 1_300, 8, 0, 1);
        Points there = SomePoints.normal(random, 700, 8, 100, 1);
        Neighbourhoods region = Neighbourhoods.of(here, Neighbourhoods.NEIGHBOURS);

        assertEquals(1, region.share(here));
        assertEquals(0, region.share(there));
        assertEquals(0, Neighbourhoods.of(there, 3).share(here));
    }

    /**
     * A generator that shows one corner of the data precisely has precision 1 and little recall.
     */
    @Test
    void shouldTellPrecisionFromRecall() {
        SeedStream random = new Seeds(6).stream("points");
        Points real = SomePoints.normal(random, 1_000, 2, 0, 1);
        Points narrow = SomePoints.normal(random, 1_000, 2, 0, 0.1);
        double precision = Neighbourhoods.of(real, 3).share(narrow);
        double recall = Neighbourhoods.of(narrow, 3).share(real);

        assertEquals(1, precision, 0.02);
        assertTrue(recall < 0.1, "recall was " + recall);
    }

    /** scipy.spatial.distance.cdist on the same points (scipy 1.17.1): 4 of 30, and all. */
    @Test
    void shouldAgreeWithScipy() {
        assertEquals(
                4 / 30.0, Neighbourhoods.of(SomePoints.WAVES, 3).share(SomePoints.OTHER_WAVES));
        assertEquals(1, Neighbourhoods.of(SomePoints.OTHER_WAVES, 3).share(SomePoints.WAVES));
    }

    @Test
    void shouldRefuseAsFewPointsAsNeighbours() {
        Points three = Points.of(new double[][] {{0}, {1}, {2}});
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Neighbourhoods.of(three, 3));
        assertEquals(
                "the neighbour number 3 of a point needs more than 3 points, but there are 3",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Neighbourhoods.of(three, 0));
    }
}
