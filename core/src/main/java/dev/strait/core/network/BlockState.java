package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import dev.strait.core.gradient.InPlace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arrays of a DJL Block, anyone's, by name: to save them, and to put saved ones back. A change
 * in place keeps the views of a learner.
 */
public final class BlockState {

    private BlockState() {}

    /** All arrays: trained parameters and buffers, in the Block's order. */
    public static Map<String, NDArray> all(Block block) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            arrays.put(pair.getKey(), pair.getValue().getArray());
        }
        return arrays;
    }

    /**
     * The arrays that no learner moves: vectors of spectral norms, running means of batch norms. A
     * checkpoint needs them beside the learner's own state.
     */
    public static Map<String, NDArray> buffers(Block block) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            if (!pair.getValue().requiresGradient()) {
                arrays.put(pair.getKey(), pair.getValue().getArray());
            }
        }
        return arrays;
    }

    /**
     * Gives arrays of a Block the saved values.
     *
     * @param own what {@link #all} or {@link #buffers} gives of the Block
     * @param saved arrays of the same names and shapes; others are refused before anything changes
     */
    public static void restore(Map<String, NDArray> own, Map<String, NDArray> saved) {
        require(
                own.keySet().equals(saved.keySet()),
                "the network has the arrays %s, but the saved ones are %s",
                own.keySet(),
                saved.keySet());
        own.forEach(
                (name, array) ->
                        require(
                                array.getShape().equals(saved.get(name).getShape()),
                                "%s is %s in the network, but %s in what was saved",
                                name,
                                array.getShape(),
                                saved.get(name).getShape()));
        own.forEach((name, array) -> InPlace.assign(array, saved.get(name)));
    }
}
