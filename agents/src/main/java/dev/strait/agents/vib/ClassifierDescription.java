package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import dev.strait.envs.image.ImageShape;
import java.util.List;

/**
 * What a classifier is, all but its weights.
 *
 * @param shape of the pictures
 * @param classes that it tells apart
 * @param hidden sizes of the ReLU layers
 * @param code what the head sees
 */
record ClassifierDescription(ImageShape shape, int classes, List<Integer> hidden, Code code) {

    ClassifierDescription {
        require(classes >= 2, "a classifier needs at least 2 classes, but there are %s", classes);
        hidden = List.copyOf(hidden);
        require(
                !hidden.isEmpty() && hidden.stream().allMatch(size -> size >= 1),
                "hidden must be sizes of at least 1, but were %s",
                hidden);
    }
}
