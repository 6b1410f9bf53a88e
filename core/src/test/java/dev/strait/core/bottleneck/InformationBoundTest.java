package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationBoundTest {

    /** Worked out with Fano's inequality in three decimals when the design was made. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.571, 1.366",
        "0.05, 0.657, 1.286",
        "0.1, 0.720, 1.186",
        "0.2, 0.805, 0.986",
        "0.25, 0.838, 0.886",
        "0.5, 0.952, 0.386",
        "0.694, 1, 0"
    })
    void shouldGiveTheTableOfTheDesign(double kl, double cap, double floor) {
        assertEquals(cap, InformationBound.accuracyCap(kl), 6e-4);
        assertEquals(floor, InformationBound.bceFloor(kl), 6e-4);
    }

    @Test
    void shouldLeaveOnlyGuessingAtNoInformation() {
        assertEquals(0.5, InformationBound.accuracyCap(0), 1e-7);
        assertEquals(2 * Math.log(2), InformationBound.bceFloor(0), 1e-12);
    }

    @Test
    void shouldSolveFanosEquality() {
        double error = 1 - InformationBound.accuracyCap(0.3);
        double entropy = -error * Math.log(error) - (1 - error) * Math.log(1 - error);
        assertEquals(Math.log(2) - 0.3, entropy, 1e-12);
    }

    @Test
    void shouldPermitEverythingWithoutALimit() {
        assertEquals(1, InformationBound.accuracyCap(Double.POSITIVE_INFINITY));
        assertEquals(0, InformationBound.bceFloor(Double.POSITIVE_INFINITY));
    }

    @Test
    void shouldRefuseWhatIsNoRate() {
        assertThrows(IllegalArgumentException.class, () -> InformationBound.accuracyCap(-0.1));
        assertThrows(IllegalArgumentException.class, () -> InformationBound.bceFloor(Double.NaN));
    }
}
