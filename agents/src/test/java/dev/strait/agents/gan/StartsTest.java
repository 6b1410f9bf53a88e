package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.Adam;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several beginnings, of which the one that doubts least goes on. */
class StartsTest {

    private static final Device CPU = Device.cpu();
    private static final int COUNT = 3;
    private static final int TRIAL = 4;

    /** Three starts of four steps, in rounds of two; eight more steps for the best. */
    private static final GanSettings SETTINGS = settings(new Starts(COUNT, 0.6), 20);

    private static GanSettings settings(Starts starts, long steps) {
        GanSettings infoGan = SmallGans.settings(GanRecipes.INFOGAN);
        return infoGan.tricks(infoGan.tricks().starts(starts))
                .pace(infoGan.pace().steps(steps).stepsARound(2));
    }

    private static Map<String, TensorData> arrays(TrainingState state) {
        return state.checkpoint(Checkpoint.newState()).tensors();
    }

    private static float[] generator(TrainingState state) {
        return arrays(state).get("generator.parameters").floats();
    }

    private static TrainingState state(double mark) {
        TrainingState state = new TrainingState();
        state.put("mark", mark);
        return state;
    }

    private static double mark(TrainingState state) {
        return state.doubles("mark", 1)[0];
    }

    private static void end(Trials trials, double doubt, TrainingState state) {
        trials.note(Map.of("codes/real_entropy", doubt));
        trials.end(state);
    }

    @Test
    void shouldTryInWholeRounds() {
        Pace pace = Pace.of(Adam.of(0.1), 1000, 40);
        assertEquals(120, new Starts(4, 0.6).trial(pace), "150 is three rounds and a rest");
        assertEquals(15, new Starts(4, 0.6).trial(pace.steps(100)), "less than a round");
        assertEquals(0, new Starts(4, 0.6).trial(pace.steps(6)));
        assertEquals(0, Starts.ONE.trial(pace));
        assertThrows(IllegalArgumentException.class, () -> new Starts(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Starts(2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Starts(2, 1));
    }

    @Test
    void shouldRefuseStartsThatNothingCompares() {
        Tricks several = Tricks.NONE.starts(new Starts(2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SmallGans.BASE.tricks(several));
        GanSettings numbers = SmallGans.BASE.codes(new Codes.InfoCodes(0, 2, 0, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> numbers.tricks(several));
    }

    @Test
    void shouldKeepTheLeastDoubtAndNeverWhatIsNoNumberForOneThatIs() {
        Trials trials = new Trials(new Starts(4, 0.6), SETTINGS.pace().steps(40));
        double[] doubts = {Double.NaN, 0.5, 0.3, 0.4};
        for (int start = 0; start < doubts.length; start++) {
            assertTrue(trials.open());
            assertEquals(start, trials.number());
            assertTrue(trials.over(6 * (start + 1)));
            assertFalse(trials.over(6 * (start + 1) - 1));
            assertTrue(trials.chosen().isEmpty());
            end(trials, doubts[start], state(start));
        }
        assertFalse(trials.open());
        assertFalse(trials.over(24), "the last trial is over once");
        assertEquals(2, trials.number());
        assertEquals(2, mark(trials.chosen().orElseThrow()));
        assertTrue(trials.chosen().isEmpty(), "once");
        assertEquals(24, trials.all());
        assertEquals(18, trials.lost());
    }

    /** A run of six that goes on to forty: the trials keep their length. */
    @Test
    void shouldGoOnWithItsTrialsWhereTheyStood() {
        Trials stopped = new Trials(new Starts(2, 0.5), SETTINGS.pace().steps(8));
        end(stopped, 0.5, state(7));
        TrainingState saved = new TrainingState();
        stopped.save(saved);
        Trials resumed = new Trials(new Starts(2, 0.5), SETTINGS.pace().steps(40));
        resumed.restore(saved);
        assertEquals(1, resumed.number());
        assertTrue(resumed.over(4));
        end(resumed, 0.6, state(8));
        assertEquals(0, resumed.number());
        assertEquals(7, mark(resumed.chosen().orElseThrow()));
    }

    /** Its players have learned longer than any trial of others would let them. */
    @Test
    void shouldTryNoMoreStartsInARunThatWasTooShortForAny() {
        TrainingState saved = new TrainingState();
        new Trials(new Starts(3, 0.5), SETTINGS.pace().steps(4)).save(saved);
        Trials resumed = new Trials(new Starts(3, 0.5), SETTINGS.pace().steps(40));
        resumed.restore(saved);
        assertFalse(resumed.open());
        assertEquals(0, resumed.number());
        assertTrue(resumed.chosen().isEmpty());
        assertEquals(0, resumed.all());
        assertEquals(0, resumed.lost());
        TrainingState again = new TrainingState();
        resumed.save(again);
        assertFalse(again.has("gan.trials"));
    }

    /** Two steps of Adam at 1e-3 move a weight by less than 0.01, other starts are far away. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGoOnWithTheStartThatDoubtsLeast(long seed) {
        try (GanTraining training = SmallGans.training(SETTINGS, CPU, seed)) {
            List<Double> doubts = new ArrayList<>();
            List<float[]> ends = new ArrayList<>();
            for (int start = 0; start < COUNT; start++) {
                training.round();
                Map<String, Double> last = training.round().figures();
                doubts.add(last.get("codes/real_entropy"));
                assertEquals(start + 1.0, last.get("starts/number"));
                ends.add(generator(SmallGans.after(0, training)));
            }
            int best = doubts.indexOf(Collections.min(doubts));
            Map<String, Double> next = training.round().figures();
            TrainingState state = SmallGans.after(0, training);
            assertEquals(best + 1.0, next.get("starts/number"), doubts.toString());
            assertEquals(TRIAL + 2, state.number("generator.steps"));
            assertTrue(state.part("gan.trials_kept").isEmpty(), "nothing is kept that is not used");
            for (int start = 0; start < COUNT; start++) {
                double moved = distance(ends.get(start), generator(state));
                assertEquals(start == best, moved < 0.01, start + " was " + moved + " away");
            }
        }
    }

    private static double distance(float[] one, float[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    @Test
    void shouldBeginAsATrainingOfOneStartAndThenOtherwise() {
        try (GanTraining several = SmallGans.training(SETTINGS, CPU, 3);
                GanTraining alone = SmallGans.training(settings(Starts.ONE, 20), CPU, 3)) {
            float[] first = generator(SmallGans.after(0, several));
            assertArrayEquals(first, generator(SmallGans.after(0, alone)));
            assertArrayEquals(
                    generator(SmallGans.after(1, alone)), generator(SmallGans.after(1, several)));
            SmallGans.after(1, several);
            assertTrue(distance(first, generator(SmallGans.after(1, several))) > 0.1, "another");
            assertFalse(alone.round().figures().containsKey("starts/number"));
        }
    }

    @Test
    void shouldGoOnAsIfItHadNeverStopped() {
        try (GanTraining never = SmallGans.training(SETTINGS, CPU, 3)) {
            TrainingState state = SmallGans.after(0, never);
            while (!never.finished()) {
                try (GanTraining resumed = SmallGans.training(SETTINGS, CPU, 3)) {
                    resumed.restore(state);
                    state = SmallGans.after(1, never);
                    assertEquals(arrays(state), arrays(SmallGans.after(1, resumed)));
                }
            }
            assertEquals(20, never.steps());
        }
    }

    /** Networks of starts that were given up go with them. */
    @Test
    void shouldLeaveNoTensorOfAnotherStartBehind() throws ReflectiveOperationException {
        Field field = GanTraining.class.getDeclaredField("manager");
        field.setAccessible(true);
        try (GanTraining training = SmallGans.training(SETTINGS, CPU, 1)) {
            int before = SmallGans.resources(field.get(training));
            for (int i = 0; i < 10; i++) {
                training.round();
                assertEquals(before, SmallGans.resources(field.get(training)), "round " + i);
            }
        }
    }
}
