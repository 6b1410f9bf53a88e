package dev.strait.agents.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionHeadTest {

    /** A test of a true hypothesis fails at this rate; the draws are seeded, so it never does. */
    private static final double RARE = 1e-3;

    private static final Box SKEWED =
            Box.of(
                    new double[] {-2, 0, Double.NEGATIVE_INFINITY},
                    new double[] {2, 10, Double.POSITIVE_INFINITY});

    private static List<Space> spaces() {
        return List.of(new Discrete(3), new MultiDiscrete(List.of(3, 2)), SKEWED);
    }

    private static float[] outputs(ActionHead head, int rows) {
        SeedStream random = new SeedStream(3);
        float[] outputs = new float[rows * head.outputs()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) random.nextGaussian();
        }
        return outputs;
    }

    @Test
    void shouldHaveOneHeadForEveryKindOfSpace() {
        long kinds =
                spaces().stream().map(s -> ActionHead.of(s, false).getClass()).distinct().count();
        assertEquals(ActionHead.class.getPermittedSubclasses().length, kinds);
        assertEquals(Space.class.getPermittedSubclasses().length, spaces().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldDrawActionsThatTheSpaceContains(boolean squash) {
        for (Space space : spaces()) {
            ActionHead head = ActionHead.of(space, squash);
            float[] logStd = new float[head.scales()];
            double[] choices = new double[100 * head.size()];
            double[] actions = choices.clone();
            float[] outputs = outputs(head, 100);
            for (int row = 0; row < 100; row++) {
                head.sample(outputs, logStd, row, new SeedStream(row), choices);
            }
            head.toActions(choices, actions);
            for (int row = 0; row < 100; row++) {
                assertTrue(space.contains(actions, row * head.size()), space + " row " + row);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFindTheChoiceOfAnActionAgain(boolean squash) {
        for (Space space : spaces()) {
            ActionHead head = ActionHead.of(space, squash);
            SeedStream random = new SeedStream(5);
            for (int i = 0; i < 50; i++) {
                double[] action = new double[space.size()];
                space.sample(random, action, 0);
                double[] choice = new double[space.size()];
                double[] again = new double[space.size()];
                head.toChoices(action, choice);
                head.toActions(choice, again);
                assertArrayEquals(action, again, 1e-12);
            }
        }
    }

    @Test
    void shouldMeanTheBoundsByChoicesOfOne() {
        ActionHead head = ActionHead.of(SKEWED, false);
        double[] actions = new double[3];
        head.toActions(new double[] {1, -1, 7}, actions);
        assertArrayEquals(new double[] {2, 0, 7}, actions);
        head.toActions(new double[] {-0.5, 0, -7}, actions);
        assertArrayEquals(new double[] {-1, 5, -7}, actions);
    }

    @Test
    void shouldClipWhatLiesBeyondTheBoundsInTheActionOnly() {
        ActionHead head = ActionHead.of(Box.of(new double[] {-2}, new double[] {2}), false);
        double[] choices = {3};
        double[] actions = new double[1];
        head.toActions(choices, actions);
        assertEquals(2, actions[0]);
        assertEquals(3, choices[0]);
    }

    @Test
    void shouldChooseTheMiddleOfACoordinateWithoutWidth() {
        ActionHead head = ActionHead.of(Box.of(new double[] {4}, new double[] {4}), false);
        double[] choice = new double[1];
        double[] action = new double[1];
        head.toChoices(new double[] {4}, choice);
        head.toActions(new double[] {0.7}, action);
        assertEquals(0, choice[0]);
        assertEquals(4, action[0]);
    }

    @Test
    void shouldDrawIndicesAsOftenAsTheirProbabilitiesSay() {
        float[] logits = {0.3f, -1, 1.2f, 2, 0};
        ActionHead head = ActionHead.of(new MultiDiscrete(List.of(3, 2)), false);
        long[][] counts = {new long[3], new long[2]};
        SeedStream random = new SeedStream(7);
        double[] choices = new double[2];
        for (int i = 0; i < 20_000; i++) {
            head.sample(logits, null, 0, random, choices);
            counts[0][(int) choices[0]]++;
            counts[1][(int) choices[1]]++;
        }
        ChiSquareTest test = new ChiSquareTest();
        assertTrue(test.chiSquareTest(softmax(logits, 0, 3), counts[0]) > RARE);
        assertTrue(test.chiSquareTest(softmax(logits, 3, 5), counts[1]) > RARE);
        assertTrue(test.chiSquareTest(softmax(logits, 0, 3), new long[] {9000, 9000, 2000}) < RARE);
    }

    private static double[] softmax(float[] logits, int from, int to) {
        double[] weights = new double[to - from];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(logits[from + i]);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    @Test
    void shouldDrawCoordinatesFromTheirNormalDistribution() {
        ActionHead head = ActionHead.of(Box.unbounded(1), false);
        float[] mean = {1.5f};
        float[] logStd = {(float) Math.log(0.4)};
        double[] drawn = new double[5_000];
        double[] choice = new double[1];
        SeedStream random = new SeedStream(9);
        for (int i = 0; i < drawn.length; i++) {
            head.sample(mean, logStd, 0, random, choice);
            drawn[i] = choice[0];
        }
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        assertTrue(
                test.kolmogorovSmirnovTest(new NormalDistribution(null, 1.5, 0.4), drawn) > RARE);
    }

    @EachDevice
    void shouldNameTheModeOfTheEnginesDistribution(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Space space : spaces()) {
                for (boolean squash : new boolean[] {false, true}) {
                    ActionHead head = ActionHead.of(space, squash);
                    float[] outputs = outputs(head, 6);
                    float[] mode = distribution(manager, head, outputs).mode().toFloatArray();
                    double[] choices = new double[6 * head.size()];
                    for (int row = 0; row < 6; row++) {
                        head.mode(outputs, row, choices);
                    }
                    for (int i = 0; i < choices.length; i++) {
                        assertEquals(mode[i], choices[i], 1e-6);
                    }
                }
            }
        }
    }

    /** E[ln p] over its own draws is −H, so head and distribution mean the same. */
    @EachDevice
    void shouldDrawFromTheDistributionThatItIsLearnedBy(Device device) {
        int rows = 40_000;
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Space space : spaces()) {
                for (boolean squash : new boolean[] {false, true}) {
                    ActionHead head = ActionHead.of(space, squash);
                    float[] one = outputs(head, 1);
                    float[] outputs = new float[rows * one.length];
                    float[] logStd = new float[head.scales()];
                    Arrays.fill(logStd, -0.5f);
                    double[] choices = new double[rows * head.size()];
                    SeedStream random = new SeedStream(13);
                    for (int row = 0; row < rows; row++) {
                        System.arraycopy(one, 0, outputs, row * one.length, one.length);
                    }
                    for (int row = 0; row < rows; row++) {
                        head.sample(outputs, logStd, row, random, choices);
                    }
                    Distribution distribution = distribution(manager, head, outputs);
                    NDArray drawn = manager.create(floats(choices), new Shape(rows, head.size()));
                    float mean = distribution.logProbability(drawn).mean().getFloat();
                    float entropy = distribution.entropy().mean().getFloat();
                    // Five standard errors of the mean of ln p, whose deviation is about 1.
                    assertEquals(-entropy, mean, 5 * 1.3 / Math.sqrt(rows), space + " " + squash);
                }
            }
        }
    }

    private static Distribution distribution(NDManager manager, ActionHead head, float[] outputs) {
        float[] logStd = new float[head.scales()];
        Arrays.fill(logStd, -0.5f);
        int rows = outputs.length / head.outputs();
        return ActionDistribution.of(
                head,
                manager.create(outputs, new Shape(rows, head.outputs())),
                head.scales() == 0 ? null : manager.create(logStd));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
