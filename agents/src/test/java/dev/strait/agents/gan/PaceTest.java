package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Sgd;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace PACE = Pace.of(Adam.of(0.1), 100, 10);

    @Test
    void shouldLoseItsRateInAStraightLineAndItsStrengthByEqualShares() {
        Pace pace = PACE.finalRate(0.2).finalStrength(0.01);
        assertEquals(1, pace.rateFactor(0), 1e-12);
        assertEquals(0.6, pace.rateFactor(50), 1e-12);
        assertEquals(0.2, pace.rateFactor(100), 1e-12);
        assertEquals(1, pace.strengthFactor(0), 1e-12);
        assertEquals(0.1, pace.strengthFactor(50), 1e-12);
        assertEquals(0.01, pace.strengthFactor(100), 1e-12);
    }

    /** A run that goes on stays at the end's share: it never goes below 0. */
    @Test
    void shouldStayAtTheEndBeyondIt() {
        Pace pace = PACE.finalRate(0).finalStrength(0.5);
        assertEquals(0, pace.rateFactor(150), 1e-12);
        assertEquals(0.5, pace.strengthFactor(150), 1e-12);
        assertEquals(1, PACE.rateFactor(70), 0);
        assertEquals(1, PACE.strengthFactor(70), 0);
    }

    @Test
    void shouldChangeNothingButWhatItIsAskedFor() {
        Sgd one = new Sgd(1, 0);
        Sgd two = new Sgd(2, 0);
        CriticSchedule five = new CriticSchedule.Constant(5);
        Pace whole = new Pace(five, one, two, 0.3, 0.4, 7, 2);
        assertEquals(
                whole,
                PACE.critic(five)
                        .optimisers(one, two)
                        .finalRate(0.3)
                        .finalStrength(0.4)
                        .steps(7)
                        .stepsARound(2));
        assertEquals(
                whole,
                PACE.stepsARound(2)
                        .steps(7)
                        .finalStrength(0.4)
                        .finalRate(0.3)
                        .optimisers(one, two)
                        .critic(five));
    }

    @Test
    void shouldRefuseSharesAndCountsThatAreNone() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> PACE.finalRate(share));
            assertThrows(IllegalArgumentException.class, () -> PACE.finalStrength(share));
        }
        assertThrows(IllegalArgumentException.class, () -> PACE.finalStrength(0));
        assertThrows(IllegalArgumentException.class, () -> PACE.steps(0));
        assertThrows(IllegalArgumentException.class, () -> PACE.stepsARound(0));
        assertThrows(IllegalArgumentException.class, () -> new CriticSchedule.Constant(0));
        assertThrows(IllegalArgumentException.class, () -> new CriticSchedule.Bursts(1, 2, -1, 3));
        assertThrows(IllegalArgumentException.class, () -> new CriticSchedule.Bursts(1, 2, 3, 0));
    }
}
