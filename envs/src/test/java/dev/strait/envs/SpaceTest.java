package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    }

    @Test
    void shouldCompareBoxesByTheirBounds() {
        Box unit = Box.of(new double[] {0}, new double[] {1});
        assertEquals(unit, Box.of(new double[] {0}, new double[] {1}));
        assertNotEquals(unit, Box.unbounded(1));
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
}
