package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.network.Activation;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Dense;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.StateFrames;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.mimic.MotionImitation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A discriminator that sees states as frames. */
class FramesTest {

    private static final EnvironmentSpec BIPED = Environments.spec("PlanarBiped-v0:run");
    private static final int PIXELS = StateFrames.SIDE * StateFrames.SIDE;

    @TempDir private Path folder;

    private static DiscriminatorSettings watching(DiscriminatorInput input, Bottleneck bottleneck) {
        return SmallTrainings.discriminator(new Regulariser.None())
                .input(input)
                .view(StateView.Frames.defaults())
                .bottleneck(bottleneck);
    }

    /** Legs straight, or knees and hips bent by an angle; upright, about as high as that is. */
    private static Rollout posture(int count, double bend, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] observations = new double[count * 18];
        double[] next = new double[count * 18];
        for (int i = 0; i < count * 18; i += 18) {
            for (double[] state : List.of(observations, next)) {
                state[i] = 0.86 * Math.cos(bend) + 0.02 * random.nextDouble();
                state[i + 1] = 1;
                for (int leg = i + 6; leg < i + 12; leg += 3) {
                    state[leg] = bend + random.nextDouble(-0.2, 0.2);
                    state[leg + 1] = -2 * bend + random.nextDouble(-0.2, 0.2);
                }
            }
        }
        return new Rollout(
                count,
                1,
                new float[count * 18],
                new float[count * 18],
                observations,
                next,
                new double[count * 6],
                new double[count * 6],
                new double[count],
                new boolean[count],
                new boolean[count]);
    }

    private static Policy policy(Device device) {
        return SmallTrainings.policy(BIPED, SmallTrainings.policySettings(), device);
    }

    private static Adversary adversary(
            Policy policy, DiscriminatorSettings settings, Experience expert) {
        return new Adversary(
                expert,
                policy,
                settings.view().of(BIPED.factory().get()),
                settings,
                0.97,
                new Seeds(4));
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @EachDevice
    void shouldTellTwoPosturesApart(Device device) {
        for (DiscriminatorInput input :
                List.of(DiscriminatorInput.STATE, DiscriminatorInput.TRANSITION)) {
            for (Bottleneck bottleneck :
                    List.of(new Bottleneck.None(), Bottleneck.Variational.of(4, 0.5))) {
                Experience standing = Experience.of(posture(60, 0, 1));
                Rollout crouching = posture(60, 0.5, 2);
                try (Policy policy = policy(device);
                        Adversary adversary =
                                adversary(policy, watching(input, bottleneck), standing)) {
                    AdversaryReport last = null;
                    for (int round = 0; round < 40; round++) {
                        last = adversary.update(crouching);
                    }
                    double told = last.figures().get("discriminator/accuracy");
                    assertTrue(told > 0.9, () -> input + " " + bottleneck + ": " + told);
                    double good = mean(adversary.rewards(posture(20, 0, 3)));
                    double bad = mean(adversary.rewards(posture(20, 0.5, 4)));
                    assertTrue(good > 1.5 * bad, () -> good + " is not above " + bad);
                }
            }
        }
    }

    /** First weights that are not small, so that a new network looks somewhere. */
    private static final Bottleneck PLAIN_WEIGHTS =
            new Bottleneck.Variational(
                    4,
                    0.3,
                    new Spread.LogStd(),
                    new InitialWeights.FanIn(),
                    new RateExpectation.Mixture(),
                    DualAscent.PaperRule.DEFAULT,
                    0.1);

    /** |∂D/∂x| against (D(x + h) − D(x − h)) / 2h at the pixels that matter most. */
    @EachDevice
    void shouldLookWhereItsBeliefChanges(Device device) {
        for (Bottleneck bottleneck : List.of(new Bottleneck.None(), PLAIN_WEIGHTS)) {
            DiscriminatorSettings settings = watching(DiscriminatorInput.TRANSITION, bottleneck);
            try (NDManager manager = TensorEngine.newManager(device)) {
                Discriminator network =
                        JudgeNetwork.of(settings).build(2 * PIXELS, manager, new SeedStream(3));
                assertSlopes(network, manager, description(settings), device);
            }
        }
    }

    private static void assertSlopes(
            Discriminator network, NDManager manager, RewardDescription of, Device device) {
        float step = 4e-3f;
        Experience one = Experience.of(posture(1, 0.2, 5));
        try (LearnedReward reward = LearnedReward.of(of, network, device)) {
            float[] seen = reward.seen(one);
            float[] saliency = reward.saliency(one);
            assertEquals(2 * PIXELS, saliency.length);
            double steepest = 0;
            for (float each : saliency) {
                steepest = Math.max(steepest, each);
            }
            int compared = 0;
            for (int i = 0; i < saliency.length; i++) {
                if (saliency[i] > 0.7 * steepest) {
                    double above = belief(network, manager, seen, i, step);
                    double below = belief(network, manager, seen, i, -step);
                    double slope = Math.abs(above - below) / (2 * step);
                    assertEquals(slope, saliency[i], 0.05 * steepest, "pixel " + i);
                    compared++;
                }
            }
            assertTrue(compared > 10, "only " + compared + " pixels matter");
        }
    }

    private static double belief(
            Discriminator network, NDManager manager, float[] seen, int pixel, float step) {
        float[] changed = seen.clone();
        changed[pixel] += step;
        try (NDManager scope = manager.newSubManager()) {
            NDArray rows = scope.create(changed, new Shape(1, changed.length));
            return 1 / (1 + Math.exp(-network.logits(rows).getFloat(0)));
        }
    }

    private static RewardDescription description(DiscriminatorSettings settings) {
        return new RewardDescription(
                BIPED.id(),
                18,
                PIXELS,
                BIPED.factory().get().actionSpace(),
                settings.input(),
                RewardForm.SURVIVAL,
                0,
                JudgeNetwork.of(settings),
                new double[0]);
    }

    /** A rollout is judged in parts; a state's reward does not depend on which part it is in. */
    @EachDevice
    void shouldJudgeInPartsAsAtOnce(Device device) {
        Rollout many = posture(1100, 0.3, 6);
        Experience all = Experience.of(many);
        DiscriminatorSettings settings =
                watching(DiscriminatorInput.TRANSITION, new Bottleneck.None());
        try (Policy policy = policy(device);
                Adversary adversary = adversary(policy, settings, Experience.of(posture(9, 0, 1)));
                LearnedReward reward = adversary.reward(BIPED.id())) {
            double[] rewards = adversary.rewards(many);
            assertArrayEquals(rewards, reward.of(all));
            for (int i : new int[] {0, 1023, 1024, 1099}) {
                assertEquals(rewards[i], reward.of(all.rows(i))[0], 1e-6, "row " + i);
            }
        }
    }

    @EachDevice
    void shouldComeBackFromItsFiles(Device device) throws IOException {
        Experience some = Experience.of(posture(7, 0.3, 6));
        DiscriminatorSettings settings =
                watching(DiscriminatorInput.TRANSITION, SmallTrainings.NARROW);
        try (Policy policy = policy(device);
                Adversary adversary = adversary(policy, settings, Experience.of(posture(9, 0, 1)));
                LearnedReward reward = adversary.reward(BIPED.id())) {
            reward.save(folder, Map.of());
            try (LearnedReward loaded = LearnedReward.load(folder, device)) {
                assertTrue(loaded.seesFrames());
                assertArrayEquals(reward.of(some), loaded.of(some));
                assertArrayEquals(reward.saliency(some), loaded.saliency(some));
            }
        }
    }

    private static PolicyTraining small(
            EnvironmentSpec spec, ImitationRecipes recipe, DiscriminatorSettings settings) {
        ImitationSettings small =
                new ImitationSettings(
                        SmallTrainings.policySettings(),
                        SmallTrainings.ppoSettings(),
                        recipe.of(settings, SmallTrainings.NARROW),
                        CloningSettings.DEFAULT,
                        false,
                        10L * SmallTrainings.ppoSettings().roundSize(),
                        5);
        Demonstrations shown =
                spec.factory().get() instanceof MotionImitation motion
                        ? motion.demonstrations()
                        : SmallTrainings.demonstrations(spec, 1);
        return new Imitation(spec, small, Device.cpu(), 1, new Seeds(8)).training(recipe, shown, 1);
    }

    /** Every method that a clip without actions serves takes frames as it takes numbers. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "GAIL",
                "VAIL",
                "GAIL_NOISE",
                "GAIL_GP",
                "VAIL_GP",
                "VAIL_ONE_CENTRED",
                "AMP",
                "AMP_LOGISTIC",
                "GAIL_COMBINED",
                "VAIL_RELATIVISTIC"
            })
    void shouldGoOnFromASavedStateToTheBit(ImitationRecipes recipe) {
        DiscriminatorSettings settings =
                watching(DiscriminatorInput.TRANSITION, new Bottleneck.None());
        try (PolicyTraining one = small(BIPED, recipe, settings);
                PolicyTraining other = small(BIPED, recipe, settings)) {
            one.round();
            TrainingState state = new TrainingState();
            one.save(state);
            other.restore(state);

            RoundReport next = one.round();
            assertEquals(next.figures(), other.round().figures());
            assertTrue(Double.isFinite(next.figures().get("rollout/reward")));
        }
    }

    /** AIRL's g may be of frames, if it is of the state alone; a clip has no actions for ln π. */
    @Test
    void shouldRefuseActionsBesideFrames() {
        DiscriminatorSettings frames = watching(DiscriminatorInput.STATE, new Bottleneck.None());
        assertRefused("TRANSITION", () -> frames.input(DiscriminatorInput.STATE_ACTION));
        assertRefused("stateOnlyReward", () -> frames.logit(new LogitForm.Shaped(false)));
        assertEquals(
                DiscriminatorInput.STATE, frames.logit(new LogitForm.Shaped(true)).lastingInput());
    }

    @Test
    void shouldRefuseWorldsThatCannotBeDrawnFromObservations() {
        DiscriminatorSettings frames = watching(DiscriminatorInput.STATE, new Bottleneck.None());
        assertRefused(
                "CartPole is not",
                () -> small(SmallTrainings.CART_POLE, ImitationRecipes.VAIL, frames));
        RewardDescription good = description(frames);
        RewardDescription elsewhere =
                new RewardDescription(
                        "Nowhere-v0",
                        18,
                        PIXELS,
                        good.actionSpace(),
                        good.input(),
                        good.form(),
                        0,
                        good.network(),
                        good.moments());
        assertRefused("not known here", elsewhere::encoder);
    }

    private static void assertRefused(String reason, Executable action) {
        Exception refused = assertThrows(IllegalArgumentException.class, action);
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    /** Frames go in as they are, whatever is asked of numbers. */
    @Test
    void shouldNotNormaliseFrames() {
        DiscriminatorSettings numbers = SmallTrainings.discriminator(new Regulariser.None());
        assertTrue(numbers.normaliseInputs() && numbers.normalises());
        DiscriminatorSettings frames = watching(DiscriminatorInput.STATE, new Bottleneck.None());
        assertTrue(frames.normaliseInputs());
        assertFalse(frames.normalises());
        assertRefused("filters", () -> new StateView.Frames(List.of()));
    }

    /** Numbers have no layers of their own: the trunk is the dense one. */
    @Test
    void shouldLeaveTheTrunkOfNumbersAsItWas() {
        DiscriminatorSettings numbers = SmallTrainings.discriminator(new Regulariser.None());
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Discriminator network = JudgeNetwork.of(numbers).build(5, manager, new SeedStream(3));
            float[] dense =
                    BlockState.all(
                                    Dense.of(5, List.of(), 16)
                                            .last(Activation.TANH)
                                            .build(manager, new SeedStream(3)))
                            .values()
                            .iterator()
                            .next()
                            .toFloatArray();
            assertArrayEquals(
                    dense,
                    BlockState.all(network.block()).values().iterator().next().toFloatArray());
        }
    }

    @Test
    void shouldHaveAPresetOfItsOwn() {
        ImitationSettings numbers = ImitationPresets.of(ImitationRecipes.VAIL, BIPED.id());
        ImitationSettings frames = ImitationPresets.ofFrames(ImitationRecipes.VAIL, BIPED.id());
        assertEquals(numbers.policy(), frames.policy());
        assertEquals(DiscriminatorInput.TRANSITION, frames.discriminator().input());
        assertTrue(frames.discriminator().view() instanceof StateView.Frames);
        Bottleneck.Variational narrow =
                (Bottleneck.Variational) frames.discriminator().bottleneck();
        assertEquals(0.5, narrow.informationLimit());
        assertRefused(
                "stateOnlyReward",
                () -> ImitationPresets.ofFrames(ImitationRecipes.VAIRL, BIPED.id()));
    }

    /**
     * A new policy falls after 14 steps; one that was paid by frames alone for 82,000 steps stays
     * up for at least twice as long. It moves faster here than the preset has it, which makes it
     * stand rather than run.
     */
    @Test
    @Tag("long")
    void shouldLearnToStayUpFromFramesAlone() {
        ImitationSettings preset = ImitationPresets.ofFrames(ImitationRecipes.VAIL, BIPED.id());
        ImitationSettings hasty =
                new ImitationSettings(
                        preset.policy(),
                        preset.ppo().updating(16, 10, 128, 5e-4),
                        preset.discriminator(),
                        preset.cloning(),
                        false,
                        preset.steps(),
                        40);
        Demonstrations clip = ((MotionImitation) BIPED.factory().get()).demonstrations();
        try (PolicyTraining training =
                new Imitation(BIPED, hasty, Device.cpu(), 1, new Seeds(100))
                        .training(ImitationRecipes.VAIL, clip, 1)) {
            double first = length(training, 8);
            while (training.environmentSteps() < 73_000) {
                training.round();
            }
            double last = length(training, 8);
            assertTrue(last > 2 * first, () -> first + " steps an episode became " + last);
        }
    }

    /** Mean length of the episodes of some rounds. */
    private static double length(PolicyTraining training, int rounds) {
        long before = training.environmentSteps();
        double episodes = 0;
        for (int i = 0; i < rounds; i++) {
            episodes += training.round().figures().get("rollout/episodes");
        }
        return (training.environmentSteps() - before) / episodes;
    }
}
