package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GanTrainingTest {

    private static final Device CPU = Device.cpu();

    private static void assertSame(TrainingState expected, TrainingState is) {
        assertEquals(SmallGans.arrays(expected).keySet(), SmallGans.arrays(is).keySet());
        SmallGans.arrays(expected)
                .forEach((name, data) -> assertEquals(data, SmallGans.arrays(is).get(name), name));
    }

    /** Shares of a recipe that has no such figure are NaN by contract. */
    private static final Set<String> LATE = Set.of("bottleneck/late_rate", "bottleneck/late_held");

    @ParameterizedTest
    @MethodSource("dev.strait.agents.gan.SmallGans#kinds")
    void shouldTakeThreeStepsOfEveryRecipeWithFiniteFigures(SmallGans.Kind kind) {
        try (GanTraining training = SmallGans.training(kind.settings(), CPU, 1)) {
            for (int i = 0; i < 3; i++) {
                RoundReport report = training.round();
                report.figures()
                        .forEach(
                                (name, value) ->
                                        assertTrue(
                                                Double.isFinite(value)
                                                        || LATE.contains(name)
                                                        || name.equals("bottleneck/limit"),
                                                name + " was " + value));
            }
            try (Generator generator = training.generator()) {
                for (float number : generator.samples(10, 1)) {
                    assertTrue(Float.isFinite(number));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.strait.agents.gan.SmallGans#kinds")
    void shouldGoOnAsIfItHadNeverStopped(SmallGans.Kind kind) {
        GanSettings settings = kind.settings();
        try (GanTraining never = SmallGans.training(settings, CPU, 3);
                GanTraining resumed = SmallGans.training(settings, CPU, 3)) {
            TrainingState middle = SmallGans.after(3, never);
            TrainingState end = SmallGans.after(2, never);
            resumed.restore(middle);
            assertSame(end, SmallGans.after(2, resumed));
        }
    }

    /** Power iterations and running moments would otherwise step at every look. */
    @Test
    void shouldGoOnAsIfNothingHadBeenRecognised() {
        Game game = SmallGans.BASE.game().regulariser(new Regulariser.SpectralNorm());
        GanSettings settings = GanRecipes.INFOGAN.of(SmallGans.BASE.game(game), SmallGans.CHOICES);
        try (GanTraining asked = SmallGans.training(settings, CPU, 3);
                GanTraining left = SmallGans.training(settings, CPU, 3)) {
            SmallGans.after(2, asked);
            SmallGans.after(2, left);

            int[] choices = asked.recognise(SmallGans.RING.batches(20, 9).next());

            assertEquals(20, choices.length);
            assertSame(SmallGans.after(2, left), SmallGans.after(2, asked));
        }
    }

    /** A single logit of those says nothing, so nothing is told of it. */
    @Test
    void shouldTellAccuraciesOnlyWhereALogitHasABoundary() {
        for (GanRecipes recipe : GanRecipes.values()) {
            GanSettings settings = SmallGans.settings(recipe);
            try (GanTraining training = SmallGans.training(settings, CPU, 1)) {
                assertEquals(
                        settings.game().objective().boundary().isPresent(),
                        training.round().figures().containsKey("discriminator/accuracy"),
                        recipe.id());
            }
        }
    }

    @EachDevice
    void shouldRepeatItselfFromTheSameSeedOnly(Device device) {
        GanSettings settings = SmallGans.settings(GanRecipes.INFOGAN_VDB);
        try (GanTraining first = SmallGans.training(settings, device, 5);
                GanTraining second = SmallGans.training(settings, device, 5);
                GanTraining other = SmallGans.training(settings, device, 6)) {
            TrainingState end = SmallGans.after(3, first);
            assertSame(end, SmallGans.after(3, second));
            assertNotEquals(
                    SmallGans.arrays(end).get("generator.parameters"),
                    SmallGans.arrays(SmallGans.after(3, other)).get("generator.parameters"));
        }
    }

    /** Everything that hangs on a manager, however deep. */
    private static int resources(Object manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        int sum = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            sum += resource instanceof BaseNDManager ? resources(resource) : 1;
        }
        return sum;
    }

    private static <T> T field(GanTraining training, String name, Class<T> type)
            throws ReflectiveOperationException {
        Field field = GanTraining.class.getDeclaredField(name);
        field.setAccessible(true);
        return type.cast(field.get(training));
    }

    @ParameterizedTest
    @MethodSource("dev.strait.agents.gan.SmallGans#kinds")
    void shouldLeaveNoTensorBehindAfterAStep(SmallGans.Kind kind)
            throws ReflectiveOperationException {
        try (GanTraining training = SmallGans.training(kind.settings(), CPU, 1)) {
            training.round();
            int before = resources(field(training, "manager", NDManager.class));
            for (int i = 0; i < 3; i++) {
                training.round();
                training.save(new TrainingState());
                training.generator().close();
            }
            assertEquals(before, resources(field(training, "manager", NDManager.class)));
        }
    }

    /** Against a discriminator that stands still, on the noise that the other way comes to. */
    @Test
    void shouldTeachTheGeneratorFromSharedSamplesAsFromItsOwn()
            throws ReflectiveOperationException {
        Pace pace = SmallGans.BASE.pace().optimisers(Adam.of(1e-30), Adam.of(1e-3));
        GanSettings own = SmallGans.BASE.pace(pace);
        GanSettings shared = own.tricks(own.tricks().generatorBatch(GeneratorBatch.SHARED));
        try (GanTraining first = SmallGans.training(own, CPU, 1);
                GanTraining second = SmallGans.training(shared, CPU, 1)) {
            TrainingState start = SmallGans.after(0, first);
            TrainingState expected = SmallGans.after(1, first);
            long[] before = start.longs("gan.noise");
            long[] after = expected.longs("gan.noise");
            second.restore(start);
            field(second, "latentNoise", NoiseStream.class).restore((before[0] + after[0]) / 2);
            TrainingState found = SmallGans.after(1, second);
            assertEquals(after[0], found.longs("gan.noise")[0]);
            assertNotEquals(
                    SmallGans.arrays(start).get("generator.parameters"),
                    SmallGans.arrays(found).get("generator.parameters"));
            assertEquals(
                    SmallGans.arrays(expected).get("generator.parameters"),
                    SmallGans.arrays(found).get("generator.parameters"));
        }
    }

    /** The sum of the squares of weights that stand still, times 1, ½, ¼, ⅛ of five halvings. */
    @Test
    void shouldWeakenTheRegulariserByTheSameShareInEveryStep() {
        Pace still = SmallGans.BASE.pace().optimisers(Adam.of(1e-30), Adam.of(1e-30));
        GanSettings settings =
                SmallGans.BASE
                        .game(Game.GAN.regulariser(new Regulariser.WeightDecay(1)))
                        .pace(still.steps(5).finalStrength(1 / 32.0));
        try (GanTraining training = SmallGans.training(settings, CPU, 1)) {
            double first = training.round().figures().get("discriminator/penalty");
            for (double share : new double[] {0.5, 0.25, 0.125}) {
                double penalty = training.round().figures().get("discriminator/penalty");
                assertEquals(share * first, penalty, 1e-5 * first);
            }
        }
    }

    /** One player learns, the other stands still: the second of two steps is half as long. */
    @Test
    void shouldAnnealBothPlayers() {
        Sgd learns = new Sgd(0.01, 0);
        Adam still = Adam.of(1e-30);
        assertHalfASecondStep("generator", SmallGans.BASE.pace().optimisers(still, learns));
        assertHalfASecondStep("discriminator", SmallGans.BASE.pace().optimisers(learns, still));
    }

    private static void assertHalfASecondStep(String player, Pace pace) {
        float[] first = parameters(player, pace.steps(2), 1);
        float[] whole = parameters(player, pace.steps(2), 2);
        float[] half = parameters(player, pace.steps(2).finalRate(0), 2);
        boolean moved = false;
        for (int i = 0; i < first.length; i++) {
            moved |= whole[i] != first[i];
            assertEquals((whole[i] + first[i]) / 2, half[i], 1e-6, player);
        }
        assertTrue(moved, player);
        assertFalse(Arrays.equals(whole, half), player);
    }

    private static float[] parameters(String player, Pace pace, int steps) {
        GanSettings settings = SmallGans.BASE.pace(pace);
        try (GanTraining training = SmallGans.training(settings, CPU, 1)) {
            return SmallGans.arrays(SmallGans.after(steps, training))
                    .get(player + ".parameters")
                    .floats();
        }
    }

    @Test
    void shouldEndAfterThePlannedSteps() {
        GanSettings settings = SmallGans.BASE.pace(SmallGans.BASE.pace().steps(5).stepsARound(2));
        try (GanTraining training = SmallGans.training(settings, CPU, 1)) {
            training.round();
            assertEquals(0.4, training.progress(), 1e-9);
            training.round();
            assertFalse(training.finished());
            training.round();
            assertTrue(training.finished());
            assertEquals(5, training.steps());
        }
    }

    /** A run of four steps that goes on to eight: the last half is then the last four. */
    @Test
    void shouldHaveALaterLastHalfWhenARunGoesOn() {
        GanSettings settings = SmallGans.settings(GanRecipes.VGAN);
        GanSettings longer = settings.pace(settings.pace().steps(8));
        try (GanTraining whole = SmallGans.training(longer, CPU, 1);
                GanTraining part =
                        SmallGans.training(settings.pace(settings.pace().steps(4)), CPU, 1);
                GanTraining rest = SmallGans.training(longer, CPU, 1)) {
            rest.restore(SmallGans.after(4, part));
            for (int i = 0; i < 7; i++) {
                whole.round();
            }
            for (int i = 4; i < 7; i++) {
                rest.round();
            }
            assertEquals(
                    whole.round().figures().get("bottleneck/late_rate"),
                    rest.round().figures().get("bottleneck/late_rate"),
                    1e-9);
        }
    }

    @Test
    void shouldSayOverTheLastHalfWhetherTheConstraintWasHeld() {
        GanSettings settings = SmallGans.settings(GanRecipes.VGAN);
        settings = settings.pace(settings.pace().steps(4));
        try (GanTraining training = SmallGans.training(settings, CPU, 1)) {
            training.round();
            assertEquals(Double.NaN, training.round().figures().get("bottleneck/late_rate"));
            Map<String, Double> third = training.round().figures();
            assertEquals(third.get("bottleneck/rate"), third.get("bottleneck/late_rate"), 1e-12);
            Map<String, Double> fourth = training.round().figures();
            double mean = (third.get("bottleneck/rate") + fourth.get("bottleneck/rate")) / 2;
            assertEquals(mean, fourth.get("bottleneck/late_rate"), 1e-12);
            assertEquals(mean <= 0.33 ? 1 : 0, fourth.get("bottleneck/late_held"));
        }
    }

    @Test
    void shouldGiveAGeneratorThatLaterStepsDoNotChange() {
        try (GanTraining training = SmallGans.training(SmallGans.BASE, CPU, 1);
                Generator early = training.generator()) {
            float[] before = early.samples(4, 9);
            SmallGans.after(3, training);
            assertArrayEquals(before, early.samples(4, 9));
            try (Generator late = training.generator()) {
                assertFalse(Arrays.equals(before, late.samples(4, 9)));
            }
        }
    }
}
