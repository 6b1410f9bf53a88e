package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Collector;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PpoTest {

    private static final EnvironmentSpec SPEC = SmallTrainings.PENDULUM;

    private static PpoSettings with(
            int epochs, int minibatch, OptionalDouble targetKl, double clip) {
        PpoSettings s = SmallTrainings.ppoSettings();
        return new PpoSettings(
                s.worlds(),
                s.stepsPerRound(),
                epochs,
                minibatch,
                s.discount(),
                s.lambda(),
                s.clipRatio(),
                clip > 0 ? OptionalDouble.of(clip) : OptionalDouble.empty(),
                s.entropyWeight(),
                s.leastLogStd(),
                s.valueWeight(),
                s.maxGradientNorm(),
                targetKl,
                s.learningRate(),
                s.anneal(),
                s.averaging(),
                s.normaliseAdvantages(),
                s.normaliseRewards(),
                s.valueHidden(),
                s.valueActivation());
    }

    private static Policy policy(Device device) {
        return SmallTrainings.policy(SPEC, SmallTrainings.policySettings(), device);
    }

    private static Rollout rollout(Policy policy) {
        try (VectorEnvironment worlds = Environments.makeVector(SPEC, 4, 1)) {
            return new Collector(worlds, policy, 1, new Seeds(2).stream("actions")).collect(32);
        }
    }

    private static PpoReport update(PpoSettings settings, double rateFactor) {
        try (Policy policy = policy(Device.cpu());
                Ppo ppo = new Ppo(policy, settings, new Seeds(1))) {
            return ppo.update(rollout(policy), rateFactor);
        }
    }

    @EachDevice
    void shouldReportThePolicyThatActedAndHowFarItMoved(Device device) {
        try (Policy policy = policy(device);
                Ppo ppo = new Ppo(policy, SmallTrainings.ppoSettings(), new Seeds(1))) {
            PpoReport report = ppo.update(rollout(policy), 1);
            // One Gaussian with ln σ = −0.5.
            assertEquals(0.5 * (1 + Math.log(2 * Math.PI)) - 0.5, report.entropy(), 1e-5);
            assertTrue(report.kl() > 0);
            assertEquals(2, report.epochs());
        }
    }

    /** Entropy of one Gaussian by the policy that a first update left. */
    private static double entropyAfterARound(PpoSettings settings, Device device) {
        try (Policy policy = policy(device);
                Ppo ppo = new Ppo(policy, settings, new Seeds(1))) {
            ppo.update(rollout(policy), 1);
            return ppo.update(rollout(policy), 1).entropy();
        }
    }

    @EachDevice
    void shouldLetNoNoiseFallBelowItsLeast(Device device) {
        PpoSettings free = SmallTrainings.ppoSettings();
        double learned = entropyAfterARound(free, device);

        assertEquals(
                0.5 * (1 + Math.log(2 * Math.PI)) - 0.2,
                entropyAfterARound(free.noisy(-0.2), device),
                1e-5);
        assertEquals(learned, entropyAfterARound(free.noisy(-3), device));
        assertThrows(IllegalArgumentException.class, () -> free.noisy(Double.NaN));
    }

    @Test
    void shouldStopTheEpochsWhereThePolicyMovedTooFar() {
        assertEquals(1, update(with(10, 32, OptionalDouble.of(1e-9), 0), 1).epochs());
        assertEquals(10, update(with(10, 32, OptionalDouble.of(1e9), 0), 1).epochs());
    }

    @Test
    void shouldNotMoveAtRateZero() {
        assertEquals(0, update(SmallTrainings.ppoSettings(), 0).kl(), 1e-9);
        assertTrue(update(SmallTrainings.ppoSettings(), 0.5).kl() > 1e-9);
    }

    @Test
    void shouldTakeALeftOverRowAndAHeldValue() {
        // 128 rows in minibatches of 127 leave one over.
        PpoReport report = update(with(2, 127, OptionalDouble.empty(), 0.2), 1);
        assertTrue(Double.isFinite(report.loss()));
    }

    @Test
    void shouldExplainNothingWithAnUntrainedValue() {
        PpoReport report = update(SmallTrainings.ppoSettings(), 1);
        assertTrue(report.explainedVariance() < 0.5, report.toString());
    }

    /** What the loop reports: rounds, steps, progress, the end. */
    @Test
    void shouldCountRoundsAndStepsUntilThePlanIsDone() {
        try (PolicyTraining training = SmallTrainings.ppo(SPEC, Device.cpu(), 1)) {
            RoundReport report = training.round();
            assertEquals(1, report.round());
            assertEquals(128, report.samples());
            assertEquals(0.1, training.progress(), 1e-12);
            assertTrue(report.figures().containsKey("ppo/kl"));
            assertTrue(Double.isNaN(report.figures().get("rollout/return")));
            for (int i = 1; i < 10; i++) {
                assertFalse(training.finished());
                training.round();
            }
            assertTrue(training.finished());
        }
    }

    @Test
    void shouldRefuseSettingsWithTheirValue() {
        for (double bad : new double[] {0, 1, -1, Double.NaN}) {
            PpoSettings s = PpoSettings.DEFAULT;
            Exception refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    new PpoSettings(
                                            8,
                                            256,
                                            10,
                                            64,
                                            0.99,
                                            0.95,
                                            bad,
                                            s.valueClip(),
                                            0,
                                            OptionalDouble.empty(),
                                            0.5,
                                            0.5,
                                            s.targetKl(),
                                            3e-4,
                                            false,
                                            0,
                                            true,
                                            true,
                                            s.valueHidden(),
                                            s.valueActivation()));
            assertTrue(refused.getMessage().endsWith(Double.toString(bad)), refused.getMessage());
        }
    }

    /** Rewards of any scale give the same first step once they are normalised. */
    @Test
    void shouldNotDependOnTheScaleOfRewards() {
        double[] kl = new double[2];
        for (int i = 0; i < 2; i++) {
            double scale = i == 0 ? 1 : 1000;
            try (Policy policy = policy(Device.cpu());
                    Ppo ppo = new Ppo(policy, SmallTrainings.ppoSettings(), new Seeds(1))) {
                Rollout rollout = rollout(policy);
                double[] rewards = Arrays.stream(rollout.rewards()).map(r -> r * scale).toArray();
                kl[i] = ppo.update(rollout.withRewards(rewards), 1).kl();
            }
        }
        assertEquals(1, kl[1] / kl[0], 0.02);
    }
}
