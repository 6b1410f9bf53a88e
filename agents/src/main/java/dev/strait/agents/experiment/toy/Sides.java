package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.NoiseStream;

/** Two sets of points that a discriminator is to tell apart. */
public sealed interface Sides {

    /** F, coordinates of a point. */
    int dimension();

    /**
     * Real points.
     *
     * @return (count, F)
     */
    NDArray real(NDManager manager, NoiseStream noise, int count);

    /**
     * Generated points.
     *
     * @return (count, F)
     */
    NDArray fake(NDManager manager, NoiseStream noise, int count);

    /**
     * Two Gaussians on the first axis, N(±distance/2, std² I), the real one to the right.
     *
     * @param dimension F
     * @param distance of their centres
     * @param std of either
     */
    record Gaussians(int dimension, double distance, double std) implements Sides {

        public Gaussians {
            require(dimension >= 1, "dimension must be at least 1, but was %s", dimension);
            require(distance >= 0, "distance must not be negative, but was %s", distance);
            requirePositive(std, "std");
        }

        @Override
        public NDArray real(NDManager manager, NoiseStream noise, int count) {
            return around(manager, noise, count, distance / 2);
        }

        @Override
        public NDArray fake(NDManager manager, NoiseStream noise, int count) {
            return around(manager, noise, count, -distance / 2);
        }

        private NDArray around(NDManager manager, NoiseStream noise, int count, double at) {
            float[] centre = new float[dimension];
            centre[0] = (float) at;
            NDArray points = noise.normal(manager, new Shape(count, dimension));
            return points.muli((float) std).addi(manager.create(centre));
        }
    }

    /**
     * Two lines in the plane, (0, u) and (gap, u), u uniform: sets of no area, which a
     * discriminator can tell apart perfectly however near they are (Arjovsky et al. 2017, example
     * 1).
     *
     * @param gap θ
     */
    record Lines(double gap) implements Sides {

        public Lines {
            require(Double.isFinite(gap), "gap must be finite, but was %s", gap);
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public NDArray real(NDManager manager, NoiseStream noise, int count) {
            return at(manager, noise, count, 0);
        }

        @Override
        public NDArray fake(NDManager manager, NoiseStream noise, int count) {
            return at(manager, noise, count, gap);
        }

        private static NDArray at(NDManager manager, NoiseStream noise, int count, double x) {
            NDArray along = noise.uniform(manager, new Shape(count, 1));
            NDArray across = manager.full(new Shape(count, 1), (float) x);
            return NDArrays.concat(new NDList(across, along), 1);
        }
    }
}
