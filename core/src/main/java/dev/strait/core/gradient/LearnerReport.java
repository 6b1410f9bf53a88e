package dev.strait.core.gradient;

import java.util.List;

/**
 * One update of a learner.
 *
 * @param loss the loss before the step
 * @param gradientNorm ‖∂loss/∂parameters‖ before clipping
 * @param figures what the loss noted, see {@link Learner#minimise(java.util.function.Supplier,
 *     ai.djl.ndarray.NDList)}
 */
public record LearnerReport(double loss, double gradientNorm, List<Double> figures) {

    public LearnerReport {
        figures = List.copyOf(figures);
    }
}
