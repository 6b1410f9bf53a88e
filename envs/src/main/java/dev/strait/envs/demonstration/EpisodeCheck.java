package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

/** Refuses an episode whose lengths disagree or whose numbers are not finite. */
record EpisodeCheck(int observationSize, int actionSize, boolean discreteActions) {

    void check(int index, Episode episode) {
        checkLengths(index, episode);
        checkFinite(index, "observation", episode.observations(), observationSize);
        if (episode.actions() != null) {
            checkFinite(index, "action", episode.actions(), actionSize);
        }
        if (episode.rewards() != null) {
            checkFinite(index, "reward", episode.rewards(), 1);
        }
        if (discreteActions) {
            checkWhole(index, episode.actions());
        }
    }

    private void checkLengths(int index, Episode episode) {
        long steps = episode.length();
        int numbers = episode.observations().length;
        require(
                numbers == steps * observationSize || numbers == (steps + 1) * observationSize,
                "episode %s has %s steps of observation size %s, but %s observation numbers",
                index,
                steps,
                observationSize,
                numbers);
        require(
                (episode.actions() == null) == (actionSize == 0),
                actionSize == 0
                        ? "episode %s has actions in a recording without"
                        : "episode %s has no actions",
                index);
        require(
                actionSize == 0 || episode.actions().length == steps * actionSize,
                "episode %s has %s steps of action size %s, but %s action numbers",
                index,
                steps,
                actionSize,
                actionSize == 0 ? 0 : episode.actions().length);
    }

    private static void checkFinite(int index, String what, double[] values, int size) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new DemonstrationException(
                        String.format(
                                "%s of episode %s, step %s is %s",
                                size == 1 ? what : what + "[" + i % size + "]",
                                index,
                                i / size,
                                values[i]));
            }
        }
    }

    private void checkWhole(int index, double[] actions) {
        for (int i = 0; i < actions.length; i++) {
            require(
                    actions[i] == Math.rint(actions[i]),
                    "action of episode %s, step %s must be an index, but is %s",
                    index,
                    i / actionSize,
                    actions[i]);
        }
    }
}
