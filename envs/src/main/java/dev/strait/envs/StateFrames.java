package dev.strait.envs;

/**
 * Small grey pictures of states, each drawn from an observation alone: for whoever compares states
 * by sight. Numbers are from 0 to 1, rows from the top.
 */
public interface StateFrames extends StateFeatures {

    /** Pixels of a side; pictures are square. */
    int SIDE = 64;

    @Override
    default int size() {
        return SIDE * SIDE;
    }
}
