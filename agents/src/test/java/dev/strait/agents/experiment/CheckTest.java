package dev.strait.agents.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void shouldHoldWithinItsBoundsAndNeverForNaN() {
        assertTrue(Check.near("", 1.05, 1, 0.1).holds());
        assertFalse(Check.near("", 1.2, 1, 0.1).holds());
        assertTrue(Check.atMost("", 2, 2).holds());
        assertFalse(Check.atLeast("", 1.9, 2).holds());
        assertFalse(Check.atMost("", Double.NaN, 2).holds());
        assertThrows(IllegalArgumentException.class, () -> new Check("", 0, 1, 0));
    }

    @Test
    void shouldSayWhereTheFigureHasToLie() {
        assertEquals("≤ 0.5", Check.atMost("", 0, 0.5).expected());
        assertEquals("≥ 2", Check.atLeast("", 0, 2).expected());
        assertEquals("5 ± 1.00e-09", Check.near("", 5, 5, 1e-9).expected());
        assertEquals("0.6931", Check.text(Math.log(2)));
        assertEquals("10", Check.text(10));
        assertEquals("not a number", Check.text(Double.NaN));
    }
}
