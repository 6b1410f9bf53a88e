package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * What two inputs differ in: one encoder sees both halves of the second axis, and a network on the
 * difference of its answers gives the features, f(e(a) − e(b)) (T-GAN; Su 2018).
 */
public final class Difference extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Block encoder;
    private final Block comparison;

    private Difference(Block encoder, Block comparison) {
        super(VERSION);
        this.encoder = addChildBlock("encoder", encoder);
        this.comparison = addChildBlock("comparison", comparison);
    }

    /**
     * The network (B, 2C, …) to (B, features).
     *
     * @param encoder of one half, (B, C, …) to (B, F); initialised here unless it already is
     * @param comparison (B, F) to (B, features); the same
     * @param half shape of a batch of one half, such as (1, C, H, W)
     */
    public static Difference of(Block encoder, Block comparison, Shape half, NDManager manager) {
        Difference block = new Difference(encoder, comparison);
        block.initialize(manager, DataType.FLOAT32, doubled(half));
        return block;
    }

    /** (…, 2C, …): the shape of a pair whose halves have this shape. */
    public static Shape doubled(Shape half) {
        long[] sizes = half.getShape().clone();
        sizes[1] *= 2;
        return new Shape(sizes);
    }

    /** The pair (a, b), joined on the second axis. */
    public static NDArray pair(NDArray a, NDArray b) {
        return NDArrays.concat(new NDList(a, b), 1);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDList halves = inputs.singletonOrThrow().split(2, 1);
        long rows = halves.get(0).getShape().get(0);
        NDList both = new NDList(NDArrays.concat(halves));
        NDList encoded = encoder.forward(store, both, training).singletonOrThrow().split(2);
        require(encoded.get(0).getShape().get(0) == rows, "the encoder must keep rows apart");
        NDArray difference = encoded.get(0).sub(encoded.get(1));
        return comparison.forward(store, new NDList(difference), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape half = half(inputs[0]);
        if (!encoder.isInitialized()) {
            encoder.initialize(manager, type, half);
        }
        if (!comparison.isInitialized()) {
            comparison.initialize(manager, type, encoder.getOutputShapes(new Shape[] {half}));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] half = {half(inputs[0])};
        return comparison.getOutputShapes(encoder.getOutputShapes(half));
    }

    private static Shape half(Shape pair) {
        require(
                pair.dimension() >= 2 && pair.get(1) % 2 == 0,
                "a pair must be (B, 2C, …), but was %s",
                pair);
        long[] sizes = pair.getShape().clone();
        sizes[1] /= 2;
        return new Shape(sizes);
    }
}
