package dev.strait.envs.normalise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RewardNormaliserTest {

    private static final boolean[] NO = {false, false};

    /**
     * By hand: γ = ½, rewards (1, 3) then (2, 0). Returns (1, 3), then (2.5, 1.5). First batch:
     * mean 2, variance 1; second: mean 2, variance ¼.
     */
    @Test
    void shouldDivideByTheSpreadOfTheDiscountedReturn() {
        RewardNormaliser normaliser = new RewardNormaliser(2, 0.5);
        double[] normalised = new double[2];
        normaliser.step(new double[] {1, 3}, NO, NO, normalised);
        double first = (1e-4 + 2 + 4e-4 * 2 / 2.0001) / 2.0001;
        assertEquals(first, normaliser.variance(), 1e-15);
        double scale = Math.sqrt(first + 1e-8);
        assertArrayEquals(new double[] {1 / scale, 3 / scale}, normalised, 1e-15);

        normaliser.step(new double[] {2, 0}, NO, NO, normalised);
        double delta = 2 - 4 / 2.0001;
        double second = (first * 2.0001 + 0.25 * 2 + delta * delta * 2.0001 * 2 / 4.0001) / 4.0001;
        assertEquals(second, normaliser.variance(), 1e-15);
        assertEquals(0, normalised[1]);
        assertEquals(2 / Math.sqrt(second + 1e-8), normalised[0], 1e-15);
    }

    @Test
    void shouldBeginAReturnAnewWhereAnEpisodeEndedForEitherReason() {
        RewardNormaliser normaliser = new RewardNormaliser(3, 0.9);
        boolean[] terminated = {true, false, false};
        boolean[] truncated = {false, true, false};
        normaliser.step(new double[] {1, 2, 3}, terminated, truncated, new double[3]);
        double[] state = normaliser.save();
        assertArrayEquals(new double[] {0, 0, 3}, java.util.Arrays.copyOfRange(state, 3, 6));
    }

    @Test
    void shouldCountTheRewardOfTheLastStepBeforeTheReturnBeginsAnew() {
        RewardNormaliser ended = new RewardNormaliser(1, 0.9);
        RewardNormaliser running = new RewardNormaliser(1, 0.9);
        boolean[] yes = {true};
        boolean[] no = {false};
        ended.step(new double[] {4}, yes, no, new double[1]);
        running.step(new double[] {4}, no, no, new double[1]);
        assertEquals(running.variance(), ended.variance());
    }

    @Test
    void shouldClipToTen() {
        RewardNormaliser normaliser = new RewardNormaliser(2, 0.9);
        normaliser.freeze();
        double[] normalised = new double[2];
        normaliser.step(new double[] {100, -100}, NO, NO, normalised);
        assertArrayEquals(new double[] {10, -10}, normalised);
        assertEquals(1, normaliser.variance());
    }

    @Test
    void shouldContinueFromASavedState() {
        RewardNormaliser normaliser = new RewardNormaliser(2, 0.9);
        normaliser.step(new double[] {1, -3}, NO, NO, new double[2]);
        RewardNormaliser other = new RewardNormaliser(2, 0.9);
        other.restore(normaliser.save());
        double[] expected = new double[2];
        double[] actual = new double[2];
        normaliser.step(new double[] {5, 6}, NO, NO, expected);
        other.step(new double[] {5, 6}, NO, NO, actual);
        assertArrayEquals(expected, actual);
        assertArrayEquals(normaliser.save(), other.save());
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new RewardNormaliser(0, 0.9));
        assertThrows(IllegalArgumentException.class, () -> new RewardNormaliser(1, Double.NaN));
        RewardNormaliser normaliser = new RewardNormaliser(2, 1);
        double[] one = {1};
        assertThrows(
                IllegalArgumentException.class, () -> normaliser.step(one, NO, NO, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> normaliser.restore(new double[4]));
        double[] bad = {1, Double.POSITIVE_INFINITY};
        assertThrows(
                IllegalStateException.class, () -> normaliser.step(bad, NO, NO, new double[2]));
    }

    @Test
    void shouldCountAgainOnceUnfrozen() {
        RewardNormaliser normaliser = new RewardNormaliser(2, 0.9);
        normaliser.freeze();
        assertTrue(normaliser.frozen());
        normaliser.step(new double[] {5, -5}, NO, NO, new double[2]);
        assertEquals(1, normaliser.variance());

        normaliser.unfreeze();
        assertFalse(normaliser.frozen());
        normaliser.step(new double[] {5, -5}, NO, NO, new double[2]);
        assertEquals(25, normaliser.variance(), 0.01);
    }

    /** With γ = 0 the return is the reward; with γ = 1 the sum of all. */
    @Test
    void shouldTakeBothEndsOfTheDiscount() {
        for (double discount : new double[] {0, 1}) {
            RewardNormaliser normaliser = new RewardNormaliser(2, discount);
            normaliser.step(new double[] {1, 2}, NO, NO, new double[2]);
            normaliser.step(new double[] {3, 5}, NO, NO, new double[2]);
            assertEquals(3 + discount, normaliser.save()[3]);
            assertEquals(5 + 2 * discount, normaliser.save()[4]);
        }
    }
}
