package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.TensorEngine;

/**
 * The region that a set of points covers: around every point a ball that reaches to its k-th
 * nearest neighbour in the set. The share of generated points inside the real region is precision,
 * the share of real points inside the generated region is recall (Kynkäänniemi et al. 2019,
 * "improved precision and recall", equation 1).
 */
public final class Neighbourhoods {

    /** k of the paper. */
    public static final int NEIGHBOURS = 3;

    /** Rows of the table of distances that are held at once. */
    private static final int BLOCK = 512;

    private final Points centres;
    private final double[] squaredRadii;

    private Neighbourhoods(Points centres, double[] squaredRadii) {
        this.centres = centres;
        this.squaredRadii = squaredRadii;
    }

    /**
     * The region of a set.
     *
     * @param centres more than k points
     * @param k 3 in the paper
     */
    public static Neighbourhoods of(Points centres, int k) {
        int count = centres.count();
        require(k >= 1, "k must be at least 1, but was %s", k);
        require(
                count > k,
                "the neighbour number %s of a point needs more than %s points, but there are %s",
                k,
                k,
                count);
        double[] radii = new double[count];
        blocks(
                centres,
                centres,
                (from, distances) -> {
                    // The nearest of all is the point itself, at distance 0.
                    NDArray nearest = distances.topK(k + 1, 1, false, true).get(0);
                    double[] reach = nearest.get(":, -1").toDoubleArray();
                    System.arraycopy(reach, 0, radii, from, reach.length);
                });
        return new Neighbourhoods(centres, radii);
    }

    /** Share of the given points that are inside at least one ball, its border included. */
    public double share(Points points) {
        centres.requireSpaceOf(points);
        double[] inside = new double[1];
        blocks(
                points,
                centres,
                (from, distances) -> {
                    NDArray radii = distances.getManager().create(squaredRadii);
                    NDArray nearestBorder = distances.subi(radii).min(new int[] {1});
                    for (double beyond : nearestBorder.toDoubleArray()) {
                        inside[0] += beyond <= 0 ? 1 : 0;
                    }
                });
        return inside[0] / points.count();
    }

    private interface Block {

        /**
         * Some rows of the table of squared distances.
         *
         * @param from number of the first row
         * @param distances (rows, N); consumed
         */
        void accept(int from, NDArray distances);
    }

    /** ‖x − y‖² = ‖x‖² + ‖y‖² − 2 x·y of every x of one set and every y of the other. */
    private static void blocks(Points rows, Points columns, Block block) {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray x = rows.array(manager);
            NDArray y = columns.array(manager);
            NDArray squaresOfY = y.square().sum(new int[] {1});
            NDArray transposed = y.transpose();
            for (int from = 0; from < rows.count(); from += BLOCK) {
                try (NDManager scope = manager.newSubManager()) {
                    int to = Math.min(from + BLOCK, rows.count());
                    NDArray some = x.get(from + ":" + to);
                    some.attach(scope);
                    NDArray squares = some.square().sum(new int[] {1}, true);
                    NDArray distances = some.matMul(transposed).muli(-2);
                    block.accept(from, distances.addi(squares).addi(squaresOfY));
                }
            }
        }
    }
}
