package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.demonstration.container.Hdf5Writer;
import dev.strait.envs.demonstration.container.NpzWriter;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each number of each layout ends up. */
class LayoutsTest {

    @TempDir Path folder;

    private Demonstrations read(DemonstrationFormat format) throws IOException {
        return DemonstrationFile.read(FormatFiles.write(format, folder));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindOutTheFormatFromTheContent(DemonstrationFormat format) throws IOException {
        Path path = FormatFiles.write(format, folder);
        assertEquals(format.toString(), DemonstrationFile.read(path).format());
        assertTrue(Recordings.same(DemonstrationFile.read(path, format), read(path)));
        assertEquals(format, DemonstrationFormat.named(format.toString()));
        assertFalse(format.description().isBlank());
    }

    private static Demonstrations read(Path path) {
        return DemonstrationFile.read(path);
    }

    @Test
    void shouldTakeTheEndOfADatasetWithoutFlagsForATruncation() throws IOException {
        Demonstrations baselines = read(DemonstrationFormat.BASELINES_NPZ);
        assertEquals(2, baselines.episodes().size());
        Episode second = baselines.episodes().get(1);
        assertArrayEquals(new double[] {6, 7, 8, 9, 10, 11}, second.observations());
        assertArrayEquals(new double[] {3, 4, 5}, second.actions());
        assertEquals(12, second.episodeReturn());
        assertTrue(second.truncated() && !second.terminated());
        assertFalse(second.hasFinalObservation(2));
    }

    @Test
    void shouldCutWhereStableBaselinesStartsAnew() throws IOException {
        Demonstrations read = read(DemonstrationFormat.SB2_NPZ);
        assertTrue(read.discreteActions());
        assertEquals(3, read.episodes().get(0).length());
        assertArrayEquals(new double[] {6, 7, 8, 9}, read.episodes().get(1).observations());
        assertArrayEquals(new double[] {3, 4}, read.episodes().get(1).actions());
    }

    @Test
    void shouldTakeAnEndMarkForTheWorldsOwnEnd() throws IOException {
        Demonstrations read = read(DemonstrationFormat.ILPYT_NPZ);
        assertTrue(read.episodes().get(0).terminated());
        assertFalse(read.episodes().get(1).terminated());
        assertTrue(read.episodes().get(1).truncated());
        assertArrayEquals(new double[] {3, 4}, read.episodes().get(1).rewards());
    }

    @Test
    void shouldTakeD4rlsFinalObservationsFromTheSuccessors() throws IOException {
        Demonstrations read = read(DemonstrationFormat.D4RL);
        Episode first = read.episodes().get(0);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 104, 105}, first.observations());
        assertTrue(first.terminated() && !first.truncated());
        Episode second = read.episodes().get(1);
        assertArrayEquals(new double[] {6, 7, 8, 9, 108, 109}, second.observations());
        assertTrue(second.truncated() && !second.terminated());
    }

    @Test
    void shouldDropD4rlsFinalObservationsWhereThereAreNoSuccessors() throws IOException {
        Path file = FormatFiles.d4rl(folder.resolve("old.hdf5"), false);
        Episode first = DemonstrationFile.read(file).episodes().get(0);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, first.observations());
        assertEquals(3, first.episodeReturn());
    }

    @Test
    void shouldUseOnlyTheFilledRowsOfIkostrikovsEpisodes() throws IOException {
        Demonstrations read = read(DemonstrationFormat.IKOSTRIKOV);
        assertEquals(3, read.episodes().get(0).length());
        Episode second = read.episodes().get(1);
        assertArrayEquals(new double[] {6, 7, 8, 9}, second.observations());
        assertArrayEquals(new double[] {3, 4}, second.actions());
        assertArrayEquals(new double[] {3, 4}, second.rewards());
    }

    @Test
    void shouldReadListsOfListsFromArrow() throws IOException {
        Demonstrations read = read(DemonstrationFormat.IMITATION_ARROW);
        Episode second = read.episodes().get(1);
        assertArrayEquals(new double[] {8, 9, 10, 11, 12, 13}, second.observations());
        assertArrayEquals(new double[] {1, 1}, second.actions());
        assertArrayEquals(new double[] {3, 4}, second.rewards());
        assertTrue(read.episodes().get(0).terminated());
        assertTrue(second.truncated());
    }

    @Test
    void shouldDropTheFillingOfMinarisLastRow() throws IOException {
        Demonstrations read = read(DemonstrationFormat.MINARI_ARROW);
        Episode first = read.episodes().get(0);
        assertEquals(3, first.length());
        assertTrue(first.terminated());
        assertArrayEquals(new double[] {0, 1, 2}, first.rewards());
        assertTrue(first.hasFinalObservation(2));
    }

    @Test
    void shouldTakeRewardAndEndFromTheNextRecordOfADemo() throws IOException {
        Demonstrations read = read(DemonstrationFormat.ML_AGENTS);
        Episode first = read.episodes().get(0);
        assertEquals(3, first.length());
        assertArrayEquals(new double[] {0.5, 1, 1.5}, first.rewards());
        assertArrayEquals(new double[] {0, 0, 1, -1, 2, -2}, first.actions());
        assertTrue(first.terminated());
        assertFalse(first.hasFinalObservation(3));
        Episode running = read.episodes().get(1);
        assertEquals(2, running.length());
        assertArrayEquals(new double[] {3, 0, 0, 4, 0, 0, 5, 0, 0}, running.observations());
        assertTrue(running.truncated());
    }

    @Test
    void shouldTakeACsvRowWithoutActionForTheFinalObservation() throws IOException {
        Demonstrations read = read(DemonstrationFormat.CSV);
        assertTrue(read.discreteActions());
        assertTrue(read.episodes().get(0).hasFinalObservation(2));
        assertTrue(read.episodes().get(0).terminated());
        assertFalse(read.episodes().get(1).hasFinalObservation(2));
        assertEquals(3, read.episodes().get(1).episodeReturn());
    }

    @Test
    void shouldReadStatesAloneFromCsv() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), "obs_0,obs_1\n1,2\n3,4\n5,6\n");
        Demonstrations read = DemonstrationFile.read(file);
        assertFalse(read.hasActions());
        Episode only = read.episodes().get(0);
        assertEquals(2, only.length());
        assertNull(only.actions());
        assertTrue(only.hasFinalObservation(2));
        assertTrue(Double.isNaN(only.episodeReturn()));
    }

    @Test
    void shouldReadCoordinatesFromCsvWhereANumberIsNotWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "obs_0,action\n1,0\n2,0.5\n");
        assertFalse(DemonstrationFile.read(file).discreteActions());
    }

    @Test
    void shouldLayDictEntriesByKeyAndTupleEntriesByPosition() throws IOException {
        Path file = folder.resolve("nested.hdf5");
        try (Hdf5Writer writer = Hdf5Writer.create(file)) {
            long b = writer.array(Hdf5Type.FLOAT64, new int[] {2, 2}, new double[] {3, 4, 7, 8});
            long a = writer.array(Hdf5Type.INT64, new int[] {2}, new double[] {2, 6});
            long upper = writer.array(Hdf5Type.FLOAT64, new int[] {2}, new double[] {1, 5});
            long observations = writer.group(Map.of("b", b, "a", a, "Z", upper), Map.of());
            long second = writer.array(Hdf5Type.INT64, new int[] {1}, new double[] {2});
            long tenth = writer.array(Hdf5Type.INT64, new int[] {1}, new double[] {10});
            long actions = writer.group(Map.of("_index_10", tenth, "_index_2", second), Map.of());
            long flag = writer.array(Hdf5Type.BOOLEAN, new int[] {1}, new double[] {1});
            Map<String, Long> members =
                    Map.of(
                            "observations",
                            observations,
                            "actions",
                            actions,
                            "rewards",
                            writer.array(Hdf5Type.FLOAT64, new int[] {1}, new double[] {1}),
                            "terminations",
                            flag,
                            "truncations",
                            flag);
            long episode = writer.group(members, Map.of());
            writer.finish(writer.group(Map.of("episode_0", episode), Map.of()));
        }
        Demonstrations read = DemonstrationFile.read(file);
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 7, 8}, read.episodes().get(0).observations());
        assertArrayEquals(new double[] {2, 10}, read.episodes().get(0).actions());
        assertTrue(read.discreteActions());
    }

    @Test
    void shouldCountIndicesFromZeroWhereMinarisSpaceDoesNot() throws IOException {
        Path data = FormatFiles.write(DemonstrationFormat.MINARI, folder).resolve("data");
        Path metadata = data.resolve("metadata.json");
        Files.writeString(
                metadata,
                Files.readString(metadata).replace("\\\"start\\\":0", "\\\"start\\\":-1"));
        double[] moved = DemonstrationFile.read(data).episodes().get(0).actions();
        double[] plain = Recordings.discrete(2).episodes().get(0).actions();
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i] + 1, moved[i]);
        }
    }

    @Test
    void shouldNameTheKnownFormatsForAnUnknownOne() {
        IllegalArgumentException unknown =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> DemonstrationFormat.named("tfrecord"));
        assertTrue(unknown.getMessage().contains("imitation-arrow"), unknown::getMessage);
    }

    /** As spreadsheets and Python write them; an episode may end for both reasons at once. */
    @Test
    void shouldReadMarksQuotesAndWordsFromCsv() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("q.csv"),
                        "\uFEFF\"obs_0\",\"action\",terminated,truncated\r\n1,0.5,0,False\r\n"
                                + "2,1,TRUE,true\r\n");

        Demonstrations read = DemonstrationFile.read(file);

        assertFalse(read.discreteActions(), "0.5 is no index, whatever follows");
        assertArrayEquals(new double[] {0.5, 1}, read.episodes().get(0).actions());
        assertTrue(read.episodes().get(0).terminated());
        assertTrue(read.episodes().get(0).truncated());
    }

    @Test
    void shouldRefuseAColumnTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "obs_0,reward,reward\n1,2,3\n");

        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(file))
                        .getMessage();
        assertEquals("t.csv: the header names a column twice: [obs_0, reward, reward]", message);
    }

    @Test
    void shouldReadLongLinesButNoNumberWithABlankInIt() throws IOException {
        String header =
                IntStream.range(0, 100).mapToObj(i -> "obs_" + i).collect(Collectors.joining(","));
        String row =
                IntStream.range(0, 100).mapToObj(i -> i + ".5").collect(Collectors.joining(","));
        Path wide = folder.resolve("w.csv");
        Files.writeString(wide, header + "\n" + row + "\n" + row + "\n");
        Path blank = Files.writeString(folder.resolve("b.csv"), "obs_0\n1 2\n3\n");

        assertEquals(99.5, DemonstrationFile.read(wide).episodes().get(0).observations()[99]);
        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(blank))
                        .getMessage();
        assertEquals("b.csv: line 2, column 0 has '1 2', which is no number", message);
    }

    /** Two steps as D4RL has them, the second of which is terminal. */
    private Path flagged(String name, double... timeouts) throws IOException {
        Path path = folder.resolve(name);
        try (Hdf5Writer file = Hdf5Writer.create(path)) {
            long numbers = file.array(Hdf5Type.FLOAT64, new int[] {2, 1}, new double[] {1, 2});
            long ends = file.array(Hdf5Type.BOOLEAN, new int[] {2}, new double[] {0, 1});
            long cuts = file.array(Hdf5Type.BOOLEAN, new int[] {timeouts.length}, timeouts);
            Map<String, Long> members =
                    Map.of(
                            "observations",
                            numbers,
                            "actions",
                            numbers,
                            "rewards",
                            numbers,
                            "terminals",
                            ends,
                            "timeouts",
                            cuts);
            file.finish(file.group(members, Map.of()));
        }
        return path;
    }

    /** The world's own end may fall on the time limit. */
    @Test
    void shouldTellBothEndsOfD4rlsEpisodes() throws IOException {
        Path path = flagged("both.hdf5", 0, 1);

        Episode only = DemonstrationFile.read(path).episodes().get(0);

        assertTrue(only.terminated() && only.truncated());
    }

    /** As numbers, not as text: 10 comes after 2. */
    @Test
    void shouldOrderTupleEntriesByTheirNumber() {
        List<String> ordered = IntStream.range(0, 12).mapToObj(i -> "_index_" + i).toList();

        assertEquals(ordered, MinariHdf5.ordered(new TreeSet<>(ordered).descendingSet()));
        assertEquals(
                List.of("_index_10", "_index_2", "a"),
                MinariHdf5.ordered(Set.of("a", "_index_2", "_index_10")),
                "keys of a dictionary by text");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void shouldKnowAPickleOfEveryBinaryProtocol(int protocol) throws IOException {
        Path file =
                Files.write(folder.resolve("p"), new byte[] {(byte) 0x80, (byte) protocol, '.'});

        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(file))
                        .getMessage();
        assertTrue(message.startsWith("p: it is a pickle"), message);
    }

    @Test
    void shouldRefuseEpisodesThatChangeTheirKindOfActions() {
        NumberArray states = array(Kind.REAL, 2);
        EpisodeGathering gathering = new EpisodeGathering();
        gathering.add(states, array(Kind.INTEGER, 1), null, true, false);

        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> gathering.add(states, array(Kind.REAL, 1), null, true, false))
                        .getMessage();
        assertTrue(message.startsWith("episode 1 has observation size 1 and continuous"), message);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        SideBySide.stack(
                                "acts", List.of(array(Kind.REAL, 1), array(Kind.INTEGER, 1))));
    }

    private static NumberArray array(Kind kind, int rows) {
        return new NumberArray("any", kind, new int[] {rows, 1}, new double[rows]);
    }

    @Test
    void shouldListWhatAnUnknownFolderHoldsUpToFive() throws IOException {
        Path unknown = Files.createDirectory(folder.resolve("u"));
        for (int i = 0; i < 9; i++) {
            Files.createFile(unknown.resolve("file" + i));
        }

        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(unknown))
                        .getMessage();
        assertEquals(5, message.split("file\\d").length - 1, message);
    }

    @Test
    void shouldRefuseD4rlFlagsOfAnotherLength() throws IOException {
        Path path = flagged("longer.hdf5", 0, 0, 0);

        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(path))
                        .getMessage();
        assertEquals("longer.hdf5: timeouts has 3 rows, but terminals has 2", message);
    }

    /** Minari encodes pictures as JPEG unless it says otherwise. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "', \"jpeg_encoding\": true', true",
        "', \"jpeg_encoding\": false', false"
    })
    void shouldRefusePicturesThatMayBeJpeg(String told, boolean refused) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("metadata.json"),
                        "{\"observation_space\": {\"dtype\": \"uint8\", \"shape\": [4, 4]}"
                                + told
                                + "}");
        if (refused) {
            assertThrows(IllegalArgumentException.class, () -> MinariMetadata.read(file));
        } else {
            assertEquals("hdf5", MinariMetadata.read(file).dataFormat());
        }
    }

    @Test
    void shouldTakeADemosTimeLimitForATruncation() throws IOException {
        byte[] cut = DemoBytes.file(true, 3, false, false, false, true, false, false);
        Demonstrations read = DemonstrationFile.read(Files.write(folder.resolve("cut.demo"), cut));

        assertTrue(read.episodes().get(0).truncated());
        assertFalse(read.episodes().get(0).terminated());
    }

    /** As the imitation library writes them: what does not end there was cut. */
    @Test
    void shouldTakeWhatDoesNotTerminateForTruncated() throws IOException {
        Path path = folder.resolve("two.npz");
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("obs", new int[] {5, 1}, FormatFiles.counting(5));
            npz.float64("acts", new int[] {3, 1}, FormatFiles.counting(3));
            npz.int64("indices", new int[] {1}, new double[] {2});
            npz.booleans("terminal", new int[] {2}, new double[] {1, 0});
        }
        Demonstrations read = DemonstrationFile.read(path);

        Episode first = read.episodes().get(0);
        Episode second = read.episodes().get(1);
        assertTrue(first.terminated() && !first.truncated());
        assertTrue(second.truncated() && !second.terminated());
        assertArrayEquals(new double[] {3, 4}, second.observations());
        assertArrayEquals(new double[] {2}, second.actions());
    }

    @Test
    void shouldRefuseRewardsOfSeveralNumbers() throws IOException {
        Path path = folder.resolve("two.npz");
        try (NpzWriter npz = NpzWriter.create(path)) {
            npz.float64("states", new int[] {2, 1}, new double[2]);
            npz.int64("actions", new int[] {2}, new double[2]);
            npz.float64("rewards", new int[] {2, 2}, new double[4]);
            npz.booleans("dones", new int[] {2}, new double[] {0, 1});
        }
        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(path))
                        .getMessage();
        assertEquals(
                "two.npz: rewards must be one number a step, but rewards has shape [2, 2]",
                message);
    }

    @Test
    void shouldCountIndicesFromZeroInMinarisArrow() throws IOException {
        FormatFiles.write(DemonstrationFormat.MINARI_ARROW, folder);
        Files.writeString(
                folder.resolve("metadata.json"),
                "{\"total_episodes\": 2, \"data_format\": \"arrow\","
                        + " \"action_space\": {\"start\": -3}}");

        assertArrayEquals(new double[] {3, 3, 3}, read(folder).episodes().get(0).actions());
    }

    @Test
    void shouldNotKnowAFileByAPartOfItsMark() throws IOException {
        Path file = Files.write(folder.resolve("p"), new byte[] {'P'});

        String message =
                assertThrows(DemonstrationException.class, () -> DemonstrationFile.read(file))
                        .getMessage();
        assertEquals("p: its content is of no known format", message);
    }
}
