package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
        "minari/cartpole/expert-v0, minari, 60, 30000, 4, 1, true, 500, 1e-9",
        "minari/pendulum/expert-v0/data, minari, 60, 12000, 3, 1, false, -159.6959722, 1e-6",
        "formats/cartpole1-hdf5-v0/data/main_data.hdf5, minari, 2, 45, 4, 1, true, 22.5, 1e-9",
        "formats/pendulum1-hdf5-v0, minari, 2, 60, 3, 1, false, -129.7498319, 1e-6",
        "formats/nested-v0, minari, 1, 3, 4, 3, false, 6, 1e-9",
        "formats/cartpole1-arrow-v0, minari-arrow, 2, 51, 4, 1, true, 25.5, 1e-9",
        "formats/pendulum1-arrow-v0, minari-arrow, 2, 60, 3, 1, false, -127.0695343, 1e-6",
        "formats/hf_disc, imitation-arrow, 2, 12, 4, 1, true, 6, 1e-9",
        "formats/hf_cont, imitation-arrow, 2, 12, 4, 2, false, 6, 1e-9",
        "ml-agents/Expert3DBall.demo, ml-agents, 1, 548, 8, 2, false, 54.8, 0.05",
        "ml-agents/ExpertBasic.demo, ml-agents, 11, 72, 20, 1, true, 0.8436, 1e-3",
        "ml-agents/ExpertTennis.demo, ml-agents, 3, 1205, 24, 2, false, 0.9967, 0.05",
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

    @ParameterizedTest
    @CsvSource({
        "formats/cartpole1-parquet-v0, Parquet",
        "formats/pendulum1-parquet-v0, Parquet",
        "formats/pendulum1-parquet-v0/data/0/part-0.parquet, Parquet",
        // h5py finds the same: 'episode_1' points into the middle of another object.
        "formats/jhdf013_written_minari_like.hdf5, damaged",
        "formats/cartpole1-arrow-v0/data/0/part-0.arrow, folder",
        "formats/namespace_metadata.json, no known format",
        "imitation/LICENSE, no known format",
        "minari/cartpole, it holds expert-v0",
    })
    void shouldRefuseWithAReason(String file, String reason) {
        DemonstrationException refused =
                assertThrows(
                        DemonstrationException.class,
                        () -> DemonstrationFile.read(SharedFiles.path(file)));
        assertTrue(refused.getMessage().contains(reason), refused::getMessage);
    }
}
