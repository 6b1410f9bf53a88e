package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cuts arrays that hold all episodes one after another into episodes. */
final class EpisodeCutter {

    private final NumberArray observations;
    private final NumberArray actions;
    private final NumberArray rewards;
    private final List<Episode> episodes = new ArrayList<>();

    /**
     * Arrays to cut.
     *
     * @param observations (N, F), or (N) where F is 1
     * @param actions (M, A) or (M), or null
     * @param rewards (M) or (M, 1), or null
     */
    EpisodeCutter(NumberArray observations, NumberArray actions, NumberArray rewards) {
        this.observations = observations;
        this.actions = actions;
        this.rewards = rewards;
        if (actions != null && rewards != null) {
            rewards.requireRows(
                    actions.rows(), actions.name() + " has " + actions.rows() + " rows");
        }
        require(
                rewards == null || rewards.rows() == 0 || rewards.columns() == 1,
                "rewards must be one number a step, but %s has shape %s",
                rewards == null ? "" : rewards.name(),
                rewards == null ? "" : Arrays.toString(rewards.shape()));
    }

    /**
     * Cuts the episode whose observations begin at row {@code observationRow} and whose actions and
     * rewards begin at {@code stepRow}.
     *
     * @param successor the final observation (F), or null: the next row is it where {@code
     *     observationRows} is {@code length + 1}
     */
    void cut(
            int observationRow,
            int observationRows,
            int stepRow,
            int length,
            double[] successor,
            boolean terminated,
            boolean truncated) {
        int number = episodes.size();
        require(length >= 1, "episode %s has %s steps", number, length);
        double[] seen = rows(observations, observationRow, observationRows, number);
        if (successor != null) {
            seen = Arrays.copyOf(seen, seen.length + successor.length);
            System.arraycopy(successor, 0, seen, seen.length - successor.length, successor.length);
        }
        episodes.add(
                new Episode(
                        length,
                        seen,
                        actions == null ? null : rows(actions, stepRow, length, number),
                        rewards == null ? null : rows(rewards, stepRow, length, number),
                        terminated,
                        truncated));
    }

    private static double[] rows(NumberArray array, int from, int count, int episode) {
        require(
                from >= 0 && count >= 0 && (long) from + count <= array.rows(),
                "episode %s needs rows %s to %s of %s, which has %s",
                episode,
                from,
                (long) from + count - 1,
                array.name(),
                array.rows());
        int columns = array.columns();
        return Arrays.copyOfRange(array.values(), from * columns, (from + count) * columns);
    }

    /** The recording of all episodes that were cut. */
    Demonstrations finish(DemonstrationFormat format, Optional<String> environmentId) {
        return new Demonstrations(
                format.toString(),
                environmentId,
                observations.columns(),
                actions == null ? 0 : actions.columns(),
                actions != null && actions.kind() == Kind.INTEGER,
                episodes);
    }
}
