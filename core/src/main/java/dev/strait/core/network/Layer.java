package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;

/** One step of a {@link Layered} network. */
interface Layer {

    /** The step itself; results live on the manager of {@code input}. */
    NDArray forward(ParameterStore store, NDArray input, boolean training);

    /** Shape of the result, batch axis included. */
    Shape output(Shape input);

    /** What the step owns: trained parameters and buffers; none by default. */
    default List<Parameter> parameters() {
        return List.of();
    }
}
