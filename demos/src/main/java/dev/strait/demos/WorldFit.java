package dev.strait.demos;

import dev.strait.envs.Box;
import dev.strait.envs.Environment;
import dev.strait.envs.Space;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.util.List;
import java.util.Optional;

/**
 * Whether recorded episodes could come from a world.
 *
 * @param world its id
 * @param fits whether sizes, kinds and values agree
 * @param reason the first thing that does not; empty if all does
 */
record WorldFit(String world, boolean fits, Optional<String> reason) {

    /** Room for numbers that were recorded in single precision. */
    private static final double TOLERANCE = 1e-5;

    static WorldFit of(Demonstrations recorded, Environment environment) {
        Optional<String> reason =
                sizes(recorded, environment)
                        .or(() -> actions(recorded, environment.actionSpace()))
                        .or(() -> observations(recorded, environment.observationSpace()));
        return new WorldFit(environment.spec().id(), reason.isEmpty(), reason);
    }

    private static Optional<String> sizes(Demonstrations recorded, Environment environment) {
        int observation = environment.observationSpace().size();
        int action = environment.actionSpace().size();
        boolean discrete = !(environment.actionSpace() instanceof Box);
        if (recorded.observationSize() != observation) {
            return reason(
                    "observations of %s numbers, the world's have %s",
                    recorded.observationSize(), observation);
        } else if (!recorded.hasActions()) {
            return Optional.empty();
        } else if (recorded.discreteActions() != discrete) {
            return reason(
                    "actions are %s, the world's %s",
                    kind(recorded.discreteActions()), kind(discrete));
        } else if (recorded.actionSize() != action) {
            return reason(
                    "actions of %s numbers, the world's have %s", recorded.actionSize(), action);
        }
        return Optional.empty();
    }

    /** Continuous actions beyond their bounds are no reason: worlds clip them. */
    private static Optional<String> actions(Demonstrations recorded, Space space) {
        if (!recorded.hasActions() || space instanceof Box) {
            return Optional.empty();
        }
        List<Episode> episodes = recorded.episodes();
        for (int i = 0; i < episodes.size(); i++) {
            double[] actions = episodes.get(i).actions();
            for (int at = 0; at < actions.length; at += space.size()) {
                if (!space.contains(actions, at)) {
                    return reason(
                            "action %.0f at step %s of episode %s is not in %s",
                            actions[at], at / space.size(), i, space);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> observations(Demonstrations recorded, Box space) {
        List<Episode> episodes = recorded.episodes();
        for (int i = 0; i < episodes.size(); i++) {
            double[] values = episodes.get(i).observations();
            for (int at = 0; at < values.length; at++) {
                int column = at % space.size();
                double slack = TOLERANCE * Math.max(1, Math.abs(values[at]));
                if (!(values[at] >= space.low(column) - slack
                        && values[at] <= space.high(column) + slack)) {
                    return reason(
                            "observation[%s] at step %s of episode %s is %s, outside [%s, %s]",
                            column,
                            at / space.size(),
                            i,
                            values[at],
                            space.low(column),
                            space.high(column));
                }
            }
        }
        return Optional.empty();
    }

    private static String kind(boolean discrete) {
        return discrete ? "discrete" : "continuous";
    }

    private static Optional<String> reason(String message, Object... values) {
        return Optional.of(message.formatted(values));
    }
}
