package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;

class HistoryTest {

    /** A player whose loss is constant: only its history moves it. */
    private static final class Idle implements AutoCloseable {

        private final Forward forward;
        private final Learner learner;
        private final NDManager manager;

        Idle(NDManager manager, float... start) {
            this.manager = manager;
            Block block = Dense.of(1, 1).build(manager, new Seeds(1).stream("weights"));
            forward = Forward.training(block);
            learner = Learner.of("idle", new Sgd(0.1, 0), Double.POSITIVE_INFINITY, block);
            put(start);
        }

        void put(float... values) {
            InPlace.assign(learner.parameters(), manager.create(values));
        }

        void step() {
            NDArray x = manager.ones(new Shape(1, 1));
            learner.minimise(() -> forward.apply(x).mul(0f).sum());
        }

        float[] parameters() {
            return learner.parameters().toFloatArray();
        }

        @Override
        public void close() {
            learner.close();
        }
    }

    private static void assertParameters(Idle player, double w, double b) {
        assertArrayEquals(new float[] {(float) w, (float) b}, player.parameters(), 1e-5f);
    }

    /** θ − 2c·0.1·(θ − θ̄) at c = 2 is 0.6 θ + 0.4 θ̄, each player about its own θ̄. */
    @EachDevice
    void shouldPullEachPlayerTowardsItsOwnMean(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Idle one = new Idle(manager, 1, 2);
                Idle other = new Idle(manager, -5, 0);
                History history = History.of(2, one.learner, other.learner)) {
            history.update();
            one.put(3, 2);
            other.put(-7, 4);
            history.update();
            // Means (2, 2) and (−6, 2).
            one.put(5, 2);
            one.step();
            other.step();
            assertParameters(one, 0.6 * 5 + 0.4 * 2, 2);
            assertParameters(other, 0.6 * -7 + 0.4 * -6, 0.6 * 4 + 0.4 * 2);
        }
    }

    @EachDevice
    void shouldLeaveThePlayersAloneWithoutStrength(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Idle player = new Idle(manager, 1, 2);
                History history = History.of(0, player.learner)) {
            history.update();
            player.put(9, 8);
            player.step();
            assertParameters(player, 9, 8);
        }
    }

    /** The next mean needs the number of those before. */
    @EachDevice
    void shouldGoOnFromItsSavedState(Device device) {
        try (NDManager manager = TensorEngine.newManager(device);
                Idle one = new Idle(manager, 1, 2);
                Idle other = new Idle(manager, 0, 1);
                Idle again = new Idle(manager, 70, 80);
                Idle otherAgain = new Idle(manager, 90, 60);
                History history = History.of(2, one.learner, other.learner);
                History resumed = History.of(2, again.learner, otherAgain.learner)) {
            history.update();
            one.put(3, 6);
            other.put(5, 5);
            history.update();
            TrainingState state = new TrainingState();
            history.save(state);
            resumed.restore(state, manager);
            again.put(3, 6);
            otherAgain.put(5, 5);
            history.update();
            resumed.update();
            for (Idle player : new Idle[] {one, other, again, otherAgain}) {
                player.step();
            }
            assertArrayEquals(one.parameters(), again.parameters());
            assertArrayEquals(other.parameters(), otherAgain.parameters());
        }
    }
}
