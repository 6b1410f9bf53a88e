package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.network.Normalisation;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class ParameterAverageTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private static Block line(NDManager manager) {
        return Dense.of(1, 1).build(manager, new Seeds(1).stream("weights"));
    }

    private static void set(Learner learner, float weight, float bias) {
        NDManager manager = learner.parameters().getManager();
        InPlace.assign(learner.parameters(), manager.create(new float[] {weight, bias}));
    }

    @EachDevice
    void shouldGiveTheMeanOfAllParametersSeen(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Learner learner = Learner.of("line", new Sgd(1, 0), NO_LIMIT, line(manager));
                ParameterAverage average =
                        ParameterAverage.of(learner, new Averaging.RunningMean())) {
            float[][] seen = {{1, 2}, {3, 4}, {8, -3}};
            for (float[] parameters : seen) {
                set(learner, parameters[0], parameters[1]);
                average.update();
            }
            assertArrayEquals(new float[] {4, 1}, average.parameters().toFloatArray(), 1e-6f);
        }
    }

    /** From 2: 2·¾ + 6·¼ = 3, then 3·¾ + 10·¼ = 4.75. */
    @EachDevice
    void shouldForgetAtItsDecay(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Learner learner = Learner.of("line", new Sgd(1, 0), NO_LIMIT, line(manager))) {
            set(learner, 2, 0);
            try (ParameterAverage average =
                    ParameterAverage.of(learner, new Averaging.Exponential(0.75))) {
                set(learner, 6, 0);
                average.update();
                assertEquals(3, average.parameters().toFloatArray()[0], 1e-6);
                set(learner, 10, 0);
                average.update();
                assertEquals(4.75, average.parameters().toFloatArray()[0], 1e-6);
                assertEquals(2, average.updates());
            }
        }
    }

    @Test
    void shouldGrowItsWindowToTheDecay() {
        Averaging growing = new Averaging.Growing(0.99);
        assertEquals(9 / 11.0, growing.weight(1), 1e-15);
        assertEquals(9 / 110.0, growing.weight(100), 1e-15);
        assertEquals(0.01, growing.weight(10_000), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new Averaging.Growing(1));
    }

    @EachDevice
    void shouldRunATwinWithTheAverageAndTheStatistics(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Dense dense = Dense.of(2, 4, 4, 1).normalisation(new Normalisation.Batch());
            Block block = dense.build(manager, new Seeds(1).stream("weights"));
            Block twin = dense.build(manager, new Seeds(2).stream("weights"));
            NDArray x = new Seeds(3).noise("x").normal(manager, new Shape(6, 2));
            Forward training = Forward.training(block);
            try (Learner learner = Learner.of("net", new Sgd(0.1, 0), NO_LIMIT, block);
                    ParameterAverage average =
                            ParameterAverage.of(learner, new Averaging.Exponential(0), twin)) {
                for (int step = 0; step < 3; step++) {
                    learner.minimise(() -> training.apply(x).square().mean());
                    average.update();
                }
                // Decay 0 is the newest parameters themselves.
                assertArrayEquals(
                        Forward.inference(block).apply(x).toFloatArray(),
                        Forward.inference(twin).apply(x).toFloatArray(),
                        1e-6f);
                assertArrayEquals(
                        BlockState.buffers(block).get("norm1_running_mean").toFloatArray(),
                        BlockState.buffers(twin).get("norm1_running_mean").toFloatArray());
            }
        }
    }

    @EachDevice
    void shouldGoOnFromASavedState(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Learner learner = Learner.of("line", new Sgd(1, 0), NO_LIMIT, line(manager));
                ParameterAverage first = ParameterAverage.of(learner, new Averaging.RunningMean());
                ParameterAverage second =
                        ParameterAverage.of(learner, new Averaging.RunningMean())) {
            set(learner, 1, 2);
            first.update();
            second.restore(first.state(), first.updates());
            set(learner, 5, 0);
            first.update();
            second.update();
            assertArrayEquals(
                    first.parameters().toFloatArray(), second.parameters().toFloatArray());
            assertEquals(2, second.updates());
        }
    }

    /** loss w·1 + b with its gradient (1, 1); the pull's is 2 · ½ · ((3, 1) − (1, 2)) = (2, −1). */
    @EachDevice
    void shouldPullTheParametersTowardsTheCentre(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            Forward forward = Forward.training(block);
            try (Learner learner = Learner.of("line", new Sgd(0.1, 0), NO_LIMIT, block)) {
                set(learner, 3, 1);
                learner.pullTowards(manager.create(new float[] {1, 2}), 0.5);
                NDArray one = manager.ones(new Shape(1, 1));
                LearnerReport report = learner.minimise(() -> forward.apply(one).sum());
                assertEquals(4, report.loss(), 1e-6);
                assertEquals(3, report.gradientNorm(), 1e-6);
                assertArrayEquals(
                        new float[] {2.7f, 1}, learner.parameters().toFloatArray(), 1e-6f);
            }
        }
    }

    @EachDevice
    void shouldLeaveNothingBehind(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            Forward forward = Forward.training(block);
            try (Learner learner = Learner.of("line", new Sgd(0.1, 0), NO_LIMIT, block);
                    ParameterAverage average =
                            ParameterAverage.of(learner, new Averaging.RunningMean())) {
                NDManager owner = learner.parameters().getManager();
                learner.pullTowards(average.parameters(), 0.1);
                int before = owner.getManagedArrays().size();
                for (int i = 0; i < 3; i++) {
                    try (NDManager scope = manager.newSubManager()) {
                        NDArray one = scope.ones(new Shape(1, 1));
                        learner.minimise(() -> forward.apply(one).sum());
                        average.update();
                    }
                }
                assertEquals(before, owner.getManagedArrays().size());
            }
        }
    }

    /** β₁ = 0: m is the gradient, so the first step is α · g / (|g| + ε) in size. */
    @EachDevice
    void shouldTakeAdamWithTheDecaysOfGans(Device device) {
        for (double beta1 : new double[] {0, 0.5}) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Block block = line(manager);
                Forward forward = Forward.training(block);
                Adam adam = Adam.of(0.1).decays(beta1, 0.9);
                try (Learner learner = Learner.of("line", adam, NO_LIMIT, block)) {
                    set(learner, 1, 1);
                    double p = 1;
                    double m = 0;
                    double v = 0;
                    for (int t = 1; t <= 3; t++) {
                        NDArray x = manager.full(new Shape(1, 1), (float) t);
                        learner.minimise(() -> forward.apply(x).sum());
                        m = beta1 * m + (1 - beta1) * t;
                        v = 0.9 * v + 0.1 * t * t;
                        double mean = m / (1 - Math.pow(beta1, t));
                        double square = v / (1 - Math.pow(0.9, t));
                        p -= 0.1 * mean / (Math.sqrt(square) + 1e-8);
                    }
                    assertEquals(p, learner.parameters().toFloatArray()[0], 1e-5);
                }
            }
        }
    }

    /** Same weights, but statistics that the learner's block has not: the message names those. */
    @Test
    void shouldNameTheStatisticsWhereTheyAloneDiffer() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Block plain = stack(manager, new Part.Linear(1));
            Block noisy = stack(manager, new Part.Linear(1), new Part.GaussianNoise(0.1));
            try (Learner learner = Learner.of("plain", new Sgd(1, 0), NO_LIMIT, plain)) {
                String said =
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () ->
                                                ParameterAverage.of(
                                                        learner,
                                                        new Averaging.RunningMean(),
                                                        noisy))
                                .getMessage();
                assertTrue(said.startsWith("the twins keep [buffer.0."), said);
                assertTrue(said.endsWith(", but the learner's blocks []"), said);
            }
        }
    }

    private static Block stack(NDManager manager, Part... parts) {
        return Stack.of(new Shape(1), parts).build(manager, new Seeds(1).stream("weights"));
    }

    @Test
    void shouldRefuseTwinsAndCentresThatDiffer() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu());
                Learner learner = Learner.of("line", new Sgd(1, 0), NO_LIMIT, line(manager))) {
            Block wider = Dense.of(2, 1).build(manager, new Seeds(1).stream("weights"));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ParameterAverage.of(learner, new Averaging.RunningMean(), wider));
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> learner.pullTowards(manager.ones(new Shape(3)), 1));
            assertEquals(
                    "line: the parameters are (2), but the centre is (3)", refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new Averaging.Exponential(1));
    }
}
