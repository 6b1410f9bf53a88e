package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.DualAscent.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DualAscentTest {

    private static final List<DualAscent> MOVING =
            List.of(
                    new DualAscent.PaperRule(0.1),
                    new DualAscent.LogSpace(0.1),
                    new DualAscent.ProportionalIntegral(0.2, 0.1),
                    new DualAscent.LossScaled(0.1, 0.9));

    private static final double UNDECIDED = 2 * Math.log(2);

    @Test
    void shouldTestEveryRule() {
        Set<Class<?>> tested = MOVING.stream().map(Object::getClass).collect(Collectors.toSet());
        tested.add(DualAscent.Fixed.class);
        assertEquals(Set.of(DualAscent.class.getPermittedSubclasses()), tested);
    }

    @Test
    void shouldRaiseBetaOverTheLimitAndLowerItUnderTheLimit() {
        for (DualAscent rule : MOVING) {
            State start = State.of(1);
            assertTrue(rule.next(start, 0.5, UNDECIDED).beta() > 1, rule.toString());
            assertTrue(rule.next(start, -0.5, UNDECIDED).beta() < 1, rule.toString());
            assertEquals(1, rule.next(start, 0, UNDECIDED).beta(), 1e-12, rule.toString());
        }
    }

    @Test
    void shouldNeverFallBelowZero() {
        for (DualAscent rule : MOVING) {
            State state = State.of(0.01);
            for (int step = 0; step < 1000; step++) {
                state = rule.next(state, -5, UNDECIDED);
                assertTrue(state.beta() >= 0, rule + " gave " + state);
            }
            for (int step = 0; step < 1000; step++) {
                state = rule.next(state, 5, UNDECIDED);
            }
            assertTrue(state.beta() > 0.1, rule + " stayed down at " + state);
        }
    }

    @Test
    void shouldGiveTheWorkedSteps() {
        State start = State.of(0.1);
        assertEquals(0.1 + 0.1 * 2, MOVING.get(0).next(start, 2, 1).beta(), 1e-12);
        assertEquals(0.1 * Math.exp(0.2), MOVING.get(1).next(start, 2, 1).beta(), 1e-12);
        State controlled = MOVING.get(2).next(start, 2, 1);
        assertEquals(0.3, controlled.dual(), 1e-12);
        assertEquals(0.3 + 0.2 * 2, controlled.beta(), 1e-12);
        State scaled = MOVING.get(3).next(start, 2, -10 * UNDECIDED);
        assertEquals(0.9 + 0.1 * 10, scaled.scale(), 1e-12);
        assertEquals(0.3 * 1.9, scaled.beta(), 1e-12);
        assertEquals(start, new DualAscent.Fixed().next(start, 2, 1));
    }

    @Test
    void shouldGrowBetaWithALossThatGrows() {
        DualAscent rule = MOVING.get(3);
        State state = State.of(1);
        for (int step = 0; step < 200; step++) {
            state = rule.next(state, 0, 340);
        }
        assertEquals(340 / UNDECIDED, state.beta(), 1e-3);
    }

    /** An encoder that gives up rate in proportion to beta settles where it keeps the limit. */
    @Test
    void shouldSettleAtTheLimit() {
        for (DualAscent rule : MOVING) {
            Multiplier multiplier = new Multiplier(rule, 0.5, 0.1);
            double rate = 0;
            for (int step = 0; step < 5000; step++) {
                rate = 2 / (1 + multiplier.value());
                multiplier.update(rate, UNDECIDED);
            }
            assertEquals(0.5, rate, 1e-3, rule.toString());
            assertEquals(3, multiplier.value(), 0.01, rule.toString());
        }
    }

    /** A rate centred twice (tf2rl) would not move beta before it reaches twice the limit. */
    @Test
    void shouldCentreTheRateOnce() {
        Multiplier multiplier = new Multiplier(new DualAscent.PaperRule(1), 0.5, 0);
        multiplier.update(0.75, 1);
        assertEquals(0.25, multiplier.value(), 1e-12);
    }

    @Test
    void shouldGoOnFromItsSavedState() {
        for (DualAscent rule : MOVING) {
            Multiplier whole = new Multiplier(rule, 0.5, 0.1);
            Multiplier first = new Multiplier(rule, 0.5, 0.1);
            Multiplier second = new Multiplier(rule, 0.5, 0.7);
            for (int step = 0; step < 20; step++) {
                whole.update(step * 0.1, step);
                first.update(step * 0.1, step);
            }
            second.restore(first.state());
            for (int step = 0; step < 20; step++) {
                whole.update(step * 0.07, step);
                second.update(step * 0.07, step);
            }
            assertEquals(whole.state(), second.state());
        }
    }

    @Test
    void shouldRefuseNumbersGoneBad() {
        Multiplier multiplier = new Multiplier(DualAscent.PaperRule.DEFAULT, 0.5, 0.1);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> multiplier.update(Double.NaN, 1));
        assertEquals("beta cannot follow a rate of NaN at a loss of 1.0", refused.getMessage());
        assertEquals(0.1, multiplier.value());
        assertThrows(IllegalArgumentException.class, () -> new DualAscent.PaperRule(0));
        assertThrows(IllegalArgumentException.class, () -> new DualAscent.LossScaled(1, 1));
        assertThrows(IllegalArgumentException.class, () -> State.of(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DualAscent.LogSpace(1).next(State.of(0), 1, 1));
    }
}
