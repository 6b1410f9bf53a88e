package dev.strait.envs;

import java.util.Arrays;

/** The check that every action passes before a world sees it. */
final class Actions {

    private Actions() {}

    /**
     * Refuses discrete choices outside their space and NaN; a continuous action beyond its bounds
     * passes, because the worlds clip it as Gymnasium's do.
     *
     * @param actions (N, A)
     * @throws IllegalArgumentException naming the row, the action and the space
     */
    static void requireAcceptable(Space space, double[] actions, int from, int to) {
        int size = space.size();
        for (int row = from; row < to; row++) {
            if (!acceptable(space, actions, row * size)) {
                double[] action = Arrays.copyOfRange(actions, row * size, (row + 1) * size);
                throw new IllegalArgumentException(
                        String.format(
                                "action %s of world %s is not in %s",
                                Arrays.toString(action), row, space));
            }
        }
    }

    private static boolean acceptable(Space space, double[] actions, int offset) {
        if (!(space instanceof Box)) {
            return space.contains(actions, offset);
        }
        for (int i = 0; i < space.size(); i++) {
            if (Double.isNaN(actions[offset + i])) {
                return false;
            }
        }
        return true;
    }
}
