package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.rollout.Rollout;
import dev.strait.core.tensor.SeedStream;
import org.junit.jupiter.api.Test;

class AdvantagesTest {

    private static final double DISCOUNT = 0.9;

    private final double[] rewards = {1, -2, 0.5, 3};
    private final float[] values = {0.3f, -0.7f, 1.1f, 2};
    private final float[] nextValues = {-0.7f, 1.1f, 2, 4};

    private static Rollout rollout(
            int worlds, double[] rewards, boolean[] terminated, boolean[] truncated) {
        int size = rewards.length;
        return new Rollout(
                size / worlds,
                worlds,
                new float[size],
                new float[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                rewards,
                terminated,
                truncated);
    }

    private Rollout running() {
        return rollout(1, rewards, new boolean[4], new boolean[4]);
    }

    private static boolean[] onlyAt(int index) {
        boolean[] flags = new boolean[4];
        flags[index] = true;
        return flags;
    }

    @Test
    void shouldBeTheDiscountedReturnMinusTheValueAtLambdaOne() {
        Advantages estimates = Advantages.of(running(), values, nextValues, DISCOUNT, 1);
        double later = nextValues[3];
        for (int t = 3; t >= 0; t--) {
            later = rewards[t] + DISCOUNT * later;
            assertEquals(later - values[t], estimates.advantages()[t], 1e-6);
            assertEquals(later, estimates.returns()[t], 1e-6);
        }
    }

    @Test
    void shouldBeTheErrorOfOneStepAtLambdaZero() {
        Advantages estimates = Advantages.of(running(), values, nextValues, DISCOUNT, 0);
        for (int t = 0; t < 4; t++) {
            double error = rewards[t] + DISCOUNT * nextValues[t] - values[t];
            assertEquals(error, estimates.advantages()[t], 1e-6);
        }
    }

    @Test
    void shouldWeighLaterErrorsByLambda() {
        double lambda = 0.5;
        Advantages estimates = Advantages.of(running(), values, nextValues, DISCOUNT, lambda);
        double sum = 0;
        for (int l = 0; l < 4; l++) {
            double error = rewards[l] + DISCOUNT * nextValues[l] - values[l];
            sum += Math.pow(DISCOUNT * lambda, l) * error;
        }
        assertEquals(sum, estimates.advantages()[0], 1e-6);
    }

    @Test
    void shouldKeepTheSuccessorsValueAtTruncation() {
        Rollout cut = rollout(1, rewards, new boolean[4], onlyAt(1));
        Advantages estimates = Advantages.of(cut, values, nextValues, DISCOUNT, 1);
        assertEquals(-2 + DISCOUNT * 1.1 + 0.7, estimates.advantages()[1], 1e-6);
    }

    @Test
    void shouldLeaveTheSuccessorsValueOutAtTermination() {
        Rollout over = rollout(1, rewards, onlyAt(1), new boolean[4]);
        Advantages estimates = Advantages.of(over, values, nextValues, DISCOUNT, 1);
        assertEquals(-2 + 0.7, estimates.advantages()[1], 1e-6);
    }

    @Test
    void shouldTakeAStepThatIsBothForTerminated() {
        Rollout both = rollout(1, rewards, onlyAt(1), onlyAt(1));
        Advantages estimates = Advantages.of(both, values, nextValues, DISCOUNT, 1);
        assertEquals(-2 + 0.7, estimates.advantages()[1], 1e-6);
    }

    @Test
    void shouldNotLetOneEpisodeLookIntoTheNext() {
        double[] others = {1, -2, 100, -100};
        for (boolean terminated : new boolean[] {true, false}) {
            boolean[] end = onlyAt(1);
            boolean[] none = new boolean[4];
            Rollout first = rollout(1, rewards, terminated ? end : none, terminated ? none : end);
            Rollout second = rollout(1, others, terminated ? end : none, terminated ? none : end);
            float[] here = Advantages.of(first, values, nextValues, 0.99, 0.95).advantages();
            float[] there = Advantages.of(second, values, nextValues, 0.99, 0.95).advantages();
            assertEquals(here[0], there[0]);
            assertEquals(here[1], there[1]);
        }
    }

    @Test
    void shouldKeepWorldsApart() {
        SeedStream random = new SeedStream(1);
        double[] together = random.doubles(8).toArray();
        boolean[] terminated = new boolean[8];
        terminated[3] = true;
        float[] v = new float[8];
        Rollout both = rollout(2, together, terminated, new boolean[8]);
        float[] estimates = Advantages.of(both, v, v, 0.99, 0.95).advantages();
        for (int world = 0; world < 2; world++) {
            double[] alone = new double[4];
            boolean[] ends = new boolean[4];
            float[] expected = new float[4];
            for (int t = 0; t < 4; t++) {
                alone[t] = together[2 * t + world];
                ends[t] = terminated[2 * t + world];
                expected[t] = estimates[2 * t + world];
            }
            Rollout one = rollout(1, alone, ends, new boolean[4]);
            float[] zeros = new float[4];
            float[] is = Advantages.of(one, zeros, zeros, 0.99, 0.95).advantages();
            assertArrayEquals(expected, is);
        }
    }

    @Test
    void shouldExplainAllOfTheReturnsByPerfectValuesAndNothingByAConstant() {
        boolean[] ends = {true, true, true, true};
        Rollout single = rollout(1, rewards, ends, new boolean[4]);
        float[] perfect = {1, -2, 0.5f, 3};
        float[] constant = {7, 7, 7, 7};
        assertEquals(1, Advantages.of(single, perfect, perfect, 0.9, 1).explainedVariance(), 1e-9);
        assertEquals(
                0, Advantages.of(single, constant, constant, 0.9, 1).explainedVariance(), 1e-6);
    }

    @Test
    void shouldRefuseValuesOfAnotherRollout() {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Advantages.of(running(), new float[3], nextValues, 0.99, 0.95));
        assertTrue(refused.getMessage().contains("4"), refused.getMessage());
        assertTrue(refused.getMessage().contains("3"), refused.getMessage());
    }
}
