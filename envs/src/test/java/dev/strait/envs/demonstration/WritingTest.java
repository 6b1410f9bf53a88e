package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.Environments;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.demonstration.container.Hdf5Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritingTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MINARI", "IMITATION_NPZ", "EPISODES_NPZ"})
    void shouldReadBackWhatItWrote(DemonstrationFormat format) {
        for (Demonstrations made :
                new Demonstrations[] {Recordings.discrete(12), Recordings.continuous(3)}) {
            Path path = folder.resolve(format + "-" + made.actionSize());
            DemonstrationFile.write(path, made, format, DatasetDescription.of("test/any-v0", made));
            Demonstrations read = DemonstrationFile.read(path);
            assertEquals(format.toString(), read.format());
            assertTrue(Recordings.same(made, read));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MINARI", "IMITATION_NPZ", "EPISODES_NPZ"})
    void shouldRememberTheWorld(DemonstrationFormat format) {
        Demonstrations made = Recordings.discrete(2);
        Path path = folder.resolve("out");
        DatasetDescription description =
                DatasetDescription.of(
                        "cartpole/test-v0", Environments.spec("CartPole-v1"), "nobody", "");
        DemonstrationFile.write(path, made, format, description);
        assertEquals(Optional.of("CartPole-v1"), DemonstrationFile.read(path).environmentId());
    }

    /** Gymnasium's entry points are those of its registry, 1.3.0; a clip is no part of an id. */
    @ParameterizedTest
    @CsvSource({
        "Walker2d-v5, Walker2d-v5, gymnasium.envs.mujoco.walker2d_v5:Walker2dEnv",
        "HalfCheetah-v4, HalfCheetah-v4, gymnasium.envs.mujoco.half_cheetah_v4:HalfCheetahEnv",
        "InvertedDoublePendulum-v4, InvertedDoublePendulum-v4,"
                + " gymnasium.envs.mujoco.inverted_double_pendulum_v4:InvertedDoublePendulumEnv",
        "CMaze-v0, CMaze-v0, null",
        "PlanarBiped-v0:run, PlanarBiped-v0, null"
    })
    void shouldRememberWorldsInMinari(String id, String written, String entryPoint)
            throws IOException {
        Demonstrations made = Recordings.continuous(2);
        Path path = folder.resolve("out");
        DatasetDescription description =
                DatasetDescription.of("any/test-v0", Environments.spec(id), "nobody", "");
        DemonstrationFile.write(path, made, DemonstrationFormat.MINARI, description);

        assertEquals(Optional.of(id), DemonstrationFile.read(path).environmentId());
        JsonNode root = MinariMetadata.json(path.resolve("data/metadata.json"));
        JsonNode spec = MinariMetadata.JSON.readTree(root.get("env_spec").asText());
        assertEquals(written, spec.get("id").asText());
        assertEquals(entryPoint, spec.get("entry_point").asText());
    }

    @Test
    void shouldWriteTheSameBytesTwice() throws IOException {
        Demonstrations made = Recordings.continuous(4);
        for (String name : new String[] {"a.npz", "b.npz"}) {
            DemonstrationFile.write(
                    folder.resolve(name),
                    made,
                    DemonstrationFormat.IMITATION_NPZ,
                    DatasetDescription.of("test-v0", made));
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.npz")),
                Files.readAllBytes(folder.resolve("b.npz")));
    }

    @Test
    void shouldKeepDoublePrecisionWhereSingleLoses() {
        Demonstrations single = Recordings.continuous(1);
        single.episodes().get(0).observations()[0] = Math.PI;
        DemonstrationFile.write(
                folder.resolve("pi"),
                single,
                DemonstrationFormat.MINARI,
                DatasetDescription.of("pi-v0", single));
        Demonstrations read = DemonstrationFile.read(folder.resolve("pi"));
        assertEquals(Math.PI, read.episodes().get(0).observations()[0]);
    }

    @Test
    void shouldRefuseAnEpisodeWithoutFinalObservationAndLeaveNothing() throws IOException {
        Demonstrations made = Recordings.cutShort(2);
        Path path = folder.resolve("short");
        DatasetDescription description = DatasetDescription.of("short-v0", made);
        for (DemonstrationFormat format :
                new DemonstrationFormat[] {
                    DemonstrationFormat.MINARI, DemonstrationFormat.IMITATION_NPZ
                }) {
            DemonstrationException refused =
                    assertThrows(
                            DemonstrationException.class,
                            () -> DemonstrationFile.write(path, made, format, description));
            assertTrue(refused.getMessage().contains("episode 0 lacks"), refused::getMessage);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        DemonstrationFile.write(path, made, DemonstrationFormat.EPISODES_NPZ, description);
        assertTrue(Recordings.same(made, DemonstrationFile.read(path)));
    }

    @Test
    void shouldNotOverwrite() throws IOException {
        Demonstrations made = Recordings.discrete(1);
        Path path = Files.writeString(folder.resolve("taken"), "mine");
        DemonstrationException refused =
                assertThrows(
                        DemonstrationException.class,
                        () ->
                                DemonstrationFile.write(
                                        path,
                                        made,
                                        DemonstrationFormat.MINARI,
                                        DatasetDescription.of("x-v0", made)));
        assertEquals("taken: it is there already: choose another name", refused.getMessage());
        assertEquals("mine", Files.readString(path));
    }

    @Test
    void shouldBlameTheDiskAndNotTheRecordingWhereItCannotBeWritten() throws IOException {
        Demonstrations made = Recordings.discrete(1);
        Path path = Files.writeString(folder.resolve("file"), "no folder").resolve("new.npz");
        UncheckedIOException failed =
                assertThrows(
                        UncheckedIOException.class,
                        () ->
                                DemonstrationFile.write(
                                        path,
                                        made,
                                        DemonstrationFormat.IMITATION_NPZ,
                                        DatasetDescription.of("x-v0", made)));
        String message = failed.getCause().getMessage();
        assertTrue(message.startsWith("cannot write " + path + ": "), message);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAFormatThatIsOnlyRead(DemonstrationFormat format) {
        if (format.isWritten()) {
            return;
        }
        Demonstrations made = Recordings.discrete(1);
        Path path = folder.resolve("new");
        assertThrows(
                DemonstrationException.class,
                () ->
                        DemonstrationFile.write(
                                path, made, format, DatasetDescription.of("x-v0", made)));
        assertFalse(Files.exists(path));
    }

    private static Demonstrations indexed(int actionSize, double... actions) {
        int length = actions.length / actionSize;
        Episode episode = new Episode(length, new double[length + 1], actions, null, true, false);
        return new Demonstrations("test", Optional.empty(), 1, actionSize, true, List.of(episode));
    }

    /** The smallest spaces that hold all indices, each branch by its own. */
    @Test
    void shouldDescribeTheIndicesThatAreUsed() {
        assertEquals(
                new Discrete(5), DatasetDescription.of("x-v0", indexed(1, 0, 4, 2)).actionSpace());
        assertEquals(
                new MultiDiscrete(List.of(3, 8)),
                DatasetDescription.of("x-v0", indexed(2, 2, 0, 1, 7)).actionSpace());
        assertThrows(
                IllegalArgumentException.class,
                () -> DatasetDescription.of("x-v0", indexed(1, 0, -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b_c/d-e-v12, true",
        "walker-v0, true",
        "walker, false",
        "walker-v, false",
        "/walker-v0, false",
        "a walker-v0, false"
    })
    void shouldNameDatasetsAsMinariDoes(String id, boolean sound) {
        Demonstrations made = Recordings.discrete(1);
        if (sound) {
            assertEquals(id, DatasetDescription.of(id, made).datasetId());
        } else {
            assertThrows(IllegalArgumentException.class, () -> DatasetDescription.of(id, made));
        }
    }

    /** Bounds to the last digit where observations are double; sizes in MB with one decimal. */
    @Test
    void shouldDescribeSpacesAndSizeInMinarisWords() throws IOException {
        Box box = Box.of(new double[] {-Math.PI}, new double[] {Math.PI});
        MultiDiscrete choices = new MultiDiscrete(List.of(3, 8));
        Demonstrations made = indexed(2, 2, 0, 1, 7);
        JsonNode root = described(Hdf5Type.FLOAT64, box, choices, made);
        JsonNode single = described(Hdf5Type.FLOAT32, box, new Discrete(4), indexed(1, 3));

        assertEquals(12.3, root.get("dataset_size").asDouble());
        assertEquals(-Math.PI, space(root, "observation_space").get("low").get(0).asDouble());
        assertEquals("float64", space(root, "observation_space").get("dtype").asText());
        assertEquals("[3,8]", space(root, "action_space").get("nvec").toString());
        assertEquals("[0,0]", space(root, "action_space").get("start").toString());
        assertEquals(
                (float) Math.PI,
                space(single, "observation_space").get("high").get(0).floatValue());
        assertEquals(4, space(single, "action_space").get("n").asInt());
        assertEquals(0, space(single, "action_space").get("start").asInt());
    }

    private static JsonNode described(Hdf5Type type, Box box, Space actions, Demonstrations made)
            throws IOException {
        DatasetDescription description =
                new DatasetDescription("x-v0", Optional.empty(), box, actions, "", "");
        MinariSpaces spaces = new MinariSpaces(type, Hdf5Type.INT64);
        return MinariMetadata.JSON.readTree(spaces.metadata(made, description, 12_340_000));
    }

    private static JsonNode space(JsonNode root, String name) throws IOException {
        return MinariMetadata.JSON.readTree(root.get(name).asText());
    }
}
