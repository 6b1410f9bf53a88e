package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.policy.DensePolicy;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.network.Activation;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorTest {

    private static final Box SEEN = Box.unbounded(3);

    /** Two coordinates, of which the second goes from 0 to 40. */
    private static final Box BOX = Box.of(new double[] {-1, 0}, new double[] {1, 40});

    private static Policy policy() {
        PolicySettings settings =
                new PolicySettings(List.of(8), Activation.TANH, Math.log(0.1), false, true);
        Policy policy =
                Policy.of(
                        SEEN,
                        BOX,
                        settings,
                        TensorEngine.newManager(Device.cpu()),
                        new SeedStream(3));
        policy.normaliser().update(new SeedStream(4).doubles(60, 2, 6).toArray());
        return policy;
    }

    /** As the policy does that a user takes away, whose file needs no engine. */
    @Test
    void shouldActForEveryWorldByWhatItSees(@TempDir Path folder) throws IOException {
        try (Policy policy = policy()) {
            PolicyFile.save(folder, policy, "CartPole-v1", Map.of());
            DensePolicy alone = DensePolicy.load(folder);
            double[] observations = new SeedStream(5).doubles(12, -9, 9).toArray();
            double[] actions = new double[8];
            Actor.mostProbable(policy).act(observations, actions);
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(
                        alone.act(Arrays.copyOfRange(observations, 3 * i, 3 * i + 3)),
                        Arrays.copyOfRange(actions, 2 * i, 2 * i + 2),
                        1e-4);
            }
        }
    }

    /** σ = 0.1 of half the width, 20, about the most probable action; five standard errors. */
    @Test
    void shouldDrawAboutTheMostProbableAction() {
        int worlds = 2_000;
        double[] observations = new double[3 * worlds];
        double[] mode = new double[2 * worlds];
        double[] drawn = new double[2 * worlds];
        try (Policy policy = policy()) {
            Actor.mostProbable(policy).act(observations, mode);
            Actor.sampled(policy, new SeedStream(6)).act(observations, drawn);
        }
        SummaryStatistics apart = new SummaryStatistics();
        for (int i = 1; i < drawn.length; i += 2) {
            apart.addValue(drawn[i] - mode[i]);
        }

        assertEquals(0, apart.getMean(), 5 * 2 / Math.sqrt(worlds));
        assertEquals(2, apart.getStandardDeviation(), 5 * 2 / Math.sqrt(2.0 * worlds));
    }

    /** Every world gets an action of its own, and each of the six pairs its share. */
    @Test
    void shouldActAtRandomOverTheWholeSpace() {
        Space space = new MultiDiscrete(List.of(3, 2));
        double[] actions = new double[12_000];
        Actor.random(space, new SeedStream(1)).act(new double[0], actions);
        int[] met = new int[6];
        for (int at = 0; at < actions.length; at += 2) {
            assertTrue(space.contains(actions, at));
            met[(int) (2 * actions[at] + actions[at + 1])]++;
        }
        for (int count : met) {
            // Of 6,000 with p = ⅙: five deviations are 144.
            assertEquals(1_000, count, 144);
        }
    }
}
