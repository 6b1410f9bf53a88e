package dev.strait.envs.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures of one size, with or without classes, that are read by position. What is at a position
 * never changes, and several threads may read at once.
 */
public interface ImageSource {

    /** Size of every picture. */
    ImageShape shape();

    /** Number of pictures. */
    int size();

    /** Number of classes; 0 where the pictures have none. */
    int classes();

    /**
     * Class of a picture.
     *
     * @param index in [0, {@link #size})
     * @return in [0, {@link #classes}); −1 where the pictures have none
     */
    int label(int index);

    /**
     * Copies a picture.
     *
     * @param index in [0, {@link #size})
     * @param target gets C·H·W numbers in [−1, 1], channel by channel, row by row from the top
     * @param offset of the first of them
     */
    void read(int index, float[] target, int offset);

    /** Names of the classes in the order of their numbers; the numbers, where they have none. */
    default List<String> classNames() {
        return IntStream.range(0, classes()).mapToObj(Integer::toString).toList();
    }

    /** What a user must be told of these pictures, such as how many were left out and why. */
    default List<String> remarks() {
        return List.of();
    }
}
