package dev.strait.core.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a learner keeps, what it refuses, and what becomes of it then. */
class LearnerStateTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** y = w x + b. */
    private static Block line(NDManager manager) {
        Block block = Linear.builder().setUnits(1).build();
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
        return block;
    }

    /** Σ y at x, so that ∂w = x and ∂b = 1. */
    private static Supplier<NDArray> at(Block block, NDManager manager, double x) {
        return () -> {
            NDArray input = manager.full(new Shape(1, 1), (float) x);
            return block.forward(new ParameterStore(manager, false), new NDList(input), true)
                    .singletonOrThrow()
                    .sum();
        };
    }

    private static Learner learner(Optimiser optimiser, double limit, Block... blocks) {
        return Learner.of("line", optimiser, limit, blocks);
    }

    private static void set(Learner learner, NDManager manager, float... values) {
        InPlace.assign(learner.parameters(), manager.create(values));
    }

    private static void assertParameters(Learner learner, double... expected) {
        float[] actual = learner.parameters().toFloatArray();
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5, "parameter " + i);
        }
    }

    /** u = g₁, then μ g₁ + g₂. */
    @EachDevice
    void shouldKeepMomentum(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(new Sgd(0.1, 0.5), NO_LIMIT, block)) {
                set(learner, manager, 0, 0);
                learner.minimise(at(block, manager, 2));
                assertParameters(learner, -0.2, -0.1);
                learner.minimise(at(block, manager, 4));
                assertParameters(learner, -0.2 - 0.1 * (0.5 * 2 + 4), -0.1 - 0.1 * 1.5);
                assertArrayEquals(
                        new float[] {5, 1.5f}, learner.state().get("u").toFloatArray(), 1e-5f);
            }
        }
    }

    /** ε outside the root: with ε = 1, √v + ε and √(v + ε) lie far apart. */
    @EachDevice
    void shouldTakeRmsPropsStepsAsWorkedByHand(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(new RmsProp(0.1, 0.75, 1), NO_LIMIT, block)) {
                set(learner, manager, 0, 0);
                double[] p = new double[2];
                double[] v = new double[2];
                for (int t = 1; t <= 3; t++) {
                    learner.minimise(at(block, manager, 2 * t));
                    double[] g = {2 * t, 1};
                    for (int i = 0; i < 2; i++) {
                        v[i] = 0.75 * v[i] + 0.25 * g[i] * g[i];
                        p[i] -= 0.1 * g[i] / (Math.sqrt(v[i]) + 1);
                    }
                    assertParameters(learner, p);
                }
            }
        }
    }

    /** The same for Adam, whose ε is outside the root of the corrected v̂. */
    @EachDevice
    void shouldAddAdamsEpsilonToTheCorrectedRoot(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            Adam adam = new Adam(0.1, 0.9, 0.99, 1, 0);
            try (Learner learner = learner(adam, NO_LIMIT, block)) {
                set(learner, manager, 0, 0);
                learner.minimise(at(block, manager, 3));
                assertParameters(learner, -0.1 * 3 / (3 + 1), -0.1 * 1 / (1 + 1));
            }
        }
    }

    /** ‖(3, 1)‖ = √10: a limit above it changes nothing, one below gives a step of its length. */
    @EachDevice
    void shouldClipOnlyWhatIsLongerThanTheLimit(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            double norm = Math.sqrt(10);
            for (double limit : new double[] {3.2, 3.1, 0.5}) {
                Block block = line(manager);
                try (Learner learner = learner(new Sgd(1, 0), limit, block)) {
                    set(learner, manager, 0, 0);
                    LearnerReport report = learner.minimise(at(block, manager, 3));
                    assertEquals(norm, report.gradientNorm(), 1e-5);
                    double share = Math.min(1, limit / norm);
                    assertParameters(learner, -3 * share, -share);
                }
            }
        }
    }

    @EachDevice
    void shouldScaleTheStepAndNotTheMomentsByAnnealing(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(new Sgd(0.1, 0.5), NO_LIMIT, block)) {
                set(learner, manager, 0, 0);
                learner.anneal(0.5);
                learner.minimise(at(block, manager, 2));
                assertParameters(learner, -0.1, -0.05);
                learner.anneal(0);
                learner.minimise(at(block, manager, 2));
                assertParameters(learner, -0.1, -0.05);
                assertEquals(3, learner.state().get("u").toFloatArray()[0], 1e-5);
                // Of the optimiser's own size, not of the last.
                learner.anneal(1);
                learner.minimise(at(block, manager, 0));
                assertParameters(learner, -0.1 - 0.1 * 1.5, -0.05 - 0.1 * 1.75);
                assertThrows(IllegalArgumentException.class, () -> learner.anneal(-0.1));
                assertThrows(IllegalArgumentException.class, () -> learner.anneal(Double.NaN));
            }
        }
    }

    @EachDevice
    void shouldLeaveWhatTheLossDoesNotReach(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block first = line(manager);
            Block second = line(manager);
            try (Learner learner = learner(new Sgd(1, 0), NO_LIMIT, first, second)) {
                set(learner, manager, 1, 2, 3, 4);
                learner.minimise(at(second, manager, 5));
                assertParameters(learner, 1, 2, -2, 3);
                // The buffer of the gradient is the same: nothing of the last step is left in it.
                learner.minimise(at(first, manager, 1));
                assertParameters(learner, 0, 1, -2, 3);
            }
        }
    }

    @EachDevice
    void shouldReadFiguresInTheirOrderBesideTheLoss(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(new Sgd(1, 0), NO_LIMIT, block)) {
                set(learner, manager, 1, 1);
                NDList figures = new NDList();
                LearnerReport report =
                        learner.minimise(
                                () -> {
                                    figures.add(manager.create(7f));
                                    figures.add(manager.create(new float[] {8}));
                                    return at(block, manager, 3).get();
                                },
                                figures);
                assertEquals(4, report.loss(), 1e-6);
                assertEquals(List.of(7.0, 8.0), report.figures());
            }
        }
    }

    /** Loss and gradient may go bad alone: √0 is 0, its slope is not finite. */
    @EachDevice
    void shouldStayAsItWasWhenNumbersGoBad(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(Adam.of(0.1), 1, block)) {
                learner.minimise(at(block, manager, 1));
                set(learner, manager, 1, 1);
                float[] m = learner.state().get("m").toFloatArray();
                List<Supplier<NDArray>> bad =
                        List.of(
                                () -> at(block, manager, 1).get().sub(Float.POSITIVE_INFINITY),
                                () -> at(block, manager, 1).get().mul(Float.NaN),
                                () -> at(block, manager, -1).get().square().sqrt());
                for (Supplier<NDArray> loss : bad) {
                    String said =
                            assertThrows(IllegalStateException.class, () -> learner.minimise(loss))
                                    .getMessage();
                    assertTrue(said.startsWith("line: step 2 has loss "), said);
                    assertParameters(learner, 1, 1);
                    assertArrayEquals(m, learner.state().get("m").toFloatArray());
                    assertEquals(1, learner.steps());
                    assertFalse(JniUtils.isGradMode(), "gradient mode stayed on");
                }
            }
        }
    }

    @EachDevice
    void shouldRefuseALossThatIsNotOneFloat(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = line(manager);
            try (Learner learner = learner(new Sgd(1, 0), NO_LIMIT, block)) {
                Supplier<NDArray> doubled =
                        () -> at(block, manager, 1).get().toType(DataType.FLOAT64, false);
                assertEquals(
                        "line: a loss must be one float32 number, but was float64 of shape ()",
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> learner.minimise(doubled))
                                .getMessage());
                assertThrows(
                        IllegalArgumentException.class,
                        () -> learner.minimise(() -> manager.ones(new Shape(2))));
                assertEquals(0, learner.steps());
            }
            assertThrows(IllegalArgumentException.class, () -> learner(new Sgd(1, 0), 0, block));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> learner(new Sgd(1, 0), Double.NaN, block));
        }
    }

    private static Map<String, NDArray> copy(Map<String, NDArray> state, NDManager manager) {
        Map<String, NDArray> copy = new LinkedHashMap<>();
        state.forEach((part, array) -> copy.put(part, manager.create(array.toFloatArray())));
        return copy;
    }

    /** Adam's bias correction needs the number of steps, its step the moments. */
    @EachDevice
    void shouldGoOnFromItsStateAsIfNeverStopped(Device device) {
        for (Optimiser optimiser :
                List.of(Adam.of(0.1), new RmsProp(0.1, 0.5, 1e-8), new Sgd(0.1, 0.9))) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Block block = line(manager);
                Block again = line(manager);
                try (Learner learner = learner(optimiser, NO_LIMIT, block);
                        Learner resumed = learner(optimiser, NO_LIMIT, again)) {
                    learner.minimise(at(block, manager, 1));
                    learner.minimise(at(block, manager, -2));
                    Map<String, NDArray> saved = copy(learner.state(), manager);
                    long steps = learner.steps();
                    learner.minimise(at(block, manager, 3));
                    resumed.restore(saved, steps);
                    assertEquals(2, resumed.steps());
                    resumed.minimise(at(again, manager, 3));
                    assertArrayEquals(
                            learner.parameters().toFloatArray(),
                            resumed.parameters().toFloatArray(),
                            optimiser.toString());
                }
            }
        }
    }

    /** All is looked at before anything moves. */
    @EachDevice
    void shouldRefuseAStateThatLacksAPartOrHasAnotherShape(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Learner learner = learner(Adam.of(0.1), NO_LIMIT, line(manager))) {
            set(learner, manager, 1, 2);
            Map<String, NDArray> other = copy(learner.state(), manager);
            other.put("parameters", manager.create(new float[] {8, 9}));
            NDArray v = other.remove("v");
            assertEquals(
                    "line: the saved state has no 'v'",
                    assertThrows(IllegalArgumentException.class, () -> learner.restore(other, 3))
                            .getMessage());
            other.put("v", v.repeat(2));
            assertEquals(
                    "line: 'v' has shape (4) in the saved state, but (2) here",
                    assertThrows(IllegalArgumentException.class, () -> learner.restore(other, 3))
                            .getMessage());
            assertParameters(learner, 1, 2);
            assertEquals(0, learner.steps());
        }
    }
}
