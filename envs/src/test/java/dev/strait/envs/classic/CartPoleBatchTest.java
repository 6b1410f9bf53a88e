package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;

class CartPoleBatchTest {

    private static final int COUNT = 9;

    /** One steep pole sends the whole batch along the other path; the others must not notice. */
    @Test
    void shouldMoveARowTheSameHoweverSteepItsNeighbours() {
        CartPoleBatch small = new CartPoleBatch(COUNT);
        CartPoleBatch mixed = new CartPoleBatch(COUNT);
        double[] observations = new double[4 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            small.reset(i, new Pcg64(i), observations, 0);
            mixed.reset(i, new Pcg64(i), observations, 0);
        }
        mixed.restoreState(4, new double[] {0, 0, 2.5, 0}, 0);
        for (int t = 0; t < 5; t++) {
            step(small);
            step(mixed);
        }
        for (int i = 0; i < COUNT; i++) {
            if (i != 4) {
                assertArrayEquals(state(small, i), state(mixed, i));
            }
        }
    }

    private static void step(CartPoleBatch batch) {
        double[] actions = {0, 1, 0, 1, 0, 1, 1, 1, 0};
        batch.step(0, COUNT, actions, new double[4 * COUNT], new double[COUNT], new boolean[COUNT]);
    }

    private static double[] state(CartPoleBatch batch, int row) {
        double[] state = new double[4];
        batch.saveState(row, state, 0);
        return state;
    }
}
