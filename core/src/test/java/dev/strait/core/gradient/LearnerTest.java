package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;

class LearnerTest {

    private static NDArray apply(Block block, NDArray x) {
        return block.forward(new ParameterStore(x.getManager(), false), new NDList(x), true)
                .singletonOrThrow();
    }

    private static Block linear(NDManager manager, int units, int inputs) {
        Block block = Linear.builder().setUnits(units).build();
        block.initialize(manager, DataType.FLOAT32, new Shape(1, inputs));
        return block;
    }

    @EachDevice
    void shouldMoveTheBlockByItsGradient(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = linear(manager, 1, 2);
            try (Learner learner =
                    Learner.of("linear", new Sgd(0.1, 0), Double.POSITIVE_INFINITY, block)) {
                InPlace.assign(learner.parameters(), manager.create(new float[] {1, 2, 3}));
                NDArray x = manager.create(new float[] {1, -1}, new Shape(1, 2));
                // y = w·x + b = 1 − 2 + 3 = 2; loss = y², so ∂w = 2yx = (4, −4) and ∂b = 4.
                LearnerReport report = learner.minimise(() -> apply(block, x).square().sum());
                assertEquals(4, report.loss(), 1e-6);
                assertEquals(Math.sqrt(48), report.gradientNorm(), 1e-5);
                assertArrayEquals(
                        new float[] {0.6f, 2.4f, 2.6f}, learner.parameters().toFloatArray(), 1e-6f);
                assertEquals(0.6 - 2.4 + 2.6, apply(block, x).toFloatArray()[0], 1e-6);
            }
        }
    }

    @EachDevice
    void shouldTakeAdamsStepsAsWorkedByHand(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = linear(manager, 1, 1);
            try (Learner learner = Learner.of("linear", Adam.of(0.1), 1, block)) {
                InPlace.assign(learner.parameters(), manager.create(new float[] {1, 0}));
                NDArray x = manager.create(new float[] {1}, new Shape(1, 1));
                double[] p = {1, 0};
                double[] m = new double[2];
                double[] v = new double[2];
                for (int t = 1; t <= 3; t++) {
                    learner.minimise(() -> apply(block, x.mul(3)).square().sum());
                    double y = 3 * p[0] + p[1];
                    double[] g = {6 * y, 2 * y};
                    double clip = 1 / Math.hypot(g[0], g[1]);
                    for (int i = 0; i < 2; i++) {
                        m[i] = 0.9 * m[i] + 0.1 * g[i] * clip;
                        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i] * clip * clip;
                        double mean = m[i] / (1 - Math.pow(0.9, t));
                        double square = v[i] / (1 - Math.pow(0.999, t));
                        p[i] -= 0.1 * mean / (Math.sqrt(square) + 1e-8);
                    }
                    float[] moved = learner.parameters().toFloatArray();
                    assertEquals(p[0], moved[0], 1e-5);
                    assertEquals(p[1], moved[1], 1e-5);
                }
            }
        }
    }

    @EachDevice
    void shouldDifferentiateTwice(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = linear(manager, 1, 2);
            try (Learner learner = Learner.of("critic", new Sgd(0.5, 0), 1e9, block)) {
                InPlace.assign(learner.parameters(), manager.create(new float[] {3, 4, 0}));
                NDArray x = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
                x.setRequiresGradient(true);
                // Penalty (‖w‖ − 1)² = 16, its gradient 2(‖w‖ − 1) w/‖w‖ = (4.8, 6.4).
                LearnerReport report =
                        learner.minimise(
                                () -> {
                                    NDArray g = InputGradient.of(apply(block, x), x);
                                    NDArray norm = g.square().sum(new int[] {1}).sqrt();
                                    return norm.sub(1f).square().mean();
                                });
                assertEquals(16, report.loss(), 1e-5);
                assertArrayEquals(
                        new float[] {0.6f, 0.8f, 0}, learner.parameters().toFloatArray(), 1e-5f);
            }
        }
    }

    /** The first step is α sign(g), whatever the size of g; with decay, g = ∂loss + λ p. */
    @EachDevice
    void shouldAddTheWeightDecayToAdamsGradient(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = linear(manager, 1, 1);
            Adam adam = new Adam(0.1, 0.5, 0.999, 1e-8, 0.5);
            try (Learner learner = Learner.of("linear", adam, 1e9, block)) {
                InPlace.assign(learner.parameters(), manager.create(new float[] {1, -2}));
                NDArray x = manager.create(new float[] {0}, new Shape(1, 1));
                // y = b: ∂w = 0 and ∂b = 1; with decay 0.5 and 0.
                learner.minimise(() -> apply(block, x).sum());
                float[] moved = learner.parameters().toFloatArray();
                assertEquals(0.9, moved[0], 1e-6);
                // 1 + 0.5 · (−2) = 0: no step.
                assertEquals(-2, moved[1], 1e-6);
            }
        }
    }
}
