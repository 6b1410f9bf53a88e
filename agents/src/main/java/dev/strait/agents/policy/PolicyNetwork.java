package dev.strait.agents.policy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;

/** The actor's network and, in continuous spaces, its learned ln σ, as one DJL Block. */
final class PolicyNetwork extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Block actor;
    private final Parameter logStd;

    PolicyNetwork(Block actor, int scales, double initialLogStd, Shape input, NDManager manager) {
        super(VERSION);
        this.actor = addChildBlock("actor", actor);
        if (scales == 0) {
            logStd = null;
        } else {
            float[] initial = new float[scales];
            Arrays.fill(initial, (float) initialLogStd);
            logStd =
                    addParameter(
                            Parameter.builder()
                                    .setName("logStd")
                                    .setType(Parameter.Type.OTHER)
                                    .build());
            logStd.setArray(manager.create(initial));
        }
        initialize(manager, DataType.FLOAT32, input);
    }

    /** The network without ln σ. */
    Block actor() {
        return actor;
    }

    /** (A) ln σ, or null in discrete spaces. */
    NDArray logStd() {
        return logStd == null ? null : logStd.getArray();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return actor.forward(store, inputs, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        // The actor came with its weights.
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return actor.getOutputShapes(inputs);
    }
}
