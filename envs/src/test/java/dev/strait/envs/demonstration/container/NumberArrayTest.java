package dev.strait.envs.demonstration.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of numbers, and how many of them a file may ask for. */
class NumberArrayTest {

    private static final int ALL = (int) ValueBudget.LIMIT;

    private static NumberArray array(int[] shape, double... values) {
        return new NumberArray("x", Kind.REAL, shape, values);
    }

    private static void assertRefused(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith("x ") && message.contains(part), message);
    }

    @Test
    void shouldCountRowsAndColumns() {
        NumberArray cube = array(new int[] {2, 3, 1}, 1, 2, 3, 4, 5, 6);

        assertEquals(2, cube.rows());
        assertEquals(3, cube.columns());
        assertEquals(1, array(new int[] {2}, 1, 2).columns());
        assertEquals(6, array(new int[] {1, 2, 3}, 1, 2, 3, 4, 5, 6).columns());
        NumberArray first = cube.firstRows(1);
        assertArrayEquals(new int[] {1, 3, 1}, first.shape());
        assertArrayEquals(new double[] {1, 2, 3}, first.values());
        assertEquals(0, cube.firstRows(0).values().length);
        assertArrayEquals(new int[] {2, 3, 1}, cube.shape());
    }

    @Test
    void shouldRefuseAnotherShape() {
        NumberArray matrix = array(new int[] {2, 3}, 1, 2, 3, 4, 5, 6);

        assertEquals(matrix, matrix.requireRank(2, 2).requireRank(1, 2).requireRows(2, ""));
        assertRefused("[2, 3], but 3 sizes", () -> matrix.requireRank(3, 3));
        assertRefused("1 sizes", () -> matrix.requireRank(1, 1));
        assertRefused("2 rows, but 5 are", () -> matrix.requireRows(5, "5 are needed"));
        assertRefused("2 rows, not 3", () -> matrix.firstRows(3));
        assertRefused("not -1", () -> matrix.firstRows(-1));
        assertRefused("single number", () -> array(new int[0], 1).rows());
        assertRefused("[2, 3], but 5 values", () -> array(new int[] {2, 3}, 1, 2, 3, 4, 5));
    }

    @Test
    void shouldTakeNumbersForFlagsAndCounts() {
        assertArrayEquals(new boolean[] {false, true}, array(new int[] {2}, -0.0, 1).flags());
        double most = Integer.MAX_VALUE;
        assertArrayEquals(new int[] {0, Integer.MAX_VALUE}, array(new int[] {2}, 0, most).counts());
        assertRefused("row 1 is 0.5", () -> array(new int[] {2}, 1, 0.5).flags());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2147483648.0, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseWhatIsNoCount(double value) {
        assertRefused("entry 1 is " + value, () -> array(new int[] {2}, 7, value).counts());
    }

    /** The last number of the budget can be taken, no more; what is given back, again. */
    @Test
    void shouldGiveNoMoreThanTheBudget() {
        ValueBudget budget = new ValueBudget();
        assertRefused("[25000001]", () -> budget.take("x", new int[] {ALL + 1}));
        assertEquals(ALL - 6, budget.take("x", new int[] {ALL / 2 - 3, 2}));
        assertRefused("at most 25,000,000", () -> budget.take("x", new int[] {7}));
        assertEquals(6, budget.take("x", new int[] {2, 3}));
        assertRefused("[1]", () -> budget.take("x", new int[] {1}));
        assertEquals(0, budget.take("x", new int[] {0, 5}));
        budget.giveBack(array(new int[] {2}, 1, 2));
        assertRefused("[3]", () -> budget.take("x", new int[] {3}));
        assertEquals(2, budget.take("x", new int[] {2}));
    }

    @Test
    void shouldRefuseSizesThatOverflow() {
        int huge = Integer.MAX_VALUE;

        assertEquals((long) huge * huge, ValueBudget.count("x", new int[] {huge, huge}));
        assertEquals(1, ValueBudget.count("x", new int[0]));
        assertRefused("overflows", () -> ValueBudget.count("x", new int[] {huge, huge, 3}));
        assertRefused("negative size -1", () -> ValueBudget.count("x", new int[] {5, -1}));
        // Nothing of anything is nothing, whatever comes first.
        assertEquals(0, ValueBudget.count("x", new int[] {huge, huge, 0, huge, huge}));
    }
}
