package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Npz;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The five ways in which people laid out demonstrations in npz archives. */
final class NpzLayouts {

    private NpzLayouts() {}

    /**
     * {@code imitation} before its HuggingFace folders: obs (ΣT+E, F), acts (ΣT[, A]), optional
     * rews (ΣT), terminal (E), indices (E−1): cuts in acts; obs is cut at the same places, moved by
     * the final observations in between. {@code infos} is pickled and left alone. Strait's own
     * files add {@code environment_id} and {@code truncated}, which other readers pass over.
     */
    static Demonstrations imitation(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            NumberArray acts = npz.array("acts").requireRank(1, 2);
            NumberArray obs = npz.array("obs").requireRank(1, 9);
            NumberArray rews = npz.find("rews").orElse(null);
            boolean[] terminal = npz.array("terminal").requireRank(1, 1).flags();
            int[] cuts = npz.array("indices").requireRank(1, 1).counts();
            int count = terminal.length;
            require(
                    cuts.length == count - 1,
                    "terminal has %s episodes, but indices cuts the file into %s",
                    count,
                    cuts.length + 1);
            obs.requireRows(
                    acts.rows() + count,
                    "acts has " + acts.rows() + " rows and terminal " + count + " episodes");
            boolean[] truncated = flagsOr(npz, "truncated", terminal);
            EpisodeCutter cutter = new EpisodeCutter(obs, acts, rews);
            for (int i = 0; i < count; i++) {
                int from = i == 0 ? 0 : cuts[i - 1];
                int to = i == count - 1 ? acts.rows() : cuts[i];
                int length = to - from;
                cutter.cut(from + i, length + 1, from, length, null, terminal[i], truncated[i]);
            }
            return cutter.finish(DemonstrationFormat.IMITATION_NPZ, npz.text("environment_id"));
        }
    }

    private static boolean[] flagsOr(Npz npz, String name, boolean[] terminal) throws IOException {
        Optional<NumberArray> recorded = npz.find(name);
        if (recorded.isPresent()) {
            return recorded.get()
                    .requireRows(terminal.length, "terminal has " + terminal.length + " episodes")
                    .flags();
        }
        boolean[] otherwise = new boolean[terminal.length];
        for (int i = 0; i < terminal.length; i++) {
            otherwise[i] = !terminal[i];
        }
        return otherwise;
    }

    /** OpenAI baselines: obs (E, T, F), acs (E, T, A), rews (E, T); nothing after the last step. */
    static Demonstrations baselines(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            NumberArray obs = npz.array("obs").requireRank(3, 3);
            NumberArray acs = npz.array("acs").requireRank(2, 3);
            int count = obs.rows();
            int length = obs.shape()[1];
            requireGrid(acs, count, length);
            NumberArray rews = npz.find("rews").orElse(null);
            if (rews != null) {
                requireGrid(rews.requireRank(2, 2), count, length);
            }
            EpisodeCutter cutter =
                    new EpisodeCutter(flat(obs), flat(acs), rews == null ? null : flat(rews));
            for (int i = 0; i < count; i++) {
                cutter.cut(i * length, length, i * length, length, null, false, true);
            }
            return cutter.finish(DemonstrationFormat.BASELINES_NPZ, Optional.empty());
        }
    }

    static void requireGrid(NumberArray array, int episodes, int length) {
        require(
                array.shape()[0] == episodes && array.shape()[1] == length,
                "%s has shape %s, but obs has %s episodes of %s steps",
                array.name(),
                Arrays.toString(array.shape()),
                episodes,
                length);
    }

    /** (E, T, …) to (E·T, …). */
    static NumberArray flat(NumberArray array) {
        int[] shape = array.shape();
        int rows = shape[0] * shape[1];
        int[] flat = {rows, rows == 0 ? 1 : array.values().length / rows};
        return new NumberArray(array.name(), array.kind(), flat, array.values());
    }

    /**
     * Stable-Baselines 2: obs (N, F), actions (N, A), rewards (N[, 1]), episode_starts (N); nothing
     * after the last step of an episode.
     */
    static Demonstrations stableBaselines(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            NumberArray obs = npz.array("obs").requireRank(1, 9);
            NumberArray actions = npz.array("actions").requireRank(1, 2);
            NumberArray rewards = npz.find("rewards").orElse(null);
            boolean[] starts = npz.array("episode_starts").flags();
            int steps = obs.rows();
            actions.requireRows(steps, "obs has " + steps);
            require(
                    starts.length == steps,
                    "episode_starts has %s rows, but obs has %s",
                    starts.length,
                    steps);
            require(steps > 0 && starts[0], "episode_starts must begin with an episode");
            EpisodeCutter cutter = new EpisodeCutter(obs, actions, rewards);
            for (int from = 0, to; from < steps; from = to) {
                to = from + 1;
                while (to < steps && !starts[to]) {
                    to++;
                }
                cutter.cut(from, to - from, from, to - from, null, false, true);
            }
            return cutter.finish(DemonstrationFormat.SB2_NPZ, Optional.empty());
        }
    }

    /**
     * ilpyt: states (N, F), actions (N[, A]), rewards (N), dones (N); nothing after the last step
     * of an episode. {@code dones} does not tell a time limit from the world's own end and is taken
     * for the latter; steps after the last of them are a truncated episode.
     */
    static Demonstrations ilpyt(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            NumberArray states = npz.array("states").requireRank(1, 9);
            NumberArray actions = npz.array("actions").requireRank(1, 2);
            NumberArray rewards = npz.find("rewards").orElse(null);
            int steps = states.rows();
            actions.requireRows(steps, "states has " + steps);
            boolean[] ends = npz.array("dones").requireRows(steps, "states has " + steps).flags();
            EpisodeCutter cutter = new EpisodeCutter(states, actions, rewards);
            for (int from = 0, to; from < steps; from = to) {
                to = from + 1;
                while (to < steps && !ends[to - 1]) {
                    to++;
                }
                boolean terminated = ends[to - 1];
                cutter.cut(from, to - from, from, to - from, null, terminated, !terminated);
            }
            return cutter.finish(DemonstrationFormat.ILPYT_NPZ, Optional.empty());
        }
    }

    /**
     * Arrays with an index of episodes: obs (ΣT, F), acts (ΣT[, A]), rews (ΣT), episode_starts (E),
     * episode_lengths (E), terminated (E), truncated (E), optional final_obs (E, F).
     */
    static Demonstrations episodes(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            NumberArray obs = npz.array("obs").requireRank(1, 9);
            NumberArray acts = npz.find("acts").orElse(null);
            NumberArray rews = npz.find("rews").orElse(null);
            NumberArray last = npz.find("final_obs").orElse(null);
            int[] lengths = npz.array("episode_lengths").counts();
            int count = lengths.length;
            String because = "episode_lengths has " + count;
            int[] starts = npz.array("episode_starts").requireRows(count, because).counts();
            boolean[] terminated = npz.array("terminated").requireRows(count, because).flags();
            boolean[] truncated = npz.array("truncated").requireRows(count, because).flags();
            if (last != null) {
                last.requireRows(count, because);
                require(
                        last.columns() == obs.columns(),
                        "final_obs has %s numbers a row, but obs has %s",
                        last.columns(),
                        obs.columns());
            }
            EpisodeCutter cutter = new EpisodeCutter(obs, acts, rews);
            for (int i = 0; i < count; i++) {
                double[] successor = last == null ? null : row(last, i);
                cutter.cut(
                        starts[i],
                        lengths[i],
                        starts[i],
                        lengths[i],
                        successor,
                        terminated[i],
                        truncated[i]);
            }
            return cutter.finish(DemonstrationFormat.EPISODES_NPZ, npz.text("environment_id"));
        }
    }

    private static double[] row(NumberArray array, int index) {
        int columns = array.columns();
        return Arrays.copyOfRange(array.values(), index * columns, (index + 1) * columns);
    }
}
