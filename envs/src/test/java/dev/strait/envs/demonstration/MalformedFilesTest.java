package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.envs.file.Recipes;
import dev.strait.envs.file.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is in a file: one exception of one type, one short line that names the file, soon, and
 * without much memory.
 */
class MalformedFilesTest {

    private static final int DAMAGES = 250;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> shouldRefuseInOneLine() {
        Map<String, Recipes.Recipe> recipes = MalformedFiles.all();
        assertTrue(recipes.size() >= 60, () -> recipes.size() + " files");
        int[] count = {0};
        return recipes.entrySet().stream()
                .map(
                        recipe ->
                                dynamicTest(
                                        recipe.getKey(),
                                        () -> {
                                            Path own = folder.resolve("case" + count[0]++);
                                            Files.createDirectories(own);
                                            refused(recipe.getKey(), recipe.getValue().make(own));
                                        }));
    }

    private static String refused(Path path) {
        return refused("the file", path);
    }

    private static String refused(String name, Path path) {
        return Refusals.refused(
                DemonstrationException.class, name, path, () -> DemonstrationFile.read(path));
    }

    /** Damage that happens to leave a sound file is read; anything else is refused as above. */
    @ParameterizedTest
    @EnumSource
    void shouldSurviveRandomDamage(DemonstrationFormat format) throws IOException {
        Path path = FormatFiles.write(format, folder);
        Corruption corruption = new Corruption(format.ordinal());
        int refusals = 0;
        for (int i = 0; i < DAMAGES; i++) {
            Path victim = corruption.one(Corruption.files(path));
            byte[] sound = Files.readAllBytes(victim);
            Files.write(victim, corruption.damage(sound));
            DemonstrationException refusal = Refusals.measured(() -> tryToRead(path));
            if (refusal != null) {
                Refusals.checkMessage(path, refusal);
                refusals++;
            }
            Files.write(victim, sound);
        }
        assertTrue(refusals > DAMAGES / 10, refusals + " refusals");
        DemonstrationFile.read(path);
    }

    private static DemonstrationException tryToRead(Path path) {
        try {
            DemonstrationFile.read(path);
            return null;
        } catch (DemonstrationException refusal) {
            return refusal;
        }
    }

    /** {@code --format} takes the content for what it is not. */
    @ParameterizedTest
    @EnumSource
    void shouldRefuseEveryOtherFormatThanTheFileHas(DemonstrationFormat forced) throws IOException {
        for (DemonstrationFormat actual : DemonstrationFormat.values()) {
            Path own = Files.createDirectories(folder.resolve(actual.toString()));
            Path path = FormatFiles.write(actual, own);
            if (actual != forced) {
                assertThrows(
                        DemonstrationException.class,
                        () -> DemonstrationFile.read(path, forced),
                        () -> actual + " as " + forced);
            }
        }
    }

    @Test
    void shouldTellEpisodeAndStepOfANumberThatIsNotFinite() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("x.csv"),
                        "episode,obs_0,obs_1,action\n0,1,2,0\n1,1,2,0\n1,3,NaN,0\n");
        String message = refused(file);
        assertTrue(message.equals("x.csv: observation[1] of episode 1, step 1 is NaN"), message);
    }

    @Test
    void shouldNameBothSizesThatDisagree() throws IOException {
        Path file = MalformedFiles.all().get("fewer actions than observations").make(folder);
        String message = refused(file);
        assertTrue(message.contains("actions has 2 rows, but states has 3"), message);
    }

    @Test
    void shouldSayThatAMemberIsPickled() throws IOException {
        Path file = MalformedFiles.all().get("a pickled member").make(folder);
        String message = refused(file);
        assertTrue(message.contains("pickled"), message);
    }

    @Test
    void shouldSayThatAFileMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.csv"), "obs_0,action\n1,0\n");
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "skipped: this user may read everything");
        assertTrue(refused(file).contains("permission"));
    }
}
