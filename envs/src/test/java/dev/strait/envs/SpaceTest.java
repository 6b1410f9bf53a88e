package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void shouldSampleMembersOfEverySpace() {
        Pcg64 random = new Pcg64(0);
        Box mixed =
                Box.of(
                        new double[] {-1, 2, -INFINITE, -INFINITE},
                        new double[] {1, INFINITE, 3, INFINITE});
        for (Space space : List.of(mixed, new Discrete(3), new MultiDiscrete(List.of(2, 5, 1)))) {
            double[] values = new double[space.size() + 1];
            for (int i = 0; i < 1_000; i++) {
                space.sample(random, values, 1);
                assertTrue(space.contains(values, 1), space + " drew a stranger");
            }
            values[1] = Double.NaN;
            assertFalse(space.contains(values, 1));
        }
    }

    @Test
    void shouldHoldWholeNumbersBelowTheirCountOnly() {
        Discrete three = new Discrete(3);
        assertTrue(three.contains(new double[] {2}, 0));
        assertFalse(three.contains(new double[] {3}, 0));
        assertFalse(three.contains(new double[] {1.5}, 0));
        assertFalse(new MultiDiscrete(List.of(3, 2)).contains(new double[] {2, 2}, 0));
        assertFalse(new MultiDiscrete(List.of(3, 2)).contains(new double[] {0.5, 1}, 0));
    }

    @Test
    void shouldCompareBoxesByTheirBounds() {
        Box unit = Box.of(new double[] {0}, new double[] {1});
        assertEquals(unit, Box.of(new double[] {0}, new double[] {1}));
        assertNotEquals(unit, Box.unbounded(1));
        assertNotEquals(unit, Box.of(new double[] {0}, new double[] {2}));
    }

    @Test
    void shouldRefuseEmptyAndReversedSpaces() {
        assertThrows(IllegalArgumentException.class, () -> new Discrete(0));
        assertThrows(IllegalArgumentException.class, () -> new MultiDiscrete(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new MultiDiscrete(List.of(2, 0)));
        double[] low = {1};
        assertThrows(IllegalArgumentException.class, () -> Box.of(low, new double[] {0}));
        assertThrows(IllegalArgumentException.class, () -> Box.of(low, new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> Box.of(low, new double[2]));
    }

    /** NumPy's rule: exponential with mean 1 from the bound on, normal where there is none. */
    @Test
    void shouldDrawFromABoundOnByAnExponential() {
        Box box =
                Box.of(
                        new double[] {2, -INFINITE, -INFINITE},
                        new double[] {INFINITE, 3, INFINITE});
        Pcg64 random = new Pcg64(3);
        double[] sum = new double[3];
        double[] values = new double[3];
        for (int i = 0; i < 10_000; i++) {
            box.sample(random, values, 0);
            for (int k = 0; k < 3; k++) {
                sum[k] += values[k] / 10_000;
            }
        }
        // Four standard errors of a mean of 10,000.
        assertArrayEquals(new double[] {2 + 1, 3 - 1, 0}, sum, 0.04);
    }

    @Test
    void shouldKeepTheBoundsThatItWasMadeOf() {
        double[] low = {-1};
        double[] high = {1};
        Box box = Box.of(low, high);
        low[0] = 5;
        high[0] = 6;
        List<Integer> branches = new ArrayList<>(List.of(2, 5));
        MultiDiscrete choices = new MultiDiscrete(branches);
        branches.clear();

        assertTrue(box.contains(new double[] {-1}, 0) && box.contains(new double[] {1}, 0));
        assertEquals(2, choices.size());
    }
}
