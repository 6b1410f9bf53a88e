package dev.strait.core.gradient;

/**
 * One update of a learner.
 *
 * @param loss the loss before the step
 * @param gradientNorm ‖∂loss/∂parameters‖ before clipping
 */
public record LearnerReport(double loss, double gradientNorm) {}
