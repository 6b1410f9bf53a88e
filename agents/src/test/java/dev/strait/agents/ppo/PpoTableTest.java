package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.rollout.PolicyLook;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.Session;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's table of experts, asserted: run by {@code mvn verify -Plong}. */
@Tag("long")
class PpoTableTest {

    private static final int SEEDS = 5;

    /** Gymnasium's thresholds; Pendulum has none, −200 is what its peers are asked for. */
    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, 475",
        "Pendulum-v1, -200",
        "Acrobot-v1, -100",
        "MountainCar-v0, -110",
        "MountainCarContinuous-v0, 90"
    })
    void shouldSolveTheWorldInTheMeanOfFiveSeeds(String world, double threshold) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += train(Environments.spec(world), threshold, seed);
        }
        double mean = sum / SEEDS;
        assertTrue(mean >= threshold, () -> world + " reached " + mean);
    }

    private static double train(EnvironmentSpec spec, double threshold, long seed) {
        PpoPlan plan = PpoPresets.of(spec.id());
        Seeds seeds = new Seeds(seed);
        World world = spec.factory().get();
        Policy policy =
                Policy.of(
                        world.observationSpace(),
                        world.actionSpace(),
                        plan.policy(),
                        TensorEngine.newManager(Device.cpu()),
                        seeds.stream("policy weights"));
        try (PolicyTraining training =
                new PpoTraining(
                        spec,
                        policy,
                        new RewardSource.OfTheWorld(),
                        plan.ppo(),
                        plan.steps(),
                        1,
                        seeds)) {
            PolicyLook look =
                    new PolicyLook(
                            training,
                            spec,
                            new PolicyLook.Plan(plan.evaluateEvery(), 100, threshold));
            Session session = new Session(training, look);
            session.run(progress -> {}, () -> false);
            Evaluation last = Evaluation.of(training.policy(), spec, 100, 9_876);
            System.out.printf(
                    "| %s | %d | %.1f ± %.1f | %d | %.2f s | %.1f s |%n",
                    spec.id(),
                    seed,
                    last.mean(),
                    last.std(),
                    look.stepsToTarget(),
                    look.secondsToTarget(),
                    session.trainSeconds());
            return last.mean();
        }
    }

    /** Prints the table without the assertions. */
    public static void main(String... worldsAndThresholds) {
        for (int i = 0; i < worldsAndThresholds.length; i += 2) {
            for (int seed = 0; seed < SEEDS; seed++) {
                train(
                        Environments.spec(worldsAndThresholds[i]),
                        Double.parseDouble(worldsAndThresholds[i + 1]),
                        seed);
            }
        }
    }
}
