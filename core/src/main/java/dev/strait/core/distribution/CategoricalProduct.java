package dev.strait.core.distribution;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.strait.core.tensor.NoiseStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Independent choices side by side, one a branch of a MultiDiscrete action.
 *
 * @param branches one categorical a branch, all with B rows
 */
public record CategoricalProduct(List<Categorical> branches) implements Distribution {

    public CategoricalProduct {
        branches = List.copyOf(branches);
        require(!branches.isEmpty(), "branches must not be empty, but were %s", branches);
    }

    /**
     * The product over slices of one array.
     *
     * @param logits (B, Σ sizes)
     * @param sizes number of choices of each branch
     */
    public static CategoricalProduct of(NDArray logits, int... sizes) {
        long sum = Arrays.stream(sizes).sum();
        require(
                logits.getShape().dimension() == 2 && logits.getShape().get(1) == sum,
                "branches %s need logits (B, %s), but they were %s",
                Arrays.toString(sizes),
                sum,
                logits.getShape());
        List<Categorical> branches = new ArrayList<>();
        for (NDArray part : logits.split(starts(sizes), 1)) {
            branches.add(new Categorical(part));
        }
        return new CategoricalProduct(branches);
    }

    /** Where the second and later branches begin. */
    private static long[] starts(int... sizes) {
        long[] starts = new long[sizes.length - 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (i == 0 ? 0 : starts[i - 1]) + sizes[i];
        }
        return starts;
    }

    /** (B, branches) float32 indices. */
    @Override
    public NDArray sample(NoiseStream noise) {
        return sideBySide(branch -> branch.sample(noise));
    }

    @Override
    public NDArray mode() {
        return sideBySide(Categorical::mode);
    }

    /**
     * Σ over the branches.
     *
     * @param values (B, branches) whole numbers of any type
     */
    @Override
    public NDArray logProbability(NDArray values) {
        require(
                values.getShape().dimension() == 2 && values.getShape().get(1) == branches.size(),
                "there are %s branches, but the indices are %s",
                branches.size(),
                values.getShape());
        NDList columns = values.split(branches.size(), 1);
        return sum((branch, i) -> branch.logProbability(columns.get(i)));
    }

    @Override
    public NDArray entropy() {
        return sum((branch, i) -> branch.entropy());
    }

    /** KL(this ‖ other), the sum over the branches; (B). */
    public NDArray kl(CategoricalProduct other) {
        require(
                branches.size() == other.branches.size(),
                "this has %s branches, but the other has %s",
                branches.size(),
                other.branches.size());
        return sum((branch, i) -> branch.kl(other.branches.get(i)));
    }

    private NDArray sideBySide(Function<Categorical, NDArray> column) {
        return NDArrays.concat(new NDList(branches.stream().map(column).toList()), 1);
    }

    private NDArray sum(BiFunction<Categorical, Integer, NDArray> part) {
        NDArray sum = part.apply(branches.get(0), 0);
        for (int i = 1; i < branches.size(); i++) {
            sum = sum.add(part.apply(branches.get(i), i));
        }
        return sum;
    }
}
