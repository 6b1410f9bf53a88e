package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimedTrainingTest {

    private static final long SECOND = 1_000_000_000L;

    /** Every look at the clock is a second later, so every round takes one. */
    private final long[] now = {0};

    private PolicyTraining inner() {
        return SmallTrainings.ppo(SmallTrainings.CART_POLE, Device.cpu(), 1);
    }

    private TimedTraining timed(double limit) {
        return new TimedTraining(inner(), limit, () -> now[0] += SECOND);
    }

    private static int rounds(Training training) {
        int rounds = 0;
        while (!training.finished()) {
            training.round();
            rounds++;
        }
        return rounds;
    }

    @Test
    void shouldEndWithTheRoundThatPassesTheLimit() {
        try (TimedTraining training = timed(2.5)) {
            training.round();
            assertEquals(1 / 2.5, training.progress(), 1e-12);
            assertEquals(2, rounds(training));
            assertEquals(1, training.progress());
            assertEquals(
                    3L * SmallTrainings.ppoSettings().roundSize(), training.environmentSteps());
        }
    }

    @Test
    void shouldEndWithThePlannedRoundsWhereTheyAreOverFirst() {
        try (TimedTraining training = timed(1e6);
                PolicyTraining plain = inner()) {
            assertEquals(rounds(plain), rounds(training));
            assertEquals(1, training.progress());
        }
    }

    @Test
    void shouldRememberTheTimeOfEarlierSittings() {
        TrainingState state = new TrainingState();
        try (TimedTraining first = timed(3)) {
            first.round();
            first.round();
            first.save(state);
        }
        try (TimedTraining resumed = timed(3)) {
            resumed.restore(state);
            assertFalse(resumed.finished());
            assertEquals(1, rounds(resumed));
        }
    }

    /** Never finished by itself, and busy; the processor's clock may tick in hundredths. */
    private static final class Busy implements PolicyTraining {

        @Override
        public boolean finished() {
            return false;
        }

        @Override
        public RoundReport round() {
            long until = System.nanoTime() + SECOND / 20;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return new RoundReport(1, 0, Map.of());
        }

        @Override
        public double progress() {
            return 0;
        }

        @Override
        public long environmentSteps() {
            return 0;
        }

        @Override
        public Policy policy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(TrainingState state) {}

        @Override
        public void restore(TrainingState state) {}

        @Override
        public void close() {}
    }

    @Test
    void shouldCountTheTimeOfTheProcessor() {
        try (TimedTraining training = TimedTraining.ofProcessorTime(new Busy(), 0.05)) {
            assertTrue(rounds(training) >= 1);
            assertEquals(1, training.progress());
        }
    }

    @Test
    void shouldRefuseATimeThatIsNone() {
        try (PolicyTraining inner = inner()) {
            for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TimedTraining.ofProcessorTime(inner, bad));
            }
        }
    }
}
