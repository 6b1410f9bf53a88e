package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Hdf5;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** Flat HDF5 files: D4RL's and ikostrikov's. */
final class Hdf5Layouts {

    private Hdf5Layouts() {}

    /**
     * D4RL: observations (N, F), actions (N, A), rewards (N[, 1]), terminals (N[, 1]), timeouts
     * (N), optional next_observations (N, F), all steps one after another.
     *
     * <p>An episode ends where either flag is set. Files without timeouts are refused: where the
     * time limit cut is then unknown, and a jump to the next episode would pass for a step of the
     * world. The steps after the last flag are a truncated episode.
     */
    static Demonstrations d4rl(Path path) throws IOException {
        ValueBudget budget = new ValueBudget();
        Hdf5 file = Hdf5.open(path, budget);
        require(
                file.has("timeouts"),
                "a D4RL file without 'timeouts' does not tell where the time limit cut episodes");
        boolean[] terminals = file.array("terminals").flags();
        int steps = terminals.length;
        String because = "terminals has " + steps;
        boolean[] timeouts = file.array("timeouts").requireRows(steps, because).flags();
        int[] ends = ends(terminals, timeouts);
        double[][] successors = successors(file, budget, ends, steps);
        NumberArray observations = file.array("observations").requireRows(steps, because);
        NumberArray actions = file.array("actions").requireRows(steps, because);
        NumberArray rewards = file.array("rewards").requireRows(steps, because);
        EpisodeCutter cutter = new EpisodeCutter(observations, actions, rewards);
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            int length = ends[i] - from;
            boolean terminated = terminals[ends[i] - 1];
            boolean truncated = timeouts[ends[i] - 1] || !terminated;
            cutter.cut(from, length, from, length, successors[i], terminated, truncated);
            from = ends[i];
        }
        return cutter.finish(DemonstrationFormat.D4RL, Optional.empty());
    }

    /** For each episode, the step after its last one. */
    private static int[] ends(boolean[] terminals, boolean[] timeouts) {
        return IntStream.rangeClosed(1, terminals.length)
                .filter(i -> i == terminals.length || terminals[i - 1] || timeouts[i - 1])
                .toArray();
    }

    /** The observation after each end; the array itself, as large as all the rest, is let go. */
    private static double[][] successors(Hdf5 file, ValueBudget budget, int[] ends, int steps) {
        double[][] successors = new double[ends.length][];
        if (file.has("next_observations")) {
            NumberArray next =
                    file.array("next_observations").requireRows(steps, "terminals has " + steps);
            int size = next.columns();
            for (int i = 0; i < ends.length; i++) {
                successors[i] = new double[size];
                System.arraycopy(next.values(), (ends[i] - 1) * size, successors[i], 0, size);
            }
            budget.giveBack(next);
        }
        return successors;
    }

    /**
     * ikostrikov's conversion of GAIL's experts: obs_B_T_Do (E, T, F), a_B_T_Da (E, T, A), r_B_T
     * (E, T), len_B (E): how many of the T rows are used; nothing after the last step.
     */
    static Demonstrations ikostrikov(Path path) throws IOException {
        Hdf5 file = Hdf5.open(path, new ValueBudget());
        NumberArray obs = file.array("obs_B_T_Do").requireRank(3, 3);
        NumberArray acts = file.array("a_B_T_Da").requireRank(2, 3);
        NumberArray rewards = file.array("r_B_T").requireRank(2, 2);
        int count = obs.rows();
        int rows = obs.shape()[1];
        NpzLayouts.requireGrid(acts, count, rows);
        NpzLayouts.requireGrid(rewards, count, rows);
        int[] lengths = file.array("len_B").requireRows(count, "obs_B_T_Do has " + count).counts();
        EpisodeCutter cutter =
                new EpisodeCutter(
                        NpzLayouts.flat(obs), NpzLayouts.flat(acts), NpzLayouts.flat(rewards));
        for (int i = 0; i < count; i++) {
            require(
                    lengths[i] <= rows,
                    "episode %s has length %s, but only %s rows",
                    i,
                    lengths[i],
                    rows);
            cutter.cut(i * rows, lengths[i], i * rows, lengths[i], null, false, true);
        }
        return cutter.finish(DemonstrationFormat.IKOSTRIKOV, Optional.empty());
    }
}
