package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassSharesTest {

    @Test
    void shouldHaveTheEntropyOfTheClassesInNats() {
        assertEquals(Math.log(10), ClassShares.of(even(10)).entropy(), 1e-12);
        assertEquals(0, ClassShares.of(new long[] {0, 7, 0}).entropy());
        // ¾ and ¼: 2 ln 2 − ¾ ln 3.
        assertEquals(
                2 * Math.log(2) - 0.75 * Math.log(3),
                ClassShares.of(new long[] {3, 1}).entropy(),
                1e-12);
    }

    private static long[] even(int classes) {
        long[] counts = new long[classes];
        Arrays.fill(counts, 5);
        return counts;
    }

    @Test
    void shouldCountClassesFromAShareOn() {
        ClassShares shares = ClassShares.of(new long[] {980, 10, 9, 1, 0});

        assertEquals(2, shares.covered(0.01));
        assertEquals(4, shares.covered(0.001));
        assertArrayEquals(new double[] {0.98, 0.01, 0.009, 0.001, 0}, shares.shares(), 1e-15);
    }

    @Test
    void shouldBeEqualByItsShares() {
        ClassShares one = ClassShares.of(new long[] {1, 3});

        assertEquals(ClassShares.of(new long[] {2, 6}), one);
        assertEquals(ClassShares.of(new long[] {2, 6}).hashCode(), one.hashCode());
        assertNotEquals(ClassShares.of(new long[] {3, 1}), one);
        assertEquals("[0.25, 0.75]", one.toString());
    }

    @Test
    void shouldRefuseWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> ClassShares.of(new long[3]));
        assertThrows(
                IllegalArgumentException.class, () -> new ClassShares(new double[] {0.5, 0.4}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassShares(new double[] {Double.NaN, 1}));
        assertThrows(IllegalArgumentException.class, () -> new ClassShares(new double[] {-1, 2}));
    }
}
