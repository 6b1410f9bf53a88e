package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Transitions;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.motion.OwnClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A discriminator that sees what states lack of a clip at their phase. */
class DifferenceTest {

    private static final EnvironmentSpec BIPED = Environments.spec("PlanarBipedPhase-v0:run");
    private static final int SIZE = 20;
    private static final Bottleneck NONE = new Bottleneck.None();

    @TempDir private Path folder;

    private static Demonstrations clip() {
        return ((MotionImitation) BIPED.factory().get()).demonstrations();
    }

    private static Experience expert() {
        return Experience.of(Transitions.of(clip()), true);
    }

    /** The clip's own transitions, each at a phase that is late by an angle. */
    private static Rollout late(double angle) {
        Experience shown = expert();
        double[] observations = shown.observations().clone();
        double[] next = shown.nextObservations().clone();
        for (int i = 0; i < observations.length; i += SIZE) {
            turn(observations, i + 18, angle);
            turn(next, i + 18, angle);
        }
        int count = shown.size();
        return new Rollout(
                count,
                1,
                new float[count * SIZE],
                new float[count * SIZE],
                observations,
                next,
                new double[count * 6],
                new double[count * 6],
                new double[count],
                new boolean[count],
                new boolean[count]);
    }

    private static void turn(double[] row, int at, double angle) {
        double phase = Math.atan2(row[at + 1], row[at]) + angle;
        row[at] = Math.cos(phase);
        row[at + 1] = Math.sin(phase);
    }

    private static DiscriminatorSettings settings(StateView view, Bottleneck bottleneck) {
        return SmallTrainings.discriminator(new Regulariser.R2(0.1))
                .input(DiscriminatorInput.TRANSITION)
                .view(view)
                .bottleneck(bottleneck);
    }

    private static Adversary adversary(Policy policy, DiscriminatorSettings settings) {
        return new Adversary(
                expert(),
                policy,
                settings.view().of(BIPED.factory().get()),
                settings,
                0.97,
                new Seeds(4));
    }

    private static Policy policy(Device device) {
        return SmallTrainings.policy(BIPED, SmallTrainings.policySettings(), device);
    }

    private static double paid(Adversary adversary, double angle) {
        return Arrays.stream(adversary.rewards(late(angle))).average().orElseThrow();
    }

    /**
     * Every state is the expert's, only late: whoever sees the features alone sees no difference.
     */
    @EachDevice
    void shouldPayTheLessTheLater(Device device) {
        for (Bottleneck bottleneck :
                new Bottleneck[] {new Bottleneck.None(), Bottleneck.Variational.of(4, 0.5)}) {
            try (Policy policy = policy(device);
                    Adversary differing =
                            adversary(policy, settings(new StateView.Difference(), bottleneck));
                    Adversary blind =
                            adversary(policy, settings(new StateView.Features(), bottleneck))) {
                for (int round = 0; round < 100; round++) {
                    differing.update(late(1.5));
                    blind.update(late(1.5));
                }
                assertEquals(paid(blind, 0), paid(blind, 1.5), 1e-6);
                double[] paid = {paid(differing, 0), paid(differing, 0.5), paid(differing, 1.5)};
                assertTrue(
                        paid[0] > paid[1] + 0.05 && paid[1] > paid[2] + 0.02,
                        () -> bottleneck + " pays " + Arrays.toString(paid));
            }
        }
    }

    /**
     * How much of the way from the clip's logit down to that of the only agent it has seen is still
     * to come halfway there.
     */
    private static double restOfTheWay(Regulariser regulariser, Device device) {
        DiscriminatorSettings settings =
                settings(new StateView.Difference(), NONE)
                        .regulariser(regulariser)
                        .reward(RewardForm.LOGIT);
        try (Policy policy = policy(device);
                Adversary adversary = adversary(policy, settings)) {
            for (int round = 0; round < 300; round++) {
                adversary.update(late(1.5));
            }
            double far = paid(adversary, 1.5);
            return (paid(adversary, 0.75) - far) / (paid(adversary, 0) - far);
        }
    }

    @EachDevice
    void shouldSlopeFromTheAgentAllTheWayToTheClip(Device device) {
        Regulariser own = ImitationRecipes.ADD.of(DiscriminatorSettings.GAIL, NONE).regulariser();
        double rest = restOfTheWay(own, device);
        double cliff = restOfTheWay(new Regulariser.R2(0.4), device);
        assertTrue(rest > 0.35 && rest > cliff + 0.08, () -> rest + " against " + cliff);
    }

    /** The clip is part of what is saved: another clip's differences would be others. */
    @EachDevice
    void shouldPayTheSameFromAFile(Device device) throws IOException {
        try (Policy policy = policy(device);
                Adversary adversary =
                        adversary(
                                policy,
                                settings(new StateView.Difference(), new Bottleneck.None()))) {
            adversary.update(late(1));
            adversary.saveReward(folder, BIPED.id(), Map.of());
            try (LearnedReward reward = LearnedReward.load(folder, device)) {
                assertArrayEquals(
                        adversary.rewards(late(0.7)), reward.of(Experience.of(late(0.7))), 1e-6);
            }
        }
    }

    private static PolicyTraining small() {
        DiscriminatorSettings own = SmallTrainings.discriminator(new Regulariser.None());
        ImitationSettings small =
                new ImitationSettings(
                        SmallTrainings.policySettings(),
                        SmallTrainings.ppoSettings(),
                        ImitationRecipes.ADD.of(own, SmallTrainings.NARROW),
                        CloningSettings.DEFAULT,
                        false,
                        10L * SmallTrainings.ppoSettings().roundSize(),
                        5);
        return training(small);
    }

    private static PolicyTraining training(ImitationSettings settings) {
        return new Imitation(BIPED, settings, Device.cpu(), 1, new Seeds(100))
                .training(ImitationRecipes.ADD, clip(), 1);
    }

    @Test
    void shouldGoOnFromASavedState() {
        try (PolicyTraining one = small();
                PolicyTraining other = small()) {
            one.round();
            TrainingState state = new TrainingState();
            one.save(state);
            other.restore(state);

            assertEquals(one.round().figures(), other.round().figures());
        }
    }

    /**
     * What a policy is worth in the world's eyes after 24 short rounds on a run that is over when
     * it ends, in episodes of 8 steps, too short to fall in.
     */
    private static double tracked(Regulariser regulariser) {
        EnvironmentSpec once =
                MimicWorlds.spec(
                        "PlanarBipedPhase-v0", "once", OwnClips.named("run").looped(false));
        ImitationSettings preset = ImitationPresets.of(ImitationRecipes.ADD, BIPED.id());
        ImitationSettings brisk =
                new ImitationSettings(
                        preset.policy(),
                        preset.ppo().updating(32, 10, 128, 1e-3),
                        preset.discriminator().regulariser(regulariser),
                        preset.cloning(),
                        false,
                        60_000,
                        100);
        Demonstrations shown = ((MotionImitation) once.factory().get()).demonstrations();
        EnvironmentSpec begun =
                new EnvironmentSpec(
                        once.id(), 8, once.rewardThreshold(), once.dear(), once.factory());
        try (PolicyTraining training =
                new Imitation(once, brisk, Device.cpu(), 1, new Seeds(100))
                        .training(ImitationRecipes.ADD, shown, 1)) {
            for (int round = 0; round < 24; round++) {
                training.round();
            }
            return Evaluation.of(training.policy(), begun, 300, 7).mean();
        }
    }

    /**
     * Every step is paid for staying, and that alone teaches something; so the rival's
     * discriminator is so flat that it tells nothing else. Seeds 100 to 102 are 0.21, 0.21 and 0.42
     * better.
     */
    @Test
    void shouldTeachToFollowTheClip() {
        double taught =
                tracked(ImitationRecipes.ADD.of(DiscriminatorSettings.GAIL, NONE).regulariser());
        double stayed = tracked(new Regulariser.R2(1e6));
        assertTrue(taught > stayed + 0.1, () -> taught + " against " + stayed);
    }

    @Test
    void shouldRefuseWorldsThatDoNotTellThePhase() {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new StateView.Difference()
                                        .of(Environments.spec("PlanarBiped-v0").factory().get()));
        assertTrue(refused.getMessage().contains("PlanarBipedPhase-v0"), refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> ImitationPresets.ofFrames(ImitationRecipes.ADD, "PlanarBipedPhase-v0"));
    }
}
