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

    /**
     * Initialises the Block unless it already is.
     *
     * @return shape of what it gives one sample: (F) or (C, H, W)
     */
    static Shape features(Block trunk, Shape input, NDManager manager) {
        if (!trunk.isInitialized()) {
            trunk.initialize(manager, DataType.FLOAT32, input);
        }
        Shape[] outputs = trunk.getOutputShapes(new Shape[] {input});
        require(
                outputs.length == 1 && isRowOrPicture(outputs[0]),
                "a trunk must give one array (B, features) or (B, C, H, W), but for %s it gives %s",
                input,
                Arrays.toString(outputs));
        return outputs[0].slice(1);
    }

    private static boolean isRowOrPicture(Shape output) {
        boolean known = output.dimension() == 2 || output.dimension() == 4;
        return known && output.slice(1).size() >= 1;
    }
}
