package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A rule that moves a parameter vector along its gradient. */
public sealed interface Optimiser permits Adam, RmsProp, Sgd {

    /** Step size α. */
    double learningRate();

    /** Names of the moment vectors that the rule keeps, in the order in which it takes them. */
    List<String> moments();

    /**
     * One step, in place.
     *
     * @param parameters (P) moved
     * @param gradient (P) of the loss to be minimised; consumed
     * @param moments (P) each, moved
     * @param step number of this step, from 1
     * @param rate step size of this step
     */
    void step(NDArray parameters, NDArray gradient, List<NDArray> moments, long step, double rate);
}
