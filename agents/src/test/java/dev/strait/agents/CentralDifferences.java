package dev.strait.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import java.util.function.Function;

/** Compares the gradient of a loss with (L(p + h) − L(p − h)) / 2h, parameter by parameter. */
public final class CentralDifferences {

    private static final float STEP = 1e-2f;

    /** float32's rounding over 2h, and the third derivative. */
    private static final double TOLERANCE = 2e-3;

    private CentralDifferences() {}

    /**
     * Fails where they differ.
     *
     * @param loss of the blocks as they are, on the manager that it is given
     */
    public static void assertGradient(
            NDManager manager, Function<NDManager, NDArray> loss, Block... blocks) {
        try (Learner learner = Learner.of("test", new Sgd(1, 0), Double.POSITIVE_INFINITY, blocks);
                NDManager scope = manager.newSubManager()) {
            float[] start = learner.parameters().toFloatArray();
            learner.minimise(() -> loss.apply(scope));
            float[] moved = learner.parameters().toFloatArray();
            double largest = 0;
            for (int i = 0; i < start.length; i++) {
                double above = at(learner, start, i, STEP, loss, scope);
                double below = at(learner, start, i, -STEP, loss, scope);
                double slope = (above - below) / (2 * STEP);
                assertEquals(slope, start[i] - moved[i], TOLERANCE, "parameter " + i);
                largest = Math.max(largest, Math.abs(slope));
            }
            assertEquals(true, largest > 10 * TOLERANCE, "all slopes vanish: " + largest);
        }
    }

    private static double at(
            Learner learner,
            float[] start,
            int index,
            float step,
            Function<NDManager, NDArray> loss,
            NDManager manager) {
        float[] changed = start.clone();
        changed[index] += step;
        try (NDManager scope = manager.newSubManager()) {
            InPlace.assign(learner.parameters(), scope.create(changed));
            return loss.apply(scope).getFloat();
        }
    }
}
