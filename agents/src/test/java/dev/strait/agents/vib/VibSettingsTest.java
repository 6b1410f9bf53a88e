package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.gradient.Averaging;
import dev.strait.core.gradient.MatrixPrecision;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VibSettingsTest {

    private static final List<RateSchedule> SCHEDULES =
            List.of(
                    new RateSchedule.Cosine(),
                    new RateSchedule.Exponential(0.1),
                    new RateSchedule.Staircase(0.97, 2));

    static List<Supplier<Object>> bad() {
        return List.of(
                () -> new Code.Gaussian(0, 1),
                () -> new Code.Gaussian(2, -1),
                () -> new Code.Gaussian(2, Double.NaN),
                () -> new Code.Dropout(0),
                () -> new Code.Dropout(1),
                () -> new RateSchedule.Staircase(0, 2),
                () -> new RateSchedule.Staircase(0.5, 0),
                () -> new RateSchedule.Exponential(0),
                () -> new RateSchedule.Exponential(1.1),
                () -> VibSettings.PAPER.epochs(0),
                () -> settings(List.of(), 1, 1, 0.1),
                () -> settings(List.of(4), 0, 1, 0.1),
                () -> settings(List.of(4), 1, 0, 0.1),
                () -> settings(List.of(4), 1, 1, Double.NaN));
    }

    private static VibSettings settings(List<Integer> hidden, int batch, int samples, double rate) {
        return new VibSettings(
                hidden,
                SmallVib.NARROW,
                1,
                batch,
                samples,
                rate,
                0.5,
                new RateSchedule.Cosine(),
                new Averaging.Growing(0.9),
                MatrixPrecision.FLOAT32);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void shouldRefuseWhatCannotBe(Supplier<Object> made) {
        assertThrows(IllegalArgumentException.class, made::get);
    }

    @Test
    void shouldFallInStairsAsTheNotebookDoes() {
        RateSchedule stairs = new RateSchedule.Staircase(0.97, 2);
        assertEquals(1, stairs.factor(1.99, 200));
        assertEquals(0.97, stairs.factor(2, 200));
        assertEquals(Math.pow(0.97, 99), stairs.factor(199.5, 200), 1e-15);
    }

    @Test
    void shouldFallByTheSameShareAnEpochToWhatIsLeft() {
        RateSchedule exponential = new RateSchedule.Exponential(0.09);
        assertEquals(1, exponential.factor(0, 40));
        assertEquals(0.3, exponential.factor(20, 40), 1e-15);
        assertEquals(0.09, exponential.factor(40, 40), 1e-15);
    }

    @Test
    void shouldFallAlongHalfACosine() {
        RateSchedule cosine = new RateSchedule.Cosine();
        assertEquals(1, cosine.factor(0, 40));
        assertEquals(0.5, cosine.factor(20, 40), 1e-15);
        assertEquals(0, cosine.factor(40, 40), 1e-15);
    }

    @Test
    void shouldNeverRaiseTheStepSize() {
        for (RateSchedule schedule : SCHEDULES) {
            double before = 1;
            for (double epoch = 0; epoch <= 30; epoch += 0.25) {
                double factor = schedule.factor(epoch, 30);
                assertTrue(factor >= 0 && factor <= before, schedule::toString);
                before = factor;
            }
        }
        assertEquals(
                Set.of(RateSchedule.class.getPermittedSubclasses()),
                SCHEDULES.stream().map(Object::getClass).collect(Collectors.toSet()));
    }
}
