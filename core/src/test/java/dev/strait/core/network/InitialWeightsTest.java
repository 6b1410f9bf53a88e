package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.tensor.SeedStream;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {

    private static final List<InitialWeights> EACH =
            List.of(
                    new InitialWeights.Orthogonal(Math.sqrt(2)),
                    new InitialWeights.FanIn(),
                    new InitialWeights.Normal(0.02),
                    new InitialWeights.Uniform(0.01));

    private static RandomGenerator random() {
        return new SeedStream(11);
    }

    @Test
    void shouldTestEveryRule() {
        Set<Class<?>> tested = EACH.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(InitialWeights.class.getPermittedSubclasses()), tested);
    }

    @Test
    void shouldDrawTheSameFromTheSameStream() {
        for (InitialWeights rule : EACH) {
            float[] once = rule.weights(5, 3, random());
            assertEquals(15, once.length);
            assertArrayEquals(once, rule.weights(5, 3, random()));
            assertEquals(5, rule.biases(5, 3, random()).length);
        }
    }

    @Test
    void shouldMakeRowsOrthonormalTimesTheGainWhereThereAreFewer() {
        float[] w = EACH.get(0).weights(3, 7, random());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double dot = 0;
                for (int k = 0; k < 7; k++) {
                    dot += w[i * 7 + k] * w[j * 7 + k];
                }
                assertEquals(i == j ? 2 : 0, dot, 1e-6);
            }
        }
    }

    @Test
    void shouldMakeColumnsOrthonormalTimesTheGainWhereThereAreFewer() {
        float[] w = EACH.get(0).weights(7, 3, random());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double dot = 0;
                for (int k = 0; k < 7; k++) {
                    dot += w[k * 3 + i] * w[k * 3 + j];
                }
                assertEquals(i == j ? 2 : 0, dot, 1e-6);
            }
        }
    }

    @Test
    void shouldKeepToTheirBoundsAndSpreads() {
        float[] fanIn = EACH.get(1).weights(100, 25, random());
        assertEquals(0.2 / Math.sqrt(3), std(fanIn), 0.01);
        float[] biases = EACH.get(1).biases(1000, 25, random());
        assertTrue(largest(biases) <= 0.2f && largest(biases) > 0.19f);
        assertEquals(0.02, std(EACH.get(2).weights(100, 25, random())), 0.001);
        float[] uniform = EACH.get(3).weights(100, 25, random());
        assertTrue(largest(uniform) <= 0.01f && largest(uniform) > 0.0099f);
        assertEquals(0, largest(EACH.get(3).biases(5, 5, random())));
    }

    private static double std(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void shouldRefuseSizesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new InitialWeights.Orthogonal(0));
        assertThrows(IllegalArgumentException.class, () -> new InitialWeights.Normal(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new InitialWeights.Uniform(-1));
    }
}
