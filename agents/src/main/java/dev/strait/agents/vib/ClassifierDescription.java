package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import dev.strait.envs.image.ImageShape;
import java.util.List;

/**
 * What a classifier is, all but its weights.
 *
 * @param shape of the pictures
 * @param classNames what it tells apart, in the order of its scores
 * @param hidden sizes of the ReLU layers
 * @param code what the head sees
 */
record ClassifierDescription(
        ImageShape shape, List<String> classNames, List<Integer> hidden, Code code) {

    ClassifierDescription {
        classNames = List.copyOf(classNames);
        require(
                classNames.size() >= 2,
                "a classifier needs at least 2 classes, but there are %s",
                classNames.size());
        hidden = List.copyOf(hidden);
        require(
                !hidden.isEmpty() && hidden.stream().allMatch(size -> size >= 1),
                "hidden must be sizes of at least 1, but were %s",
                hidden);
    }
}
