package dev.strait.agents.experiment.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.experiment.Check;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilinearGameTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5})
    void shouldGrowAndShrinkAsTheClosedFormsSay(double rate) {
        for (Check check : new BilinearGame(rate, 400).run().checks()) {
            assertTrue(check.holds(), check::toString);
        }
    }

    @Test
    void shouldDriveSimultaneousStepsAwayAndExtragradientIn() {
        BilinearGame.Result result = BilinearGame.DEFAULT.run();

        // 1.01^200 = 7.316 by hand, from a distance of √2.
        double[] away = result.orbits().get(Turns.SIMULTANEOUS).radii();
        assertEquals(7.316 * Math.sqrt(2), away[400], 0.01);
        assertTrue(result.orbits().get(Turns.EXTRAGRADIENT).radii()[400] < 0.3);
        assertTrue(result.orbits().get(Turns.CONSENSUS).radii()[400] < 1e-15);
    }

    @Test
    void shouldReadEigenvaluesOffASeries() {
        // s = 0.9^t + 0.5^t, and s = 0.8^t cos(t/4).
        double[] real = new double[12];
        double[] turning = new double[12];
        for (int t = 0; t < 12; t++) {
            real[t] = Math.pow(0.9, t) + Math.pow(0.5, t);
            turning[t] = Math.pow(0.8, t) * Math.cos(t / 4.0);
        }
        Spectrum decays = Spectrum.ofSeries(real);
        assertEquals(0.9, decays.first().getReal(), 1e-9);
        assertEquals(0.5, decays.second().getReal(), 1e-9);
        Complex expected = new Complex(0.8 * Math.cos(0.25), 0.8 * Math.sin(0.25));
        assertTrue(Spectrum.ofSeries(turning).first().subtract(expected).abs() < 1e-9);
    }

    @Test
    void shouldRefuseRatesThatNoOrbitSurvives() {
        assertThrows(IllegalArgumentException.class, () -> new BilinearGame(2, 100));
        assertThrows(IllegalArgumentException.class, () -> new BilinearGame(Double.NaN, 100));
    }
}
