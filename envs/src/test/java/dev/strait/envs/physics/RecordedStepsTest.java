package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MuJoCo 3.14's own single steps, where the shared recordings are at hand. */
class RecordedStepsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("shared.data", "missing"), "physics");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hopper",
                "walker2d_v5",
                "half_cheetah",
                "ant",
                "humanoid",
                "reacher",
                "inverted_pendulum",
                "inverted_double_pendulum",
                "swimmer",
                "cmaze"
            })
    void shouldStepAsMujocoDid(String name) {
        assumeTrue(Files.isDirectory(FOLDER), "no shared data: " + FOLDER);
        PhysicsAgreement.Result result = PhysicsAgreement.of(FOLDER, name);
        double bound = name.equals("inverted_pendulum") ? 1e-6 : 1e-8;
        assertTrue(result.largest() <= bound, result::toString);
    }
}
