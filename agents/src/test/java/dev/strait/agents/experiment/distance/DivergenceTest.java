package dev.strait.agents.experiment.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "0, 1, 3, 1", "-1, 0.5, 2, 2", "0, 1, 8, 2"})
    void shouldIntegrateTheClosedFormsOfGaussians(double m1, double s1, double m2, double s2) {
        Density p = new Density(m1, s1);
        Density q = new Density(m2, s2);

        assertEquals(p.klTo(q), Divergence.KL.of(p, q), 1e-9);
        Density moved = new Density(m2, s1);
        assertEquals(p.wassersteinTo(moved), Divergence.WASSERSTEIN.of(p, moved), 1e-4);
    }

    /** By hand: KL(N(0,1) ‖ N(1,4)) = ln 2 + (1 + 1)/8 − ½, and back (4 + 1)/2 − ½ − ln 2. */
    @Test
    void shouldDependOnWhoAsks() {
        Density p = new Density(0, 1);
        Density q = new Density(1, 2);

        assertEquals(Math.log(2) - 0.25, p.klTo(q), 1e-15);
        assertEquals(2 - Math.log(2), q.klTo(p), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 1, 5, 20})
    void shouldKeepJensenAndShannonBetweenNoughtAndLnTwo(double distance) {
        Density p = new Density(0, 1);
        Density q = new Density(distance, 1);
        double js = Divergence.JENSEN_SHANNON.of(p, q);

        assertTrue(js >= -1e-12 && js <= Math.log(2) + 1e-12, () -> "JS was " + js);
        assertEquals(js, Divergence.JENSEN_SHANNON.of(q, p), 1e-12);
        assertEquals(2 * Math.log(2) - 2 * js, Divergence.lossOfBestDiscriminator(p, q), 1e-10);
    }

    @Test
    void shouldMoveFiveShovelsOfEarth() {
        assertEquals(5, EarthMover.TEXTBOOK.work(), 1e-15);
        double[][] plan = EarthMover.TEXTBOOK.plan();

        assertEquals(5, EarthMover.work(plan), 1e-9);
        for (int i = 0; i < plan.length; i++) {
            int column = i;
            assertEquals(EarthMover.TEXTBOOK.from()[i], Arrays.stream(plan[i]).sum(), 1e-9);
            assertEquals(
                    EarthMover.TEXTBOOK.to()[i],
                    Arrays.stream(plan).mapToDouble(row -> row[column]).sum(),
                    1e-9);
        }
    }

    @Test
    void shouldRefuseHeapsOfDifferentSize() {
        double[] two = {1, 1};
        assertThrows(
                IllegalArgumentException.class, () -> new EarthMover(two, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new EarthMover(two, new double[] {2}));
        assertArrayEquals(two, new EarthMover(two, two).from());
    }
}
