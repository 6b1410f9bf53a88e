package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;

/**
 * Maximum mean discrepancy of two sets of points under the kernel k(x, y) = (x·y / F + 1)³; over
 * features of pictures it is the KID of Bińkowski et al. 2018. The estimate is unbiased, and so may
 * be negative. It is taken over subsets, which bounds its cost and shows its spread.
 *
 * @param subsets number of pairs of subsets; 100 in the paper's code
 * @param subsetSize points of a subset, drawn without replacement; 1,000 in the paper's code; sets
 *     that are smaller are taken whole
 */
public record KernelDistance(int subsets, int subsetSize) {

    /** The paper's numbers. */
    public static final KernelDistance PAPER = new KernelDistance(100, 1_000);

    /** Rows of a table of kernels that are held at once. */
    private static final int BLOCK = 64;

    public KernelDistance {
        require(subsets >= 1, "subsets must be at least 1, but were %s", subsets);
        require(subsetSize >= 2, "subsetSize must be at least 2, but was %s", subsetSize);
    }

    /**
     * Estimates the discrepancy of two sets.
     *
     * @param random draws the subsets
     * @return mean over the subsets, and standard deviation over them, not of the mean (dividing by
     *     their number, as the paper's code); of two sets taken whole there is only one estimate,
     *     and no deviation
     */
    public Estimate between(Points first, Points second, SeedStream random) {
        first.requireSpaceOf(second);
        int size = Math.min(subsetSize, Math.min(first.count(), second.count()));
        if (first.count() == size && second.count() == size) {
            return Estimate.exact(unbiased(first, second));
        }
        double[] estimates = new double[subsets];
        for (int i = 0; i < subsets; i++) {
            Points ofFirst = first.at(draw(first.count(), size, random));
            Points ofSecond = second.at(draw(second.count(), size, random));
            estimates[i] = unbiased(ofFirst, ofSecond);
        }
        return estimate(estimates);
    }

    private static Estimate estimate(double[] estimates) {
        double mean = 0;
        for (double estimate : estimates) {
            mean += estimate / estimates.length;
        }
        double squares = 0;
        for (double estimate : estimates) {
            squares += (estimate - mean) * (estimate - mean);
        }
        return new Estimate(mean, Math.sqrt(squares / estimates.length));
    }

    /** The first places of a shuffled order (Fisher and Yates, stopped early). */
    private static int[] draw(int count, int size, SeedStream random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(count - i);
            drawn[i] = order[j];
            order[j] = order[i];
        }
        return drawn;
    }

    /**
     * The unbiased estimate over all points, Σ_{i≠j} k(xᵢ, xⱼ) / m(m−1) + Σ_{i≠j} k(yᵢ, yⱼ) /
     * n(n−1) − 2 Σ_{ij} k(xᵢ, yⱼ) / mn (Gretton et al. 2012).
     *
     * @param first m points, at least two
     * @param second n points, at least two
     */
    public static double unbiased(Points first, Points second) {
        first.requireSpaceOf(second);
        double m = first.count();
        double n = second.count();
        require(
                m >= 2 && n >= 2,
                "an unbiased estimate needs 2 points on either side, but there were %s and %s",
                first.count(),
                second.count());
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray x = first.array(manager);
            NDArray y = second.array(manager);
            double ofX = kernelSum(x, x) - ownKernelSum(x);
            double ofY = kernelSum(y, y) - ownKernelSum(y);
            return ofX / (m * (m - 1)) + ofY / (n * (n - 1)) - 2 * kernelSum(x, y) / (m * n);
        }
    }

    /** Σ_{ij} k(xᵢ, yⱼ), by some rows at a time: a table that fits the cache is summed faster. */
    private static double kernelSum(NDArray x, NDArray y) {
        double sum = 0;
        long rows = x.getShape().get(0);
        try (NDManager scope = x.getManager().newSubManager()) {
            NDArray columns = y.transpose();
            columns.attach(scope);
            for (long from = 0; from < rows; from += BLOCK) {
                NDArray some = x.get(from + ":" + Math.min(from + BLOCK, rows));
                some.attach(scope);
                sum += cubeSum(some.matMul(columns), x.getShape().get(1));
            }
        }
        return sum;
    }

    /** Σᵢ k(xᵢ, xᵢ). */
    private static double ownKernelSum(NDArray x) {
        return cubeSum(x.square().sum(new int[] {1}), x.getShape().get(1));
    }

    /** Σ (p / F + 1)³ over products p, which are consumed. */
    private static double cubeSum(NDArray products, long size) {
        NDArray base = products.divi(size).addi(1);
        NDArray cubes = base.square().muli(base);
        NDArray sum = cubes.sum();
        double value = sum.toDoubleArray()[0];
        List.of(base, cubes, sum).forEach(NDArray::close);
        return value;
    }
}
