package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trajectory that Gymnasium 0.29.1 recorded (48 a world, up to 200 steps), walked again. */
class GymnasiumReplayTest {

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, 1e-9, 0",
        "Pendulum-v1, 1e-9, 1e-9",
        "MountainCar-v0, 1e-12, 0",
        "MountainCarContinuous-v0, 0, 1e-12"
    })
    void shouldFollowEveryTrajectoryOpenLoop(String id, double tolerance, double rewardTolerance)
            throws IOException {
        Recording recording = Recording.of(id);
        int ended = 0;
        for (int k = 0; k < recording.trajectories(); k++) {
            Environment environment = Environments.make(id);
            environment.reset(0);
            environment.world().restoreState(recording.row("states", k, 0), 0);
            for (int t = 0; t < recording.length(k); t++) {
                ended += check(environment, recording, k, t, tolerance, rewardTolerance);
            }
        }
        assertTrue(ended > 0, "no trajectory reached an end");
    }

    @Test
    void shouldFollowAcrobotStepByStep() throws IOException {
        Recording recording = Recording.of("Acrobot-v1");
        int ended = 0;
        for (int k = 0; k < recording.trajectories(); k++) {
            Environment environment = Environments.make("Acrobot-v1");
            environment.reset(0);
            for (int t = 0; t < recording.length(k); t++) {
                environment.world().restoreState(recording.row("states", k, t), 0);
                ended += check(environment, recording, k, t, 1e-12, 0);
            }
        }
        assertEquals(28, ended);
    }

    /** States that are equal to within 1e-9 round to the same float32, or to its neighbour. */
    private static int check(
            Environment environment,
            Recording recording,
            int k,
            int t,
            double tolerance,
            double rewardTolerance) {
        String where = environment.spec().id() + " trajectory " + k + " step " + t;
        Environment.Step step = environment.step(recording.row("actions", k, t));
        double[] state = new double[environment.world().stateSize()];
        environment.world().saveState(state, 0);
        assertArrayEquals(recording.row("states", k, t + 1), state, tolerance, where);
        double[] observation = recording.row("obs", k, t + 1);
        for (int i = 0; i < observation.length; i++) {
            double spacing = Math.ulp((float) observation[i]);
            assertEquals(observation[i], step.observation()[i], Math.max(spacing, 1e-9), where);
        }
        assertEquals(recording.row("rewards", k, t)[0], step.reward(), rewardTolerance, where);
        assertEquals(recording.row("terminated", k, t)[0] != 0, step.terminated(), where);
        assertEquals(recording.row("truncated", k, t)[0] != 0, step.truncated(), where);
        return step.terminated() || step.truncated() ? 1 : 0;
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
    void shouldFindTheStateInAnObservation(String id) throws IOException {
        Recording recording = Recording.of(id);
        Environment environment = Environments.make(id);
        for (int k = 0; k < recording.trajectories(); k++) {
            double[] observation = recording.row("obs", k, 0);
            environment.resetToObservation(observation);
            double[] seen = new double[observation.length];
            environment.world().observe(seen, 0);
            assertArrayEquals(observation, seen, 1e-6);
            Environment.Step step = environment.step(recording.row("actions", k, 0));
            assertArrayEquals(recording.row("obs", k, 1), step.observation(), 1e-5, id + k);
        }
    }
}
