package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.probe.Probes;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void shouldGiveMeanAndDeviationOfReturns() {
        Evaluation evaluation = Evaluation.ofReturns(1, 3, 8);
        assertEquals(4, evaluation.mean(), 1e-12);
        assertEquals(Math.sqrt(26 / 3.0), evaluation.std(), 1e-12);
        assertEquals(3, evaluation.episodes());
        assertThrows(IllegalArgumentException.class, Evaluation::ofReturns);
    }

    @Test
    void shouldPlayEveryEpisodeToItsEndOnce() {
        Evaluation evaluation = Evaluation.ofRandomActions(Probes.truncation(), 7, 1);
        assertEquals(new Evaluation(10, 0, 7), evaluation);
    }

    /** Known from many runs: about 22 steps of balance by chance. */
    @Test
    void shouldFindWhatChanceEarnsOnCartPole() {
        Evaluation evaluation = Evaluation.ofRandomActions(SmallTrainings.CART_POLE, 400, 1);
        assertEquals(22, evaluation.mean(), 3);
    }

    @Test
    void shouldRepeatItselfAndLeaveThePolicyAsItWas() {
        try (Policy policy =
                SmallTrainings.policy(
                        SmallTrainings.PENDULUM, SmallTrainings.policySettings(), Device.cpu())) {
            double[] moments = policy.normaliser().save();
            Evaluation first = Evaluation.of(policy, SmallTrainings.PENDULUM, 3, 5);
            assertEquals(first, Evaluation.of(policy, SmallTrainings.PENDULUM, 3, 5));
            assertArrayEquals(moments, policy.normaliser().save());
            assertTrue(first.mean() < -200, first.toString());
        }
    }

    /** The best action is 0.5 and a new policy's mode is near 0, with a reward of about −¼. */
    @Test
    void shouldActByTheMostProbableAction() {
        EnvironmentSpec spec = Probes.continuousAction();
        try (Policy policy =
                SmallTrainings.policy(spec, SmallTrainings.policySettings(), Device.cpu())) {
            Evaluation mode = Evaluation.of(policy, spec, 5, 1);
            assertEquals(-Probes.TARGET * Probes.TARGET, mode.mean(), 0.05);
            assertEquals(0, mode.std(), 0.05);
            // E(a − ½)² of a uniform on [−1, 1] is ⅓ + ¼.
            Evaluation random = Evaluation.ofRandomActions(spec, 4_000, 1);
            assertEquals(-7 / 12.0, random.mean(), 0.05);
        }
    }
}
