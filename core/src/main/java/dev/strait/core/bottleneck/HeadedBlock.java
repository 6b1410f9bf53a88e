package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;

/** A body and one linear unit on the first array that it gives: (B, …) to (B). */
final class HeadedBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Block body;
    private final Block head;

    private HeadedBlock(Block body, Block head) {
        super(VERSION);
        this.body = addChildBlock("body", body);
        this.head = addChildBlock("head", head);
    }

    /** Both already have their weights. */
    static HeadedBlock of(Block body, Block head, Shape input, NDManager manager) {
        HeadedBlock block = new HeadedBlock(body, head);
        block.initialize(manager, DataType.FLOAT32, input);
        return block;
    }

    /** One linear unit on all features of a sample, after a function of each. */
    static Stack unit(Shape features, Activation activation, WeightForm form) {
        return Stack.of(
                        features,
                        new Part.Pointwise(activation),
                        new Part.Flatten(),
                        new Part.Linear(1))
                .weightForm(form);
    }

    /** The unit. */
    Block head() {
        return head;
    }

    /** (B, …) to (B). */
    NDArray head(ParameterStore store, NDArray code, boolean training) {
        return head.forward(store, new NDList(code), training).singletonOrThrow().reshape(-1);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray code = body.forward(store, inputs, training).get(0);
        return new NDList(head(store, code, training));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        // The children came with their weights.
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0))};
    }
}
