package dev.strait.envs.demonstration;

import dev.strait.envs.demonstration.ArrowBytes.Column;
import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.demonstration.container.Hdf5Writer;
import dev.strait.envs.demonstration.container.NpzWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One small sound file of each format, two episodes of 3 and 2 steps, written from scratch. */
final class FormatFiles {

    static final int[] STEPS = {3, 2};

    private FormatFiles() {}

    /** Writes a sound file of this format into an empty folder and returns its path. */
    static Path write(DemonstrationFormat format, Path folder) throws IOException {
        return switch (format) {
            case MINARI, IMITATION_NPZ, EPISODES_NPZ -> ownWriter(format, folder);
            case BASELINES_NPZ -> baselines(folder.resolve("baselines.npz"));
            case SB2_NPZ -> stableBaselines(folder.resolve("sb2.npz"));
            case ILPYT_NPZ -> ilpyt(folder.resolve("ilpyt.npz"));
            case D4RL -> d4rl(folder.resolve("d4rl.hdf5"), true);
            case IKOSTRIKOV -> ikostrikov(folder.resolve("gail.h5"));
            case IMITATION_ARROW -> imitationArrow(folder);
            case MINARI_ARROW -> minariArrow(folder);
            case ML_AGENTS ->
                    Files.write(
                            folder.resolve("expert.demo"),
                            DemoBytes.file(3, false, false, false, true, false, false));
            case CSV -> csv(folder.resolve("table.csv"));
        };
    }

    private static Path ownWriter(DemonstrationFormat format, Path folder) {
        Path path = folder.resolve("own");
        Demonstrations made = Recordings.discrete(2);
        DemonstrationFile.write(path, made, format, DatasetDescription.of("own-v0", made));
        return path;
    }

    /** 0, 1, 2, …: so that a test can say where each number must end up. */
    static double[] counting(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i);
        return values;
    }

    static Path baselines(Path path) throws IOException {
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("obs", new int[] {2, 3, 2}, counting(12));
            npz.float32("acs", new int[] {2, 3, 1}, counting(6));
            npz.float64("rews", new int[] {2, 3}, counting(6));
            npz.float64("ep_rets", new int[] {2}, new double[] {3, 12});
        }
        return path;
    }

    static Path stableBaselines(Path path) throws IOException {
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("obs", new int[] {5, 2}, counting(10));
            npz.int64("actions", new int[] {5, 1}, counting(5));
            npz.float64("rewards", new int[] {5}, counting(5));
            npz.booleans("episode_starts", new int[] {5}, new double[] {1, 0, 0, 1, 0});
        }
        return path;
    }

    static Path ilpyt(Path path) throws IOException {
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float32("states", new int[] {5, 2}, counting(10));
            npz.int64("actions", new int[] {5}, counting(5));
            npz.float32("rewards", new int[] {5}, counting(5));
            npz.booleans("dones", new int[] {5}, new double[] {0, 0, 1, 0, 0});
        }
        return path;
    }

    static Path d4rl(Path path, boolean successors) throws IOException {
        try (Hdf5Writer file = Hdf5Writer.create(path)) {
            Map<String, Long> members = new LinkedHashMap<>();
            members.put(
                    "observations", file.array(Hdf5Type.FLOAT32, new int[] {5, 2}, counting(10)));
            members.put("actions", file.array(Hdf5Type.FLOAT32, new int[] {5, 1}, counting(5)));
            members.put("rewards", file.array(Hdf5Type.FLOAT64, new int[] {5, 1}, counting(5)));
            double[] terminals = {0, 0, 1, 0, 0};
            members.put("terminals", file.array(Hdf5Type.BOOLEAN, new int[] {5}, terminals));
            double[] timeouts = {0, 0, 0, 0, 1};
            members.put("timeouts", file.array(Hdf5Type.BOOLEAN, new int[] {5}, timeouts));
            if (successors) {
                double[] next = counting(10);
                Arrays.setAll(next, i -> i + 100);
                members.put(
                        "next_observations", file.array(Hdf5Type.FLOAT32, new int[] {5, 2}, next));
            }
            file.finish(file.group(members, Map.of()));
        }
        return path;
    }

    static Path ikostrikov(Path path) throws IOException {
        try (Hdf5Writer file = Hdf5Writer.create(path)) {
            Map<String, Long> members = new LinkedHashMap<>();
            members.put(
                    "obs_B_T_Do", file.array(Hdf5Type.FLOAT32, new int[] {2, 3, 2}, counting(12)));
            members.put("a_B_T_Da", file.array(Hdf5Type.FLOAT32, new int[] {2, 3, 1}, counting(6)));
            members.put("r_B_T", file.array(Hdf5Type.FLOAT32, new int[] {2, 3}, counting(6)));
            members.put("len_B", file.array(Hdf5Type.INT64, new int[] {2}, new double[] {3, 2}));
            file.finish(file.group(members, Map.of()));
        }
        return path;
    }

    static Path imitationArrow(Path folder) throws IOException {
        Files.write(folder.resolve("data-00000-of-00001.arrow"), imitationStream());
        Files.writeString(
                folder.resolve("state.json"),
                "{\"_data_files\": [{\"filename\": \"data-00000-of-00001.arrow\"}]}");
        return folder;
    }

    static byte[] imitationStream() {
        Column numbers = Column.doubles("item", counting(14));
        Column rows = Column.lists("item", numbers, 0, 2, 4, 6, 8, 10, 12, 14);
        return ArrowBytes.stream(
                2,
                Column.lists("obs", rows, 0, 4, 7),
                Column.lists("acts", Column.longs("item", 0, 1, 0, 1, 1), 0, 3, 5),
                Column.bits("terminal", true, false),
                Column.lists("rews", Column.doubles("item", counting(5)), 0, 3, 5));
    }

    static Path minariArrow(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("metadata.json"),
                "{\"total_episodes\": 2, \"total_steps\": 5, \"data_format\": \"arrow\"}");
        for (int i = 0; i < STEPS.length; i++) {
            Path episode = Files.createDirectories(folder.resolve(Integer.toString(i)));
            Files.write(episode.resolve("part-0.arrow"), minariTable(STEPS[i]));
        }
        return folder;
    }

    static byte[] minariTable(int steps) {
        boolean[] last = new boolean[steps + 1];
        last[steps - 1] = true;
        double[] rewards = counting(steps + 1);
        rewards[steps] = 0;
        return ArrowBytes.file(
                steps + 1,
                Column.fixedLists(
                        "observations", Column.doubles("item", counting(2 * steps + 2)), 2),
                Column.longs("actions", new long[steps + 1]),
                Column.doubles("rewards", rewards),
                Column.bits("terminations", last),
                Column.bits("truncations", new boolean[steps + 1]));
    }

    static Path csv(Path path) throws IOException {
        return Files.writeString(
                path,
                """
                episode,obs_0,obs_1,action,reward,terminated,truncated
                0,0,1,0,0.5,0,0
                0,2,3,1,0.5,0,0
                0,4,5,0,0.5,1,0
                0,6,7,,,,
                1,0,1,1,1.5,0,0
                1,2,3,1,1.5,0,1
                """);
    }
}
