package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that nobody here made, against counts taken from them with NumPy, h5py and pyarrow, and
 * from their SOURCE.md.
 */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource({
        // file, format, episodes, steps, F, A, discrete, mean return, tolerance
        "imitation/cartpole_0.final.npz, imitation-npz, 57, 26964, 4, 1, true, 473.05, 0.01",
        "imitation/pendulum_0.final.npz, imitation-npz, 56, 11200, 3, 1, false, -189, 0.5",
        "minari/CartPole-v1-expert-60ep.npz, episodes-npz, 60, 30000, 4, 1, true, 500, 1e-9",
        "minari/Pendulum-v1-expert-60ep.npz, episodes-npz, 60, 12000, 3, 1, false, -159.696, 1e-3",
        "formats/base.npz, baselines-npz, 3, 30, 4, 2, false, 10, 1e-9",
        "ilpyt/MountainCar-v0.npz, ilpyt-npz, 101, 9976, 2, 1, true, -98.8, 0.05",
        "ilpyt/MountainCarContinuous-v0.npz, ilpyt-npz, 101, 6705, 2, 1, false, 93.4, 0.05",
        "ilpyt/LunarLanderContinuous-v2.npz, ilpyt-npz, 101, 20013, 8, 2, false, 283.8, 0.05",
    })
    void shouldReadWhatTheFileHolds(
            String file,
            String format,
            int episodes,
            int steps,
            int observationSize,
            int actionSize,
            boolean discrete,
            double meanReturn,
            double tolerance) {
        Demonstrations read = DemonstrationFile.read(SharedFiles.path(file));
        assertEquals(format, read.format());
        assertEquals(episodes, read.episodes().size());
        assertEquals(steps, read.steps());
        assertEquals(observationSize, read.observationSize());
        assertEquals(actionSize, read.actionSize());
        assertEquals(discrete, read.discreteActions());
        assertTrue(read.statistics().returns().isPresent());
        assertEquals(meanReturn, read.statistics().returns().get().mean(), tolerance);
    }
}
