package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;

/**
 * Which mean of the per-sample KL is held at I_c. The conventions in the wild differ by constant
 * factors, so an I_c is only comparable under the same one.
 */
public sealed interface RateExpectation {

    /** The convention on the mean KL of either side, in nats. */
    double of(double klReal, double klFake);

    /**
     * The largest mean KL over the mixture that a kept limit permits: what {@link InformationBound}
     * takes.
     *
     * @param informationLimit I_c under this convention, in nats
     * @return nats; infinite where one side is not held
     */
    double mixtureLimit(double informationLimit);

    /**
     * The convention on a batch, with its graph.
     *
     * @param klReal (B) KL of real or expert samples, in nats
     * @param klFake (B′) KL of generated samples
     * @return a scalar
     */
    default NDArray of(NDArray klReal, NDArray klFake) {
        NDArray real = times(klReal.mean(), of(1, 0));
        return real.add(times(klFake.mean(), of(0, 1)));
    }

    /**
     * Refuses a code of other places than the convention speaks of.
     *
     * @param cells H·W of the code; 1 where it has no places
     */
    default void requireCells(int cells) {
        // Most conventions hold the whole code, whatever its places.
    }

    /** Over the half-and-half mixture of real and generated samples: the paper. */
    record Mixture() implements RateExpectation {

        @Override
        public double of(double klReal, double klFake) {
            return (klReal + klFake) / 2;
        }

        @Override
        public double mixtureLimit(double informationLimit) {
            return informationLimit;
        }
    }

    /** Over real samples only. */
    record RealOnly() implements RateExpectation {

        @Override
        public double of(double klReal, double klFake) {
            return klReal;
        }

        @Override
        public double mixtureLimit(double informationLimit) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Over the mixture, and the mean over the cells of a spatial code instead of their sum: the
     * official image code, whose whole code may carry {@code cells} times I_c.
     *
     * @param cells H·W of the code; 16 there
     */
    record MeanOverCells(int cells) implements RateExpectation {

        public MeanOverCells {
            require(cells >= 1, "cells must be at least 1, but was %s", cells);
        }

        @Override
        public double of(double klReal, double klFake) {
            return (klReal + klFake) / (2 * cells);
        }

        @Override
        public void requireCells(int actual) {
            require(
                    actual == cells,
                    "the rate is to be the mean over %s places, but the code has %s",
                    cells,
                    actual);
        }

        @Override
        public double mixtureLimit(double informationLimit) {
            return cells * informationLimit;
        }
    }

    /** The sum of the means of both sides, twice the mixture's: Unity ML-Agents. */
    record SumOfSides() implements RateExpectation {

        @Override
        public double of(double klReal, double klFake) {
            return klReal + klFake;
        }

        @Override
        public double mixtureLimit(double informationLimit) {
            return informationLimit / 2;
        }
    }
}
