package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertTrue(refused.getMessage().startsWith("taken: "), refused::getMessage);
        assertEquals("mine", Files.readString(path));
    }

    @Test
    void shouldRefuseAFormatThatIsOnlyRead() {
        Demonstrations made = Recordings.discrete(1);
        Path path = folder.resolve("new");
        assertThrows(
                DemonstrationException.class,
                () ->
                        DemonstrationFile.write(
                                path,
                                made,
                                DemonstrationFormat.D4RL,
                                DatasetDescription.of("x-v0", made)));
        assertFalse(Files.exists(path));
    }
}
