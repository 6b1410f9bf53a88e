package dev.strait.agents.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Experience;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.Transitions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CloningTest {

    private static final EnvironmentSpec CART_POLE = SmallTrainings.CART_POLE;

    private static Policy policy(EnvironmentSpec spec, Device device) {
        return SmallTrainings.policy(spec, SmallTrainings.policySettings(), device);
    }

    private static Experience expert(int episodes) {
        return Experience.of(
                Transitions.of(SmallTrainings.demonstrations(CART_POLE, episodes)), false);
    }

    private static CloningSettings settings(int epochs, double learningRate, int patience) {
        return new CloningSettings(epochs, 64, learningRate, 0, 0.1, patience, -2);
    }

    @EachDevice
    void shouldCopyAnExpertsChoices(Device device) {
        try (Policy policy = policy(CART_POLE, device);
                Cloning cloning =
                        new Cloning(
                                policy, expert(3), null, settings(60, 3e-3, 60), new Seeds(1))) {
            CloningReport first = cloning.epoch();
            CloningReport last = first;
            for (int i = 0; i < 30; i++) {
                last = cloning.epoch();
            }
            assertTrue(last.bestLoss() < first.heldOutLoss());
            assertTrue(last.accuracy() > 0.93, last.toString());
        }
    }

    /** The most likely Gaussian of actions that do not depend on the state: their mean and σ. */
    @Test
    void shouldFindTheMeanAndDeviationOfActions() {
        int size = 400;
        SeedStream random = new SeedStream(1);
        double[] actions = new double[size];
        for (int i = 0; i < size; i++) {
            actions[i] = 0.5 + 0.3 * (i % 2 == 0 ? 1 : -1);
        }
        Experience pairs =
                new Experience(
                        size,
                        random.doubles(3L * size).toArray(),
                        actions,
                        new double[3 * size],
                        new boolean[size]);
        try (Policy policy = policy(SmallTrainings.PENDULUM, Device.cpu());
                Cloning cloning =
                        new Cloning(policy, pairs, null, settings(80, 1e-2, 80), new Seeds(1))) {
            CloningReport report = cloning.epoch();
            for (int i = 0; i < 80; i++) {
                report = cloning.epoch();
            }
            assertTrue(Double.isNaN(report.accuracy()));
            cloning.takeBest();
            double[] modes = new double[size];
            float[] seen = new float[3 * size];
            policy.see(pairs.observations(), seen);
            policy.mode(seen, modes);
            policy.toActions(modes, modes);
            assertEquals(0.5, Arrays.stream(modes).average().orElseThrow(), 0.05);
            // Choices are in units of the bounds ±2.
            float logStd = BlockState.all(policy.block()).get("logStd").toFloatArray()[0];
            assertEquals(Math.log(0.15), logStd, 0.15);
        }
    }

    /** Held-out pairs that say the opposite get worse with every epoch, so the first was best. */
    @Test
    void shouldStopAndTakeTheBestWeightsBack() {
        Experience expert = expert(2);
        double[] opposite = expert.actions().clone();
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = 1 - opposite[i];
        }
        Experience contrary =
                new Experience(
                        expert.size(),
                        expert.observations(),
                        opposite,
                        expert.nextObservations(),
                        expert.terminated());
        CloningSettings settings = settings(50, 3e-3, 4);
        Policy policy = policy(CART_POLE, Device.cpu());
        try (CloningTraining training =
                new CloningTraining(
                        policy,
                        new Cloning(policy, expert, contrary, settings, new Seeds(1)),
                        settings)) {
            double best = Double.NaN;
            double last = Double.NaN;
            int rounds = 0;
            while (!training.finished()) {
                var figures = training.round().figures();
                best = figures.get("bc/best_loss");
                last = figures.get("bc/held_out_loss");
                rounds++;
            }
            assertEquals(5, rounds);
            assertEquals(1, training.progress());
            assertTrue(last > best);
            // Judging counts the observations once more, which moves their moments by a hair.
            assertEquals(best, lossOf(policy, contrary), 1e-4);
        }
    }

    private static double lossOf(Policy policy, Experience pairs) {
        try (Cloning judge =
                new Cloning(policy, pairs, null, settings(1, 1e-30, 1), new Seeds(1))) {
            return judge.epoch().heldOutLoss();
        }
    }

    @Test
    void shouldLearnFromASinglePair() {
        try (Policy policy = policy(CART_POLE, Device.cpu());
                Cloning cloning =
                        new Cloning(
                                policy,
                                expert(1).rows(0),
                                null,
                                settings(1, 1e-3, 1),
                                new Seeds(1))) {
            assertEquals(Math.log(2), cloning.epoch().loss(), 0.05);
        }
    }

    @Test
    void shouldRefuseDemonstrationsWithoutActions() {
        Experience full = expert(1);
        Experience states = SmallTrainings.statesOnly(full);
        try (Policy policy = policy(CART_POLE, Device.cpu())) {
            Exception refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    new Cloning(
                                            policy,
                                            states,
                                            null,
                                            CloningSettings.DEFAULT,
                                            new Seeds(1)));
            assertTrue(refused.getMessage().contains("needs actions"), refused.getMessage());
        }
    }
}
