package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.Arrays;

/** What is asked of a user's Block before heads are put on it. */
final class Trunk {

    private Trunk() {}

    /** Initialises the Block unless it already is, and counts what it gives a sample. */
    static int features(Block trunk, Shape input, NDManager manager) {
        if (!trunk.isInitialized()) {
            trunk.initialize(manager, DataType.FLOAT32, input);
        }
        Shape[] outputs = trunk.getOutputShapes(new Shape[] {input});
        require(
                outputs.length == 1 && outputs[0].dimension() == 2 && outputs[0].get(1) >= 1,
                "a trunk must give one array (B, features), but for %s it gives %s",
                input,
                Arrays.toString(outputs));
        return (int) outputs[0].get(1);
    }
}
