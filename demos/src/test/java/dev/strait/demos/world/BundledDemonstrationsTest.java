package dev.strait.demos.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledDemonstrationsTest {

    @TempDir Path folder;

    @Test
    void shouldFindAWorldsFileByItsId() throws IOException {
        Path file = Files.createFile(folder.resolve("strait-A-v0.npz"));

        assertEquals(file, BundledDemonstrations.in(folder, "strait/A-v0"));
    }

    @Test
    void shouldAskForAFileWhereNoneComesAlong() {
        assertEquals(
                "no demonstrations of B-v0 come with Strait; name a file with --demonstrations",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BundledDemonstrations.in(folder, "B-v0"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CartPole-v1",
                "Pendulum-v1",
                "Acrobot-v1",
                "MountainCar-v0",
                "MountainCarContinuous-v0"
            })
    void shouldFitTheWorldsThatTheyComeWith(String id) {
        Assumptions.assumeTrue(Files.exists(Path.of("data")), "demos/data is not there");
        EnvironmentSpec world = Environments.spec(id);

        DemonstrationFit.check(DemonstrationFile.read(BundledDemonstrations.of(id)), world);
    }
}
