package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Normalisation;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageBatches;
import java.lang.reflect.Field;
import java.util.ArrayList;
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

    @Test
    void shouldTryInWholeRounds() {
        Pace pace = Pace.of(Adam.of(0.1), 1000, 40);
        assertEquals(120, new Starts(4, 0.6).trial(pace), "150 is three rounds and a rest");
        assertEquals(0, new Starts(4, 0.6).trial(pace.steps(100)), "less than a round");
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
    void shouldKeepTheLeastDoubt() {
        Trials trials = new Trials(new Starts(4, 0.6), SETTINGS.pace().steps(40));
        double[] doubts = {0.6, 0.5, 0.3, 0.4};
        for (int start = 0; start < doubts.length; start++) {
            assertTrue(trials.open());
            assertEquals(start, trials.number());
            assertTrue(trials.over(6 * (start + 1)));
            assertFalse(trials.over(6 * (start + 1) - 1));
            assertTrue(trials.chosen().isEmpty());
            trials.end(doubts[start], state(start));
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
        stopped.end(0.5, state(7));
        TrainingState saved = new TrainingState();
        stopped.save(saved);
        Trials resumed = new Trials(new Starts(2, 0.5), SETTINGS.pace().steps(40));
        resumed.restore(saved);
        assertEquals(1, resumed.number());
        assertTrue(resumed.over(4));
        resumed.end(0.6, state(8));
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
    void shouldGoOnWithTheStartThatDoubtsLeast(long seed) throws ReflectiveOperationException {
        try (GanTraining training = SmallGans.training(SETTINGS, CPU, seed)) {
            List<float[]> ends = new ArrayList<>();
            double least = Double.POSITIVE_INFINITY;
            int best = -1;
            for (int start = 0; start < COUNT; start++) {
                training.round();
                assertEquals(start + 1.0, training.round().figures().get("starts/number"));
                double doubt = doubt(training, seed);
                best = doubt < least ? start : best;
                least = Math.min(doubt, least);
                ends.add(generator(SmallGans.after(0, training)));
            }
            Map<String, Double> next = training.round().figures();
            TrainingState state = SmallGans.after(0, training);
            assertEquals(best + 1.0, next.get("starts/number"));
            assertEquals(least, next.get("starts/least_doubt"), 1e-6);
            assertEquals(TRIAL + 2, state.number("generator.steps"));
            assertFalse(state.has("gan.trials_kept.generator.steps"), "it is not used any more");
            for (int start = 0; start < COUNT; start++) {
                double moved = distance(ends.get(start), generator(state));
                assertEquals(start == best, moved < 0.01, start + " was " + moved + " away");
            }
        }
    }

    /** The mean entropy of Q over the first 2,560 samples of the data, 128 at once. */
    private static double doubt(GanTraining training, long seed)
            throws ReflectiveOperationException {
        Field field = GanTraining.class.getDeclaredField("players");
        field.setAccessible(true);
        Players players = (Players) field.get(training);
        double sum = 0;
        try (ImageBatches batches = SmallGans.RING.batches(16, seed);
                NDManager manager = TensorEngine.newManager(CPU)) {
            for (int i = 0; i < 20; i++) {
                float[] samples = new float[8 * 16 * 2];
                for (int j = 0; j < 8; j++) {
                    System.arraycopy(batches.next().pixels(), 0, samples, j * 16 * 2, 16 * 2);
                }
                NDArray together = manager.create(samples, new Shape(8 * 16, 2));
                sum += players.doubt(together).getFloat();
            }
        }
        return sum / 20;
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

    /** Seeds of dropout are the start's own, and no part of a checkpoint. */
    @Test
    void shouldGoOnAsIfItHadNeverStopped() {
        GanSettings settings =
                SETTINGS.game(SETTINGS.game().regulariser(new Regulariser.Dropout(0.5)));
        try (GanTraining never = SmallGans.training(settings, CPU, 3)) {
            TrainingState state = SmallGans.after(0, never);
            while (!never.finished()) {
                try (GanTraining resumed = SmallGans.training(settings, CPU, 3)) {
                    resumed.restore(state);
                    state = SmallGans.after(1, never);
                    assertEquals(arrays(state), arrays(SmallGans.after(1, resumed)));
                }
            }
            assertEquals(20, never.steps());
            assertEquals(12, state.number("generator.steps"));
        }
    }

    @Test
    void shouldRefuseACheckpointOfOtherStarts() {
        try (GanTraining three = SmallGans.training(SETTINGS, CPU, 3);
                GanTraining two = SmallGans.training(settings(new Starts(2, 0.6), 20), CPU, 3);
                GanTraining one = SmallGans.training(settings(Starts.ONE, 20), CPU, 3)) {
            TrainingState state = SmallGans.after(1, three);
            assertThrows(IllegalArgumentException.class, () -> two.restore(state));
            assertThrows(IllegalArgumentException.class, () -> one.restore(state));
        }
    }

    /** The first step of a start is whole, its second shorter by a twelfth: it has twelve. */
    @Test
    void shouldAnnealByTheStepsThatAStartHas() {
        Pace pace = SETTINGS.pace().stepsARound(1).optimisers(Adam.of(1e-30), new Sgd(0.1, 0));
        try (GanTraining whole = SmallGans.training(SETTINGS.pace(pace), CPU, 3);
                GanTraining falling =
                        SmallGans.training(SETTINGS.pace(pace.finalRate(0)), CPU, 3)) {
            float[] first = generator(SmallGans.after(TRIAL + 1, whole));
            assertArrayEquals(first, generator(SmallGans.after(TRIAL + 1, falling)));
            float[] second = generator(SmallGans.after(1, whole));
            float[] shorter = generator(SmallGans.after(1, falling));
            assertTrue(distance(first, second) > 1e-4, "moved by " + distance(first, second));
            for (int i = 0; i < first.length; i++) {
                assertEquals((second[i] - first[i]) * 11 / 12, shorter[i] - first[i], 1e-6);
            }
        }
    }

    /**
     * Three steps of the critic at the beginning of each, then one; the reference batch is free.
     */
    @Test
    void shouldBeginEveryStartWithTheCriticsBurstAndGoOnInTheData() {
        CriticSchedule critic = new CriticSchedule.Bursts(1, 3, 1, 1000);
        Networks virtual =
                new Networks.FullyConnected(
                        List.of(8),
                        List.of(8),
                        Activation.RELU,
                        new Normalisation.Virtual(),
                        Activation.IDENTITY);
        GanSettings settings =
                SETTINGS.networks(virtual).pace(SETTINGS.pace().stepsARound(1).critic(critic));
        try (GanTraining training = SmallGans.training(settings, CPU, 3)) {
            assertEquals(6, SmallGans.after(TRIAL, training).longs("gan.counts")[3]);
            assertEquals(9, SmallGans.after(1, training).longs("gan.counts")[3]);
        }
    }

    /** Twelve steps are the chosen players' own, the last six of them after step 14. */
    @Test
    void shouldJudgeTheConstraintByTheLastHalfOfTheOneThatGoesOn() {
        GanSettings settings = SmallGans.settings(GanRecipes.INFOGAN_VDB);
        settings = settings.tricks(SETTINGS.tricks()).pace(SETTINGS.pace());
        try (GanTraining training = SmallGans.training(settings, CPU, 3)) {
            for (int steps = 2; steps <= 20; steps += 2) {
                double late = training.round().figures().get("bottleneck/late_rate");
                assertEquals(steps > 14, Double.isFinite(late), "step " + steps);
            }
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
