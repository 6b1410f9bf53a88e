package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Box;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    /** Records episodes of a world under random actions. */
    private static Demonstrations record(String id, int count, int steps) {
        EnvironmentSpec spec = Environments.spec(id);
        World world = spec.factory().get();
        RandomGenerator random = new SplittableRandom(4);
        int size = world.observationSpace().size();
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] observations = new double[(steps + 1) * size];
            int actionSize = world.actionSpace().size();
            double[] actions = new double[steps * actionSize];
            double[] rewards = new double[steps];
            world.reset(random, observations, 0);
            for (int t = 0; t < steps; t++) {
                world.actionSpace().sample(random, actions, t * actionSize);
                rewards[t] = world.step(actions, t * actionSize, observations, (t + 1) * size);
            }
            episodes.add(new Episode(steps, observations, actions, rewards, false, true));
        }
        boolean discrete = !(world.actionSpace() instanceof Box);
        return new Demonstrations(
                "test", Optional.of(id), size, world.actionSpace().size(), discrete, episodes);
    }

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1",
        "Pendulum-v1",
        "Acrobot-v1",
        "MountainCar-v0",
        "Ant-v4",
        "HalfCheetah-v5",
        "Humanoid-v5",
        "Reacher-v4",
        "Swimmer-v4",
    })
    void shouldFindItsOwnRecordingsRight(String id) {
        Replay replay = Replay.of(record(id, 3, 8), Environments.spec(id));
        assertEquals(24, replay.steps());
        assertEquals(0, replay.maxObservationDeviation(), 1e-6);
        assertEquals(0, replay.maxRewardDeviation(), 1e-6);
        assertEquals(replay.recordedReturn(), replay.replayedReturn(), 1e-4);
        assertEquals(0, replay.earlyEnds());
    }

    /** Under random actions the knees soon turn faster than an observation shows. */
    @Test
    void shouldLeaveOutStepsWhoseObservationsDoNotTellTheState() {
        Replay replay = Replay.of(record("Walker2d-v4", 3, 40), Environments.spec("Walker2d-v4"));
        assertTrue(replay.untold() > 0 && replay.steps() > 0, replay::toString);
        assertEquals(120, replay.steps() + replay.untold());
        assertEquals(0, replay.maxObservationDeviation(), 1e-9);
        assertEquals(0, replay.maxRewardDeviation(), 1e-9);
    }

    @Test
    void shouldFindTheStepThatAnotherWorldMade() {
        Demonstrations made = record("MountainCar-v0", 2, 8);
        made.episodes().get(1).observations()[2 * 5] += 0.25;
        made.episodes().get(1).rewards()[3] = -3;
        Replay replay = Replay.of(made, Environments.spec("MountainCar-v0"));
        assertEquals(0.25, replay.maxObservationDeviation(), 0.01);
        assertEquals(2, replay.maxRewardDeviation(), 1e-9);
        assertEquals(1, replay.worstEpisode());
        assertTrue(replay.worstStep() == 4 || replay.worstStep() == 5);
    }

    @Test
    void shouldCountWhereTheWorldEndsBeforeTheRecording() {
        Demonstrations made = record("CartPole-v1", 1, 8);
        made.episodes().get(0).observations()[4 * 3] = 3;
        assertEquals(1, Replay.of(made, Environments.spec("CartPole-v1")).earlyEnds());
    }

    @Test
    void shouldLeaveTheRewardOutWhereNoneIsRecorded() {
        Demonstrations made = record("CartPole-v1", 1, 4);
        Episode silent =
                new Episode(
                        4,
                        made.episodes().get(0).observations(),
                        made.episodes().get(0).actions(),
                        null,
                        false,
                        true);
        Replay replay =
                Replay.of(
                        new Demonstrations("test", Optional.empty(), 4, 1, true, List.of(silent)),
                        Environments.spec("CartPole-v1"));
        assertTrue(Double.isNaN(replay.maxRewardDeviation()));
        assertTrue(Double.isNaN(replay.recordedReturn()));
        assertEquals(4, replay.replayedReturn());
    }

    @Test
    void shouldRefuseWhatCannotBeReplayed() {
        Demonstrations made = record("CartPole-v1", 1, 4);
        Episode states =
                new Episode(4, made.episodes().get(0).observations(), null, null, false, true);
        Demonstrations stateOnly =
                new Demonstrations("test", Optional.empty(), 4, 0, false, List.of(states));
        assertThrows(
                DemonstrationException.class,
                () -> Replay.of(stateOnly, Environments.spec("CartPole-v1")));
        assertThrows(
                DemonstrationException.class,
                () -> Replay.of(made, Environments.spec("Pendulum-v1")));
    }

    @ParameterizedTest
    @CsvSource({
        // file, world, largest deviation of observation (SOURCE.md: 2.4e-7, 4.6e-7, 1.2e-7)
        "imitation/cartpole_0.final.npz, CartPole-v1, 2.4e-7",
        "imitation/pendulum_0.final.npz, Pendulum-v1, 4.8e-7",
        "minari/cartpole/expert-v0, CartPole-v1, 2.4e-7",
        "minari/pendulum/expert-v0, Pendulum-v1, 4.8e-7",
        "ilpyt/MountainCar-v0.npz, MountainCar-v0, 1.2e-7",
        "ilpyt/MountainCarContinuous-v0.npz, MountainCarContinuous-v0, 1.2e-7",
    })
    void shouldReproduceFilesThatGymnasiumMade(String file, String id, double most) {
        Replay replay =
                Replay.of(DemonstrationFile.read(SharedFiles.path(file)), Environments.spec(id));
        assertEquals(0, replay.maxObservationDeviation(), most);
        assertEquals(0, replay.maxRewardDeviation(), 2e-6);
        assertEquals(0, replay.earlyEnds());
    }

    @Test
    void shouldGiveTheSameFiguresForTheSameFile() {
        Demonstrations made = record("Pendulum-v1", 2, 20);
        Replay once = Replay.of(made, Environments.spec("Pendulum-v1"));
        assertEquals(once, Replay.of(made, Environments.spec("Pendulum-v1")));
    }

    /** What was no number once is not made good by what follows. */
    @Test
    void shouldKeepADeviationThatIsNoNumber() {
        Episode counted =
                new Episode(
                        3,
                        new double[] {0, 1, 2, 3},
                        new double[3],
                        new double[] {0, 1, 2},
                        false,
                        true);
        Demonstrations made =
                new Demonstrations("test", Optional.empty(), 1, 1, false, List.of(counted));
        Replay replay =
                Replay.of(
                        made,
                        new EnvironmentSpec(
                                "odd", 9, OptionalDouble.empty(), false, Counting::new));

        assertTrue(Double.isNaN(replay.maxObservationDeviation()));
        assertTrue(Double.isNaN(replay.maxRewardDeviation()));
        assertEquals(1, replay.worstStep());
    }

    /** Counts its steps and pays what it has counted, but for NaN after 1. */
    private static final class Counting implements World {

        private double x;

        @Override
        public Box observationSpace() {
            return Box.unbounded(1);
        }

        @Override
        public Space actionSpace() {
            return Box.unbounded(1);
        }

        @Override
        public void reset(RandomGenerator random, double[] observations, int offset) {
            x = 0;
            observe(observations, offset);
        }

        @Override
        public double step(double[] actions, int from, double[] observations, int offset) {
            double reward = x == 1 ? Double.NaN : x;
            x = x == 1 ? Double.NaN : x + 1;
            observe(observations, offset);
            return reward;
        }

        @Override
        public boolean terminated() {
            return false;
        }

        @Override
        public int stateSize() {
            return 1;
        }

        @Override
        public void saveState(double[] state, int offset) {
            observe(state, offset);
        }

        @Override
        public void restoreState(double[] state, int offset) {
            x = state[offset];
        }

        @Override
        public void observe(double[] observations, int offset) {
            observations[offset] = x;
        }

        @Override
        public void restoreFromObservation(double[] observations, int offset) {
            restoreState(observations, offset);
        }
    }
}
