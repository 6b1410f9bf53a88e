package dev.strait.envs.demonstration;

import dev.strait.envs.demonstration.ArrowBytes.Column;
import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.demonstration.container.Hdf5Writer;
import dev.strait.envs.demonstration.container.NpzWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.arrow.flatbuf.Type;

/** Files that must be refused: each is a name and what makes it in an empty folder. */
final class MalformedFiles {

    /** Makes one file, and returns what to open. */
    interface Recipe {
        Path make(Path folder) throws IOException;
    }

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    private MalformedFiles() {}

    static Map<String, Recipe> all() {
        MalformedFiles files = new MalformedFiles();
        files.anything();
        files.npz();
        files.npyHeaders();
        files.hdf5();
        files.minari();
        files.arrow();
        files.demo();
        files.csv();
        for (DemonstrationFormat format : DemonstrationFormat.values()) {
            files.truncations(format);
        }
        return files.recipes;
    }

    private void add(String name, Recipe recipe) {
        if (recipes.put(name, recipe) != null) {
            throw new IllegalStateException("two recipes are named " + name);
        }
    }

    private void bytes(String name, byte[] content) {
        add(name, folder -> Files.write(folder.resolve("file"), content));
    }

    private void text(String name, String content) {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void anything() {
        bytes("an empty file", new byte[0]);
        bytes("a single zero", new byte[1]);
        bytes("nothing but zeros", new byte[100_000]);
        bytes("a pickle", new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 0, 0, 0, 0, 0});
        text("prose", "It was a dark and stormy night.\n");
        text("parquet", "PAR1 and so on PAR1");
        bytes("a lone npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", 8));
        text("json", "{\"obs_0\": 1}");
        add("a missing file", folder -> folder.resolve("nowhere"));
        add("an empty folder", folder -> folder);
        add(
                "a folder of folders",
                folder -> Files.createDirectories(folder.resolve("a/b")).getParent());
        add(
                "a link to itself",
                folder -> {
                    Path link = folder.resolve("loop");
                    return Files.createSymbolicLink(link, link);
                });
        add(
                "a link to nothing",
                folder -> Files.createSymbolicLink(folder.resolve("l"), folder.resolve("none")));
        add(
                "a file in the place of a folder",
                folder -> {
                    Files.writeString(folder.resolve("data"), "not a folder");
                    return folder;
                });
        add(
                "a folder in the place of a file",
                folder -> {
                    Files.createDirectories(folder.resolve("metadata.json"));
                    return folder;
                });
        bytes("a name that lasts for ever", "x".repeat(300).getBytes(StandardCharsets.UTF_8));
    }

    // npz ---------------------------------------------------------------------------------------

    /** Fills an archive. */
    private interface Filling {
        void fill(NpzWriter npz) throws IOException;
    }

    private void npz(String name, Filling filling) {
        add(
                name,
                folder -> {
                    Path path = folder.resolve("file.npz");
                    try (NpzWriter npz = NpzWriter.create(path)) {
                        filling.fill(npz);
                    }
                    return path;
                });
    }

    private static void ilpyt(NpzWriter npz, double observation, double reward) throws IOException {
        double[] observations = FormatFiles.counting(4);
        observations[3] = observation;
        npz.float64("states", new int[] {2, 2}, observations);
        npz.int64("actions", new int[] {2}, new double[2]);
        npz.float64("rewards", new int[] {2}, new double[] {0, reward});
        npz.booleans("dones", new int[] {2}, new double[] {0, 1});
    }

    private void npz() {
        npz("an npz without members", npz -> {});
        npz("an npz of another kind", npz -> npz.float64("weights", new int[] {1}, new double[1]));
        npz("NaN in an observation", npz -> ilpyt(npz, Double.NaN, 0));
        npz("infinity in an observation", npz -> ilpyt(npz, Double.POSITIVE_INFINITY, 0));
        npz("NaN in a reward", npz -> ilpyt(npz, 0, Double.NaN));
        npz(
                "NaN in an action",
                npz -> {
                    npz.float64("states", new int[] {1, 1}, new double[1]);
                    npz.float64("actions", new int[] {1, 1}, new double[] {Double.NaN});
                    npz.booleans("dones", new int[] {1}, new double[] {1});
                });
        npz(
                "fewer actions than observations",
                npz -> {
                    npz.float64("states", new int[] {3, 1}, new double[3]);
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {3}, new double[3]);
                });
        npz(
                "no steps",
                npz -> {
                    npz.float64("states", new int[] {0, 2}, new double[0]);
                    npz.int64("actions", new int[] {0}, new double[0]);
                    npz.booleans("dones", new int[] {0}, new double[0]);
                });
        npz(
                "observations of no size",
                npz -> {
                    npz.float64("states", new int[] {2, 0}, new double[0]);
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {2}, new double[2]);
                });
        npz(
                "a flag of 7",
                npz -> {
                    npz.float64("states", new int[] {1, 1}, new double[1]);
                    npz.int64("actions", new int[] {1}, new double[1]);
                    npz.int64("dones", new int[] {1}, new double[] {7});
                });
        npz(
                "text for numbers",
                npz -> {
                    npz.text("states", 2, "ab");
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {2}, new double[2]);
                });
        npz("a missing member", npz -> npz.booleans("dones", new int[] {1}, new double[] {1}));
        imitation("cuts beyond the end", 5, new double[] {9}, 2);
        imitation("cuts that run backwards", 5, new double[] {4, 2}, 3);
        imitation("a negative cut", 5, new double[] {-1}, 2);
        imitation("more episodes than cuts", 5, new double[] {2}, 3);
        imitation("observations without final ones", 5, new double[] {2}, 2, 5);
        npz(
                "episodes that overlap the end",
                npz -> {
                    npz.float64("obs", new int[] {4, 1}, new double[4]);
                    npz.int64("acts", new int[] {4}, new double[4]);
                    npz.int64("episode_starts", new int[] {2}, new double[] {0, 2});
                    npz.int64("episode_lengths", new int[] {2}, new double[] {2, 2_000_000_000});
                    npz.booleans("terminated", new int[] {2}, new double[2]);
                    npz.booleans("truncated", new int[] {2}, new double[2]);
                });
        npz(
                "final observations of another size",
                npz -> {
                    npz.float64("obs", new int[] {2, 1}, new double[2]);
                    npz.int64("acts", new int[] {2}, new double[2]);
                    npz.int64("episode_starts", new int[] {1}, new double[1]);
                    npz.int64("episode_lengths", new int[] {1}, new double[] {2});
                    npz.booleans("terminated", new int[] {1}, new double[1]);
                    npz.booleans("truncated", new int[] {1}, new double[1]);
                    npz.float64("final_obs", new int[] {1, 3}, new double[3]);
                });
        npz(
                "baselines with other rewards",
                npz -> {
                    npz.float64("obs", new int[] {1, 2, 1}, new double[2]);
                    npz.float64("acs", new int[] {1, 2, 1}, new double[2]);
                    npz.float64("rews", new int[] {1, 3}, new double[3]);
                });
        npz(
                "starts without a beginning",
                npz -> {
                    npz.float64("obs", new int[] {2, 1}, new double[2]);
                    npz.int64("actions", new int[] {2, 1}, new double[2]);
                    npz.booleans("episode_starts", new int[] {2}, new double[2]);
                });
        add("a PyTorch archive", folder -> zip(folder, "archive/data.pkl", new byte[100]));
        add("a zip of pictures", folder -> zip(folder, "cat.png", new byte[100]));
    }

    private void imitation(String name, int steps, double[] cuts, int episodes) {
        imitation(name, steps, cuts, episodes, steps + episodes);
    }

    private void imitation(String name, int steps, double[] cuts, int episodes, int rows) {
        npz(
                name,
                npz -> {
                    npz.float64("obs", new int[] {rows, 1}, new double[rows]);
                    npz.int64("acts", new int[] {steps}, new double[steps]);
                    npz.int64("indices", new int[] {cuts.length}, cuts);
                    npz.booleans("terminal", new int[] {episodes}, new double[episodes]);
                });
    }

    private static Path zip(Path folder, String member, byte[] content) throws IOException {
        Path path = folder.resolve("file.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
            zip.closeEntry();
        }
        return path;
    }

    /** An archive that has 'dones' and 'actions', and 'states' from these bytes. */
    private void states(String name, byte[] content) {
        add(name, folder -> zip(folder, content));
    }

    private static Path zip(Path folder, byte[] states) throws IOException {
        Path path = folder.resolve("file.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("dones.npy"));
            zip.write(npy("{'descr': '|b1', 'fortran_order': False, 'shape': (1,), }", 1));
            zip.putNextEntry(new ZipEntry("actions.npy"));
            zip.write(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", 8));
            zip.putNextEntry(new ZipEntry("states.npy"));
            zip.write(states);
            zip.closeEntry();
        }
        return path;
    }

    static byte[] npy(String header, int dataBytes) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + dataBytes);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) text.length).put(text);
        return bytes.array();
    }

    private void npyHeaders() {
        String start = "{'descr': '<f8', 'fortran_order': False, 'shape': ";
        states(
                "a pickled member",
                npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 9));
        states(
                "complex numbers",
                npy("{'descr': '<c16', 'fortran_order': False, 'shape': (1,)}", 16));
        states(
                "records",
                npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}", 8));
        states(
                "a type of 3 bytes",
                npy("{'descr': '<i3', 'fortran_order': False, 'shape': (1,)}", 3));
        states("a shape beyond memory", npy(start + "(999999999, 999999999), }", 8));
        states("a shape beyond 2^63", npy(start + "(999999999, 999999999, 999999999), }", 8));
        states("a shape of many digits", npy(start + "(99999999999999999999,), }", 8));
        states("a negative shape", npy(start + "(-1,), }", 8));
        states("a shape of 40 sizes", npy(start + "(" + "1, ".repeat(40) + "), }", 8));
        states("a shape of words", npy(start + "(one,), }", 8));
        states("too little data", npy(start + "(100,), }", 8));
        states("too much data", npy(start + "(1,), }", 800));
        states("a bomb behind the data", npy(start + "(1,), }", 50_000_000));
        states("a bomb in the shape", npy(start + "(30000000,), }", 240_000_000));
        states("a header without a shape", npy("{'descr': '<f8', 'fortran_order': False}", 8));
        states("an npy of version 9", withByte(npy(start + "(1,), }", 8), 6, 9));
        states("an npy without its magic", withByte(npy(start + "(1,), }", 8), 0, 0));
        states("an npy of 3 bytes", new byte[3]);
        states("an npy of no bytes", new byte[0]);
        states("a header that lasts for ever", withByte(npy(start + "(1,), }", 8), 9, 0x7f));
        states("a number alone", npy(start + "(), }", 8));
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    // HDF5 --------------------------------------------------------------------------------------

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

    // Minari ------------------------------------------------------------------------------------

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

    // Arrow -------------------------------------------------------------------------------------

    private void arrow(String name, byte[] content) {
        bytes(name, content);
    }

    private static byte[] lists(Column obs, Column acts) {
        return ArrowBytes.stream(1, obs, acts, Column.bits("terminal", true));
    }

    private static Column rows(int count, int... ends) {
        Column numbers = Column.doubles("item", FormatFiles.counting(count));
        return Column.lists("item", numbers, ends);
    }

    private void arrow() {
        Column fine = Column.lists("obs", rows(4, 0, 2, 4), 0, 2);
        Column act = Column.lists("acts", Column.longs("item", 0), 0, 1);
        arrow("an Arrow row without actions", ArrowBytes.stream(1, fine));
        arrow("an Arrow table without rows", ArrowBytes.stream(0, fine, act));
        arrow("more Arrow rows than data", ArrowBytes.stream(500, fine, act));
        arrow("lists that end outside", lists(Column.lists("obs", rows(4, 0, 2, 4), 0, 9), act));
        arrow(
                "lists that end before they begin",
                lists(Column.lists("obs", rows(4, 2, 0, 4), 0, 2), act));
        arrow("lists of a negative end", lists(Column.lists("obs", rows(4, 0, -2, 4), 0, 2), act));
        arrow("ragged observations", lists(Column.lists("obs", rows(4, 0, 1, 4), 0, 2), act));
        arrow(
                "observations without items",
                lists(Column.lists("obs", rows(0, 0, 0, 0), 0, 2), act));
        arrow(
                "as many actions as observations",
                lists(fine, Column.lists("acts", Column.longs("item", 0, 1), 0, 2)));
        arrow(
                "NaN in an Arrow reward",
                ArrowBytes.stream(
                        1,
                        fine,
                        act,
                        Column.bits("terminal", true),
                        Column.lists("rews", Column.doubles("item", Double.NaN), 0, 1)));
        arrow("numbers for lists", lists(Column.doubles("obs", 1), act));
        arrow("a struct for a list", lists(Column.struct("obs", Column.doubles("x", 1)), act));
        arrow(
                "lists of 2 billion items",
                lists(Column.lists("obs", hugeLists(Integer.MAX_VALUE), 0, 2), act));
        byte[] stream = FormatFiles.imitationStream();
        arrow("Arrow without its end mark", Arrays.copyOf(stream, stream.length - 8));
        arrow("an Arrow file without its foot", cutFoot(FormatFiles.minariTable(3)));
        arrow("an Arrow table of another kind", FormatFiles.minariTable(3));
        arrow("an Arrow message of 2 GB", withInt(stream.clone(), 4, Integer.MAX_VALUE));
        arrow("an Arrow message of a negative length", withInt(stream.clone(), 4, -5));
        state("a state that lists nothing", "{\"_data_files\": []}");
        state(
                "a state that lists a missing file",
                "{\"_data_files\": [{\"filename\": \"x.arrow\"}]}");
        state(
                "a state that leaves the folder",
                "{\"_data_files\": [{\"filename\": \"../x.arrow\"}]}");
        state("a state without names", "{\"_data_files\": [1, 2]}");
        state("a state that is no JSON", "certainly");
        add(
                "a folder of splits",
                folder -> {
                    Files.writeString(folder.resolve("dataset_dict.json"), "{\"splits\": []}");
                    return folder;
                });
        add(
                "a missing Arrow episode",
                folder -> {
                    Path path = FormatFiles.minariArrow(folder);
                    Files.delete(path.resolve("1").resolve("part-0.arrow"));
                    return path;
                });
        add(
                "an Arrow episode of a single row",
                folder -> {
                    Path path = FormatFiles.minariArrow(folder);
                    byte[] one =
                            ArrowBytes.file(
                                    1,
                                    Column.doubles("observations", 1),
                                    Column.longs("actions", 0),
                                    Column.doubles("rewards", 1),
                                    Column.bits("terminations", true),
                                    Column.bits("truncations", true));
                    Files.write(path.resolve("1").resolve("part-0.arrow"), one);
                    return path;
                });
    }

    private static Column hugeLists(int size) {
        return new Column(
                "item", Type.FixedSizeList, 2, null, size, List.of(Column.doubles("item", 1)));
    }

    private static byte[] cutFoot(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    private static byte[] withInt(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private void state(String name, String content) {
        add(
                name,
                folder -> {
                    Files.writeString(folder.resolve("state.json"), content);
                    return folder;
                });
    }

    // ML-Agents ---------------------------------------------------------------------------------

    private void demo() {
        byte[] demo = DemoBytes.file(3, false, false, false);
        bytes("a demo that begins with an end", DemoBytes.file(3, true, false, false));
        bytes("a demo of one record", DemoBytes.file(3, false));
        bytes("a demo that ends in its metadata", Arrays.copyOf(demo, 20));
        bytes("a demo without records", Arrays.copyOf(demo, 40));
        bytes("a demo that misses a record", Arrays.copyOf(demo, demo.length - 20));
        bytes("a demo whose record is 2 GB", demoLength(demo.clone()));
        bytes("a demo with a number of 11 bytes", demoVarint(demo.clone()));
    }

    private static byte[] demoLength(byte[] demo) {
        int record = 34 + demo[33];
        Arrays.fill(demo, record, record + 4, (byte) 0xff);
        demo[record + 4] = 7;
        return demo;
    }

    private static byte[] demoVarint(byte[] demo) {
        int record = 34 + demo[33];
        Arrays.fill(demo, record, Math.min(record + 11, demo.length), (byte) 0xff);
        return demo;
    }

    // CSV ---------------------------------------------------------------------------------------

    private void csv() {
        text("a CSV of a header alone", "obs_0,action\n");
        text("a CSV with too few cells", "obs_0,action\n1,0\n2\n");
        text("a CSV with words", "obs_0,action\n1,0\ntwo,0\n");
        text("a CSV with NaN", "obs_0,action\n1,0\nNaN,0\n");
        text("a CSV with infinity", "obs_0,action\n1,0\n1e999,0\n");
        text("a CSV with an empty cell", "obs_0,obs_1,action\n1,,0\n");
        text("a CSV with an unknown column", "obs_0,action,mood\n1,0,2\n");
        text("a CSV with a column twice", "obs_0,action,obs_0\n1,0,2\n");
        text("a CSV with both kinds of action", "obs_0,action,action_0\n1,0,2\n");
        text("a CSV that returns to an episode", "episode,obs_0,action\n0,1,0\n1,1,0\n0,1,0\n");
        text("a CSV that goes on after its end", "obs_0,action,terminated\n1,0,1\n1,0,0\n");
        text("a CSV that goes on after the final one", "obs_0,action\n1,0\n1,\n1,0\n");
        text("a CSV with an episode of words", "episode,obs_0,action\nfirst,1,0\n");
        text("a CSV with a flag of words", "obs_0,action,truncated\n1,0,perhaps\n");
        text("a CSV of final observations", "obs_0,action\n1,\n");
        text("a CSV of one state", "obs_0\n1\n");
        bytes("a CSV whose line never ends", endless());
    }

    private static byte[] endless() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("obs_0,action\n".getBytes(StandardCharsets.US_ASCII));
        byte[] ones = new byte[3 << 20];
        Arrays.fill(ones, (byte) '1');
        out.writeBytes(ones);
        return out.toByteArray();
    }

    // Truncations -------------------------------------------------------------------------------

    /** Cuts every file of a format short, at eight places and just before its end. */
    private void truncations(DemonstrationFormat format) {
        if (format == DemonstrationFormat.CSV) {
            return; // A shorter table is a table.
        }
        for (int eighth = 0; eighth <= 8; eighth++) {
            int part = eighth;
            add(
                    format + " cut at " + eighth + "/8",
                    folder -> {
                        Path path = FormatFiles.write(format, folder);
                        for (Path file : Corruption.dataFiles(path)) {
                            byte[] whole = Files.readAllBytes(file);
                            int length = part == 8 ? whole.length - 1 : whole.length * part / 8;
                            Files.write(file, Arrays.copyOf(whole, length));
                        }
                        return path;
                    });
        }
    }
}
