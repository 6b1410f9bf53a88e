package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RewardFormTest {

    private static final double[] LOGITS = {-30, -3, -0.5, 0, 0.5, 3, 30};

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void shouldBeTheLogarithmsOfTheProbabilities() {
        for (double logit : new double[] {-3, -0.5, 0, 0.5, 3}) {
            double d = probability(logit);
            assertEquals(-Math.log(1 - d), RewardForm.SURVIVAL.of(logit), 1e-12);
            assertEquals(Math.log(d), RewardForm.HURRY.of(logit), 1e-12);
            assertEquals(Math.log(d) - Math.log(1 - d), RewardForm.LOGIT.of(logit), 1e-12);
        }
    }

    @Test
    void shouldAddUpToTheLogit() {
        for (double logit : LOGITS) {
            double sum = RewardForm.SURVIVAL.of(logit) + RewardForm.HURRY.of(logit);
            assertEquals(RewardForm.LOGIT.of(logit), sum, 1e-12);
        }
    }

    /** AMP's targets are −1 and 1; half-way is ¾, a quarter short of it 1 − ¼ · ¼². */
    @Test
    void shouldPayByTheSquareOfTheDistanceFromTheExpertsTarget() {
        assertEquals(0, RewardForm.LEAST_SQUARES.of(-5));
        assertEquals(0, RewardForm.LEAST_SQUARES.of(-1));
        assertEquals(0.75, RewardForm.LEAST_SQUARES.of(0), 1e-12);
        assertEquals(1 - 0.25 / 16, RewardForm.LEAST_SQUARES.of(0.75), 1e-12);
        assertEquals(1, RewardForm.LEAST_SQUARES.of(1));
        assertEquals(1, RewardForm.LEAST_SQUARES.of(2));
    }

    @Test
    void shouldPayForEveryStepOrChargeForIt() {
        for (double logit : LOGITS) {
            assertTrue(RewardForm.SURVIVAL.of(logit) > 0);
            assertTrue(RewardForm.HURRY.of(logit) < 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRiseWithTheLogitAndStayFinite(RewardForm form) {
        double before = Double.NEGATIVE_INFINITY;
        for (double logit : new double[] {-1e4, -30, -3, 0, 3, 30, 1e4}) {
            double reward = form.of(logit);
            assertTrue(Double.isFinite(reward), form + " of " + logit + " was " + reward);
            assertTrue(reward >= before, form + " fell at " + logit);
            before = reward;
        }
    }
}
