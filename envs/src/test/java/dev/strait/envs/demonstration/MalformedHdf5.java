package dev.strait.envs.demonstration;

import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.demonstration.container.Hdf5Writer;
import dev.strait.envs.file.Recipes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** HDF5 files that must be refused. */
final class MalformedHdf5 extends Recipes {

    MalformedHdf5() {
        hdf5();
        minari();
    }

    /** Writes the members of a file's root. */
    private interface Root {
        void fill(Hdf5Writer file, Map<String, Long> members) throws IOException;
    }

    private void hdf5(String name, Root root) {
        add(name, folder -> hdf5(folder.resolve("file.hdf5"), root));
    }

    private static Path hdf5(Path path, Root root) throws IOException {
        try (Hdf5Writer file = Hdf5Writer.create(path)) {
            Map<String, Long> members = new LinkedHashMap<>();
            root.fill(file, members);
            file.finish(file.group(members, Map.of()));
        }
        return path;
    }

    private static long zeros(Hdf5Writer file, int... shape) throws IOException {
        return file.array(
                Hdf5Type.FLOAT64,
                shape,
                new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
    }

    private void hdf5() {
        hdf5("an HDF5 file of nothing", (file, members) -> {});
        hdf5("an HDF5 file of another kind", (file, m) -> m.put("weights", zeros(file, 3)));
        hdf5(
                "D4RL without timeouts",
                (file, m) -> {
                    m.put("observations", zeros(file, 2, 1));
                    m.put("actions", zeros(file, 2, 1));
                    m.put("rewards", zeros(file, 2));
                    m.put("terminals", zeros(file, 2));
                });
        hdf5(
                "D4RL with fewer rewards",
                (file, m) -> {
                    m.put("observations", zeros(file, 2, 1));
                    m.put("actions", zeros(file, 2, 1));
                    m.put("rewards", zeros(file, 1));
                    m.put("terminals", zeros(file, 2));
                    m.put("timeouts", zeros(file, 2));
                });
        hdf5(
                "a group for an array",
                (file, m) -> {
                    m.put("observations", file.group(Map.of(), Map.of()));
                    m.put("terminals", zeros(file, 1));
                    m.put("timeouts", zeros(file, 1));
                });
        hdf5(
                "ikostrikov with long lengths",
                (file, m) -> {
                    m.put("obs_B_T_Do", zeros(file, 1, 2, 1));
                    m.put("a_B_T_Da", zeros(file, 1, 2, 1));
                    m.put("r_B_T", zeros(file, 1, 2));
                    m.put("len_B", file.array(Hdf5Type.INT64, new int[] {1}, new double[] {3}));
                });
        hdf5("an address outside the file", (file, m) -> m.put("episode_0", 1L << 40));
        hdf5("an address in the superblock", (file, m) -> m.put("episode_0", 0L));
        hdf5("a negative address", (file, m) -> m.put("episode_0", -2L));
        hdf5("an array for an episode", (file, m) -> m.put("episode_0", zeros(file, 1)));
        // The group's links point to where it will itself lie: 48 is the first free byte.
        add("a group that holds itself", folder -> cyclic(folder, 1));
        add("a group that holds itself many times", folder -> cyclic(folder, 3));
        add(
                "a declared size beyond the file",
                folder -> patched(folder, new long[] {2_000_000, 4}, new long[] {5, 2}));
        add(
                "a declared size beyond memory",
                folder -> patched(folder, new long[] {1L << 40, 1L << 40}, new long[] {5, 2}));
        add(
                "an HDF5 signature alone",
                folder ->
                        Files.write(
                                folder.resolve("f"),
                                new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10}));
    }

    /** Observations in a group whose every link leads back to it. */
    private static Path cyclic(Path folder, int links) throws IOException {
        return hdf5(
                folder.resolve("file.hdf5"),
                (file, members) -> {
                    Map<String, Long> self = new LinkedHashMap<>();
                    for (int i = 0; i < links; i++) {
                        self.put("again_" + i, 48L);
                    }
                    long observations = file.group(self, Map.of());
                    Map<String, Long> episode = new LinkedHashMap<>();
                    episode.put("observations", observations);
                    episode.put("actions", zeros(file, 1));
                    episode.put("rewards", zeros(file, 1));
                    episode.put("terminations", zeros(file, 1));
                    episode.put("truncations", zeros(file, 1));
                    members.put("episode_0", file.group(episode, Map.of()));
                });
    }

    /**
     * A D4RL file, in which the first shape like {@code before} is another; no checksum matches.
     */
    private static Path patched(Path folder, long[] after, long[] before) throws IOException {
        Path path = FormatFiles.d4rl(folder.resolve("file.hdf5"), false);
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 16 <= bytes.length; at++) {
            if (buffer.getLong(at) == before[0] && buffer.getLong(at + 8) == before[1]) {
                buffer.putLong(at, after[0]).putLong(at + 8, after[1]);
                break;
            }
        }
        return Files.write(path, bytes);
    }

    private void metadata(String name, String from, String to) {
        add(
                name,
                folder -> {
                    Path path = FormatFiles.write(DemonstrationFormat.MINARI, folder);
                    Path file = path.resolve("data").resolve("metadata.json");
                    String changed = Files.readString(file).replace(from, to);
                    if (changed.equals(Files.readString(file))) {
                        throw new IllegalStateException(from + " is not in " + changed);
                    }
                    Files.writeString(file, changed);
                    return path;
                });
    }

    private void minari() {
        metadata("fewer episodes than said", "\"total_episodes\":2", "\"total_episodes\":3");
        metadata("fewer steps than said", "\"total_steps\":11", "\"total_steps\":12");
        metadata("a negative number of episodes", "\"total_episodes\":2", "\"total_episodes\":-2");
        metadata("half an episode", "\"total_episodes\":2", "\"total_episodes\":2.5");
        metadata("parquet episodes", "\"hdf5\"", "\"parquet\"");
        metadata("arrow episodes that are not there", "\"hdf5\"", "\"arrow\"");
        metadata("an unknown data format", "\"hdf5\"", "\"clay tablets\"");
        metadata("metadata that is no JSON", "{", "");
        metadata("metadata that is a list", "{\"total_episodes\":2", "[1] {\"a\":1");
        metadata("a space that is no JSON", "{\\\"type\\\":\\\"Box\\\"", "{{{");
        add(
                "metadata alone",
                folder -> {
                    Path path = FormatFiles.write(DemonstrationFormat.MINARI, folder);
                    Files.delete(path.resolve("data").resolve("main_data.hdf5"));
                    return path;
                });
        add(
                "episodes alone in a folder",
                folder -> {
                    Path path = FormatFiles.write(DemonstrationFormat.MINARI, folder);
                    Files.delete(path.resolve("data").resolve("metadata.json"));
                    return path;
                });
        add(
                "metadata that is no text",
                folder -> {
                    Path path = FormatFiles.write(DemonstrationFormat.MINARI, folder);
                    byte[] bytes = {(byte) 0xc3, (byte) 0x28, (byte) 0xff};
                    Files.write(path.resolve("data").resolve("metadata.json"), bytes);
                    return path;
                });
        add(
                "metadata nested for ever",
                folder -> {
                    Path file = folder.resolve("metadata.json");
                    Files.writeString(file, "{\"a\":" + "[".repeat(100_000));
                    return folder;
                });
        episode("an episode without rewards", "rewards", 0, 0, 0);
        episode("an episode of fewer observations", "", 2, 2, 0);
        episode("an episode of no steps", "", 1, 0, 0);
        episode("an episode that says another length", "", 3, 2, 5);
        add(
                "episodes of two sizes",
                folder ->
                        hdf5(
                                folder.resolve("file.hdf5"),
                                (file, m) -> {
                                    m.put("episode_0", episode(file, "", 3, 2, 1, 2));
                                    m.put("episode_1", episode(file, "", 3, 2, 2, 2));
                                }));
        add(
                "episodes with a gap",
                folder ->
                        hdf5(
                                folder.resolve("file.hdf5"),
                                (file, m) -> {
                                    m.put("episode_0", episode(file, "", 3, 2, 1, 2));
                                    m.put("episode_2", episode(file, "", 3, 2, 1, 2));
                                }));
    }

    private void episode(String name, String without, int observations, int steps, long said) {
        add(
                name,
                folder ->
                        hdf5(
                                folder.resolve("file.hdf5"),
                                (file, m) ->
                                        m.put(
                                                "episode_0",
                                                episode(
                                                        file,
                                                        without,
                                                        observations,
                                                        steps,
                                                        1,
                                                        said))));
    }

    private static long episode(
            Hdf5Writer file, String without, int observations, int steps, int size, long said)
            throws IOException {
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("observations", zeros(file, observations, size));
        members.put("actions", zeros(file, steps, 1));
        members.put("rewards", zeros(file, steps));
        members.put("terminations", zeros(file, steps));
        members.put("truncations", zeros(file, steps));
        members.remove(without);
        return file.group(members, said == 0 ? Map.of() : Map.of("total_steps", said));
    }
}
