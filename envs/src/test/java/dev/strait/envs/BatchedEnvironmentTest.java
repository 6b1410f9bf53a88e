package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchedEnvironmentTest {

    private static final int COUNT = 7;

    static List<String> ids() {
        return Environments.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldStepEveryRowAsAnEnvironmentOfItsOwn(String id) {
        int count = Environments.spec(id).dear() ? 2 : COUNT;
        VectorEnvironment vector = Environments.makeVector(id, count);
        StepBatch out = new StepBatch(count, vector.observationSpace().size());
        vector.reset(11, out.observations);
        Environment[] single = new Environment[count];
        Arrays.setAll(single, i -> Environments.make(id));
        for (int i = 0; i < count; i++) {
            assertArrayEquals(single[i].reset(11 + i), row(out.observations, i, count));
        }
        Pcg64 random = new Pcg64(1);
        int ends = 0;
        for (int t = 0; t < 1_100; t++) {
            double[] actions = draw(vector, random);
            vector.step(actions, out);
            for (int i = 0; i < count; i++) {
                ends += checkRow(single[i], row(actions, i, count), out, i);
            }
        }
        assertTrue(ends > 0);
    }

    private static int checkRow(Environment single, double[] action, StepBatch out, int row) {
        Environment.Step step = single.step(action);
        assertEquals(step.reward(), out.rewards[row]);
        assertEquals(step.terminated(), out.terminated[row]);
        assertEquals(step.truncated(), out.truncated[row]);
        if (!step.terminated() && !step.truncated()) {
            assertArrayEquals(step.observation(), row(out.observations, row, out.rewards.length));
            return 0;
        }
        assertArrayEquals(step.observation(), row(out.finalObservations, row, out.rewards.length));
        assertArrayEquals(single.reset(), row(out.observations, row, out.rewards.length));
        return 1;
    }

    @Test
    void shouldContinueFromASnapshotToTheBit() {
        VectorEnvironment vector = Environments.makeVector("CartPole-v1", COUNT);
        StepBatch out = new StepBatch(COUNT, 4);
        vector.reset(0, out.observations);
        Pcg64 random = new Pcg64(2);
        for (int t = 0; t < 100; t++) {
            vector.step(draw(vector, random), out);
        }
        VectorEnvironment.Snapshot saved = vector.save();
        double[][] actions = new double[100][];
        Arrays.setAll(actions, t -> draw(vector, random));
        StepBatch again = new StepBatch(COUNT, 4);
        VectorEnvironment other = Environments.makeVector("CartPole-v1", COUNT);
        other.restore(saved);
        other.observe(again.observations);
        assertArrayEquals(out.observations, again.observations);
        for (double[] action : actions) {
            vector.step(action, out);
            other.step(action, again);
            assertArrayEquals(out.observations, again.observations);
        }
        assertArrayEquals(vector.save().randomStates(), other.save().randomStates());
        assertArrayEquals(vector.save().elapsedSteps(), other.save().elapsedSteps());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 50})
    void shouldNotDependOnTheNumberOfThreads(int threads) {
        EnvironmentSpec acrobot = Environments.spec("Acrobot-v1");
        EnvironmentSpec dear =
                new EnvironmentSpec("dear", 20, acrobot.rewardThreshold(), true, acrobot.factory());
        try (VectorEnvironment one = Environments.makeVector(dear, COUNT, 1);
                VectorEnvironment many = Environments.makeVector(dear, COUNT, threads)) {
            StepBatch expected = new StepBatch(COUNT, 6);
            StepBatch actual = new StepBatch(COUNT, 6);
            one.reset(0, expected.observations);
            many.reset(0, actual.observations);
            Pcg64 random = new Pcg64(3);
            for (int t = 0; t < 300; t++) {
                double[] actions = draw(one, random);
                one.step(actions, expected);
                many.step(actions, actual);
                assertArrayEquals(expected.observations, actual.observations);
                assertArrayEquals(expected.rewards, actual.rewards);
                assertArrayEquals(expected.truncated, actual.truncated);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldAllocateNothingInAStep(String id) {
        int count = Environments.spec(id).dear() ? 4 : 64;
        VectorEnvironment vector = Environments.makeVector(id, count);
        StepBatch out = new StepBatch(count, vector.observationSpace().size());
        vector.reset(0, out.observations);
        double[] actions = draw(vector, new Pcg64(4));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        step(vector, actions, out, 50);
        long before = threads.getThreadAllocatedBytes(self);
        step(vector, actions, out, 1_000);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertTrue(allocated < 4_096, allocated + " bytes in 1,000 steps of " + count + " worlds");
    }

    @Test
    void shouldAllocateNothingInAStepOfSeveralThreads() {
        EnvironmentSpec pendulum = Environments.spec("Pendulum-v1");
        EnvironmentSpec dear =
                new EnvironmentSpec(
                        "dear", 200, pendulum.rewardThreshold(), true, pendulum.factory());
        try (VectorEnvironment vector = Environments.makeVector(dear, 64, 2)) {
            StepBatch out = new StepBatch(64, 3);
            vector.reset(0, out.observations);
            double[] actions = draw(vector, new Pcg64(4));
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            step(vector, actions, out, 50);
            long self = Thread.currentThread().getId();
            long worker = workerOf("dear");
            long[] before = threads.getThreadAllocatedBytes(new long[] {self, worker});
            step(vector, actions, out, 1_000);
            long[] after = threads.getThreadAllocatedBytes(new long[] {self, worker});
            assertTrue(after[0] - before[0] < 4_096, "caller: " + (after[0] - before[0]));
            assertTrue(after[1] - before[1] < 4_096, "worker: " + (after[1] - before[1]));
        }
    }

    private static long workerOf(String id) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(id + " worker 1"))
                .mapToLong(Thread::getId)
                .max()
                .orElseThrow();
    }

    private static void step(VectorEnvironment vector, double[] actions, StepBatch out, int n) {
        for (int i = 0; i < n; i++) {
            vector.step(actions, out);
        }
    }

    @Test
    void shouldRefuseBadCallsWithTheValue() {
        VectorEnvironment vector = Environments.makeVector("CartPole-v1", 3);
        StepBatch out = new StepBatch(3, 4);
        assertThrows(IllegalStateException.class, () -> vector.step(new double[3], out));
        vector.reset(0, out.observations);
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> vector.step(new double[] {0, 1, 5}, out))
                        .getMessage();
        assertEquals("action [5.0] of world 2 is not in Discrete[n=2]", message);
        assertThrows(IllegalArgumentException.class, () -> vector.step(new double[2], out));
        assertThrows(IllegalArgumentException.class, () -> vector.reset(-1, out.observations));
        assertThrows(
                IllegalArgumentException.class, () -> Environments.makeVector("CartPole-v1", 0));
        assertThrows(
                IllegalArgumentException.class, () -> Environments.makeVector("CartPole-v1", 3, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> vector.step(new double[3], new StepBatch(4, 3)));
        vector.close();
        vector.close();
        assertThrows(IllegalStateException.class, () -> vector.step(new double[3], out));
    }

    private static double[] draw(VectorEnvironment vector, Pcg64 random) {
        int size = vector.actionSpace().size();
        double[] actions = new double[vector.count() * size];
        for (int i = 0; i < vector.count(); i++) {
            vector.actionSpace().sample(random, actions, i * size);
        }
        return actions;
    }

    private static double[] row(double[] values, int row, int count) {
        int size = values.length / count;
        return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }

    @Test
    void shouldShowAllOfARefusedAction() {
        VectorEnvironment mazes = Environments.makeVector("CMaze-v0", 3);
        StepBatch out = new StepBatch(3, 3);
        mazes.reset(0, out.observations);
        double[] actions = {0.1, 0.2, 0.3, Double.NaN, 0.5, 0.6};

        String message =
                assertThrows(IllegalArgumentException.class, () -> mazes.step(actions, out))
                        .getMessage();

        assertTrue(message.startsWith("action [0.3, NaN] of world 1 is not in Box"), message);
    }

    @Test
    void shouldLeaveASnapshotAsItWas() {
        VectorEnvironment vector = Environments.makeVector("CartPole-v1", 2);
        StepBatch out = new StepBatch(2, 4);
        vector.reset(0, out.observations);
        VectorEnvironment.Snapshot saved = vector.save();
        vector.step(new double[] {0, 1}, out);

        assertArrayEquals(new int[2], saved.elapsedSteps());
    }

    @Test
    void shouldRefuseASnapshotOfOtherWorlds() {
        VectorEnvironment vector = Environments.makeVector("CartPole-v1", 2);
        vector.reset(0, new double[8]);
        VectorEnvironment.Snapshot saved = vector.save();
        long[] random = saved.randomStates();
        int[] steps = saved.elapsedSteps();
        for (VectorEnvironment.Snapshot other :
                List.of(
                        new VectorEnvironment.Snapshot(new double[9], steps, random),
                        new VectorEnvironment.Snapshot(saved.states(), new int[3], random),
                        new VectorEnvironment.Snapshot(saved.states(), steps, new long[12]))) {
            assertThrows(IllegalArgumentException.class, () -> vector.restore(other));
        }
    }

    /** A step of a cheap world is shorter than the way to another thread. */
    @Test
    void shouldStartThreadsWhereTheyPayAlone() {
        EnvironmentSpec cheap = Environments.spec("CartPole-v1");
        Supplier<World> factory = cheap.factory();
        EnvironmentSpec dear =
                new EnvironmentSpec("paying", 9, cheap.rewardThreshold(), true, factory);
        EnvironmentSpec light =
                new EnvironmentSpec("light", 9, cheap.rewardThreshold(), false, factory);
        try (VectorEnvironment two = Environments.makeVector(dear, 2, 8);
                VectorEnvironment one = Environments.makeVector(light, 2, 8)) {
            List<String> names =
                    Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
            assertEquals(two.count(), one.count());
            assertTrue(names.contains("paying worker 1"));
            assertFalse(names.contains("paying worker 2"), "no more than there are worlds");
            assertFalse(names.contains("light worker 1"));
        }
    }
}
