package dev.strait.envs.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;

class ProbesTest {

    @Test
    void shouldAllBeRegistered() {
        assertEquals(8, Probes.specs().size());
        for (EnvironmentSpec spec : Probes.specs()) {
            assertTrue(spec.id().startsWith("strait/Probe"), spec.id());
            assertEquals(spec.id(), Environments.make(spec.id()).spec().id());
        }
    }

    @Test
    void shouldKeepObservationsAndSampledActionsInsideTheirSpaces() {
        for (EnvironmentSpec spec : Probes.specs()) {
            Environment probe = new Environment(spec);
            Pcg64 random = new Pcg64(1);
            double[] action = new double[probe.actionSpace().size()];
            assertTrue(probe.observationSpace().contains(probe.reset(0), 0), spec.id());
            probe.actionSpace().sample(random, action, 0);
            assertTrue(probe.observationSpace().contains(probe.step(action).observation(), 0));
        }
    }

    @Test
    void shouldPayOneForOneStep() {
        Environment probe = new Environment(Probes.constantReward());
        assertArrayEquals(new double[] {0}, probe.reset(0));
        Environment.Step step = probe.step(0);
        assertEquals(1, step.reward());
        assertTrue(step.terminated());
        assertFalse(step.truncated());
    }

    @Test
    void shouldPayTheObservedSignAndShowBothSigns() {
        Environment probe = new Environment(Probes.observationReward());
        probe.reset(0);
        int positive = 0;
        for (int i = 0; i < 1_000; i++) {
            double sign = probe.reset()[0];
            positive += sign > 0 ? 1 : 0;
            assertEquals(1, Math.abs(sign));
            assertEquals(sign, probe.step(0).reward());
        }
        // Five standard deviations of a fair coin thrown 1,000 times: 5 √250 = 79.
        assertEquals(500, positive, 79);
    }

    @Test
    void shouldPayAtTheSecondStepOnly() {
        Environment probe = new Environment(Probes.delayedReward());
        assertArrayEquals(new double[] {0}, probe.reset(0));
        Environment.Step first = probe.step(0);
        assertEquals(0, first.reward());
        assertFalse(first.terminated());
        assertArrayEquals(new double[] {1}, first.observation());
        Environment.Step second = probe.step(0);
        assertEquals(1, second.reward());
        assertTrue(second.terminated());
    }

    @Test
    void shouldPayByTheAction() {
        Environment probe = new Environment(Probes.actionReward());
        probe.reset(0);
        assertEquals(1, probe.step(1).reward());
        probe.reset();
        assertEquals(-1, probe.step(0).reward());
    }

    @Test
    void shouldPayForMatchingTheObservation() {
        Environment probe = new Environment(Probes.observationActionReward());
        probe.reset(0);
        for (int i = 0; i < 20; i++) {
            double sign = probe.reset()[0];
            assertEquals(1, probe.step(sign > 0 ? 1 : 0).reward());
            sign = probe.reset()[0];
            assertEquals(-1, probe.step(sign > 0 ? 0 : 1).reward());
        }
    }

    @Test
    void shouldBeCutButNeverEnd() {
        Environment probe = new Environment(Probes.truncation());
        probe.reset(0);
        for (int t = 1; t <= Probes.TRUNCATION_LIMIT; t++) {
            Environment.Step step = probe.step(0);
            assertEquals(1, step.reward());
            assertFalse(step.terminated());
            assertEquals(t == Probes.TRUNCATION_LIMIT, step.truncated());
        }
    }

    @Test
    void shouldPayLessTheFurtherFromTheTarget() {
        Environment probe = new Environment(Probes.continuousAction());
        probe.reset(0);
        assertEquals(0, probe.step(0.5).reward(), 1e-15);
        probe.reset();
        assertEquals(-2.25, probe.step(-1).reward());
        probe.reset();
        assertEquals(-0.25, probe.step(1).reward());
    }

    @Test
    void shouldPayHalfAPointABranch() {
        Environment probe = new Environment(Probes.multiDiscreteAction());
        for (long seed = 0; seed < 10; seed++) {
            double right = probe.reset(seed)[0] > 0 ? 1 : 0;
            assertEquals(1, probe.step(2, right).reward());
            probe.reset(seed);
            assertEquals(0.5, probe.step(1, right).reward());
            probe.reset(seed);
            assertEquals(0.5, probe.step(2, 1 - right).reward());
            probe.reset(seed);
            assertEquals(0, probe.step(0, 1 - right).reward());
        }
    }

    @Test
    void shouldContinueFromASavedState() {
        Environment probe = new Environment(Probes.delayedReward());
        probe.reset(0);
        probe.step(0);
        Environment other = new Environment(Probes.delayedReward());
        other.restore(probe.save());
        assertTrue(other.step(0).terminated());
    }

    @Test
    void shouldBeginWhereAnObservationTells() {
        Environment sign = new Environment(Probes.observationReward());
        sign.resetToObservation(new double[] {-1});
        assertEquals(-1, sign.step(0).reward());
        Environment delayed = new Environment(Probes.delayedReward());
        delayed.resetToObservation(new double[] {1});
        Environment.Step last = delayed.step(0);
        assertEquals(1, last.reward());
        assertTrue(last.terminated());
    }
}
