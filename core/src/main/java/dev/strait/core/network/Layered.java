package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/**
 * Layers in a row as one DJL Block without children: DJL walks the parameter names of every nested
 * Block at every pass, and a flat Block spares most of that.
 */
final class Layered extends AbstractBlock {

    private static final byte VERSION = 1;

    private final List<Layer> layers;

    private Layered(List<Layer> layers) {
        super(VERSION);
        this.layers = List.copyOf(layers);
        layers.forEach(layer -> layer.parameters().forEach(this::addParameter));
    }

    /** The layers with their weights on {@code manager}; {@code input} has a batch axis. */
    static Layered of(List<Layer> layers, Shape input, NDManager manager) {
        Layered block = new Layered(layers);
        block.initialize(manager, DataType.FLOAT32, input);
        return block;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray value = inputs.singletonOrThrow();
        for (Layer layer : layers) {
            value = layer.forward(store, value, training);
        }
        return new NDList(value);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape shape = inputs[0];
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
        return new Shape[] {shape};
    }
}
