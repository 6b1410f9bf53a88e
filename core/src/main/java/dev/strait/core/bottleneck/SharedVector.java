package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;

/** A learned vector that answers every input alike, zeros at the start. */
final class SharedVector extends AbstractBlock {

    private static final byte VERSION = 1;

    private final int size;
    private final Parameter vector;

    private SharedVector(int size) {
        super(VERSION);
        this.size = size;
        vector =
                addParameter(
                        Parameter.builder()
                                .setName("vector")
                                .setType(Parameter.Type.OTHER)
                                .optShape(new Shape(size))
                                .optInitializer(Initializer.ZEROS)
                                .build());
    }

    static SharedVector of(Shape features, int size, NDManager manager) {
        SharedVector block = new SharedVector(size);
        block.initialize(manager, DataType.FLOAT32, new Shape(1).addAll(features));
        return block;
    }

    /** (B, …) to (B, size). */
    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray input = inputs.singletonOrThrow();
        Shape shape = new Shape(input.getShape().get(0), size);
        NDArray zeros = input.getManager().zeros(shape, DataType.FLOAT32);
        return new NDList(zeros.add(store.getValue(vector, input.getDevice(), training)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), size)};
    }
}
