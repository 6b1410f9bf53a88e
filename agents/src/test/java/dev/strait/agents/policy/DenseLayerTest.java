package dev.strait.agents.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain parts of a policy at rest. */
class DenseLayerTest {

    /** [[1, 2, 3], [−1, 0, 4]] (2, −1, ½) + (10, −20), by hand. */
    @Test
    void shouldMultiplyRowsOfItsWeightByTheInput() {
        DenseLayer layer =
                new DenseLayer(3, 2, new float[] {1, 2, 3, -1, 0, 4}, new float[] {10, -20});
        double[] out = {99, 99};
        layer.apply(new double[] {2, -1, 0.5}, out);

        assertArrayEquals(new double[] {11.5, -20}, out);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 3, 2", "2, 2, 4, 1", "65536, 65536, 0, 65536"})
    void shouldRefuseWeightsOfAnotherSize(int inputs, int outputs, int weights, int biases) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DenseLayer(inputs, outputs, new float[weights], new float[biases]));
    }

    /** Of equals the first; one row's choice hangs on its own outputs. */
    @Test
    void shouldChooseTheFirstOfTheLargest() {
        IndexHead head = new IndexHead(new int[] {3, 2});
        double[] choices = new double[4];
        float[] outputs = {1, 1, 0, -1, -1, /* second row */ -5, -3, -3, -2, 4};
        head.mode(outputs, 0, choices);
        head.mode(outputs, 1, choices);

        assertArrayEquals(new double[] {0, 0, 1, 1}, choices);
        assertEquals(5, head.outputs());
        assertEquals(0, head.scales());
    }

    /** Softmax of logits that exp alone would not survive: e^1000 and e^−1000. */
    @ParameterizedTest
    @CsvSource({"1000, 999, 0.731", "-1000, -1001, 0.731", "-1001, -1000, 0.269"})
    void shouldDrawByDifferencesOfLogits(float first, float second, double share) {
        IndexHead head = new IndexHead(new int[] {2});
        double[] choice = new double[1];
        int zeros = 0;
        for (int i = 0; i < 1000; i++) {
            double uniform = (i + 0.5) / 1000;
            head.sample(new float[] {first, second}, null, 0, () -> bits(uniform), choice);
            zeros += choice[0] == 0 ? 1 : 0;
        }

        assertEquals(share, zeros / 1000.0, 1e-3);
    }

    /** What a generator's next double is made of. */
    private static long bits(double uniform) {
        return (long) (uniform * 0x1p53) << 11;
    }

    /** Half-way up of [−2, 6] is 2; an index stands for itself. */
    @Test
    void shouldCountCoordinatesInUnitsOfTheirBounds() {
        double[] coordinates = {6, 2, -2, 4};
        new Choices(Box.of(new double[] {-2}, new double[] {6})).of(coordinates, coordinates);
        assertArrayEquals(new double[] {1, 0, -1, 0.5}, coordinates);

        double[] indices = {2, 0};
        new Choices(new Discrete(3)).of(indices, indices);
        assertArrayEquals(new double[] {2, 0}, indices);
    }

    private static PolicyDescription described(boolean normalise, double... moments) {
        PolicySettings settings =
                new PolicySettings(
                        List.of(5, 4), PolicySettings.DEFAULT.activation(), 0, false, normalise);
        return new PolicyDescription(
                "x", Box.unbounded(2), new Discrete(3), settings, moments, Map.of());
    }

    @Test
    void shouldGoFromWhatItSeesThroughItsLayersToItsOutputs() {
        assertArrayEquals(new int[] {2, 5, 4, 3}, described(false).sizes());
        assertEquals(3, described(true, 0, 0, 1, 1, 9).head().outputs());
    }

    @Test
    void shouldRefuseMomentsThatAreNone() {
        for (double[] wrong :
                List.of(
                        new double[] {0, 0, 1, 1},
                        new double[] {0, Double.NaN, 1, 1, 9},
                        new double[] {0, 0, -1, 1, 9},
                        new double[] {0, 0, 1, 1, -9})) {
            assertThrows(IllegalArgumentException.class, () -> described(true, wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> described(false, 0, 0, 1, 1, 9));
    }
}
