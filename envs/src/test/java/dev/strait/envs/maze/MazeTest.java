package dev.strait.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MazeTest {

    private static final double[] C_START = {0.3, 0, 0};

    private static double[] state(Maze maze) {
        double[] state = new double[maze.stateSize()];
        maze.saveState(state, 0);
        return state;
    }

    private static Maze started(MazeLayout layout, double... velocity) {
        Maze maze = new Maze(layout);
        double[] state = state(maze);
        state[2] = velocity[0];
        state[3] = velocity[1];
        maze.restoreState(state, 0);
        return maze;
    }

    @Test
    void shouldStartAtItsPlaceWithASmallVelocity() {
        Maze maze = new Maze(MazeLayout.cRight());
        double[] observation = new double[3];
        maze.reset(new Pcg64(3), observation, 0);
        assertArrayEquals(C_START, observation);
        double[] state = state(maze);
        assertTrue(Math.abs(state[2]) <= 0.01 && Math.abs(state[3]) <= 0.01);
        assertTrue(state[2] != 0 && state[3] != 0);
    }

    /**
     * −0.5 for the distance before the step, −0.001 · (9 + 16) for the force that was asked for.
     */
    @Test
    void shouldPayForThePlaceBeforeTheStepAndTheRawForce() {
        Maze maze = started(MazeLayout.cRight(), 0, 0);
        double[] observation = new double[3];
        double reward = maze.step(new double[] {3, -4}, 0, observation, 0);
        assertEquals(-0.5 - 0.025, reward, 1e-15);
        double next = maze.step(new double[] {0, 0}, 0, observation.clone(), 0);
        assertEquals(-Math.hypot(observation[0] - 0.3, observation[1] - 0.5), next, 1e-15);
    }

    /** The fifth physics step of 10 ms has moved the ball, but is not seen yet. */
    @Test
    void shouldShowThePositionOfAPhysicsStepAgo() {
        Maze maze = started(MazeLayout.cRight(), 0.2, 0);
        double[] observation = new double[3];
        maze.step(new double[] {0, 0}, 0, observation, 0);
        double[] state = state(maze);
        assertEquals(0.3 + state[0] - 0.01 * state[2], observation[0], 1e-15);
        assertEquals(observation[0], state[4]);
    }

    @Test
    void shouldContinueARestoredStateToTheBit() {
        Maze maze = started(MazeLayout.s(), 0.003, 0.001);
        double[] actions = {4, 5, -3, 2};
        double[] observation = new double[3];
        for (int i = 0; i < 30; i++) {
            maze.step(actions, i % 2 * 2, observation, 0);
        }
        Maze other = new Maze(MazeLayout.s());
        other.restoreState(state(maze), 0);
        double[] again = new double[3];
        for (int i = 0; i < 40; i++) {
            double reward = maze.step(actions, i % 2 * 2, observation, 0);
            assertEquals(reward, other.step(actions, i % 2 * 2, again, 0));
            assertArrayEquals(observation, again);
        }
        assertArrayEquals(state(maze), state(other));
    }

    /** In a layout that is exactly reflected, reflected forces do exactly the reflected thing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeSymmetric(boolean tall) {
        MazeLayout layout = tall ? MazeLayout.s() : MazeLayout.cRight();
        double mirror = tall ? 0 : 0.25;
        Maze one = started(layout, 0.004, -0.006);
        Maze other = started(layout.mirroredAt(mirror), -0.004, -0.006);
        Pcg64 random = new Pcg64(5);
        double[] seen = new double[3];
        double[] reflected = new double[3];
        int turned = 0;
        for (int i = 0; i < 2000; i++) {
            double fx = random.nextDouble(-6, 6);
            double fy = random.nextDouble(-3, 6);
            double vx = state(one)[2];
            double reward = one.step(new double[] {fx, fy}, 0, seen, 0);
            double other0 = other.step(new double[] {-fx, fy}, 0, reflected, 0);
            assertEquals(reward, other0, 1e-9);
            assertEquals(2 * mirror - seen[0], reflected[0], 1e-9);
            assertEquals(seen[1], reflected[1], 1e-9);
            turned += vx * state(one)[2] < 0 ? 1 : 0;
        }
        assertTrue(turned > 50, "it hardly moved");
    }

    /** The S-maze's own mirror is the exact one; the C-maze's is the original's test layout. */
    @Test
    void shouldHaveTheMirrorsOfTheOriginal() {
        MazeLayout mirrored = ((Maze) Environments.make("SMazeMirrored-v0").world()).layout();
        assertEquals(new Wall(0.3, 0.6, -0.1, 0.6), mirrored.walls().get(4));
        assertEquals(new Wall(0.1, 1.2, -0.3, 1.2), mirrored.walls().get(5));
        assertEquals(new MazeReward.Path(-0.2, 0.2), mirrored.reward());
        MazeLayout left = ((Maze) Environments.make("CMazeMirrored-v0").world()).layout();
        assertEquals(new Wall(-0.1, 0.3, 0.4, 0.3), left.walls().get(4));
        assertEquals(0.3, left.startX());
    }

    @Test
    void shouldBeCutAfterAHundredSteps() {
        Environment environment = Environments.make("CMaze-v0");
        environment.reset(1);
        for (int i = 1; i < 100; i++) {
            Environment.Step step = environment.step(0, 0);
            assertFalse(step.terminated() || step.truncated());
        }
        Environment.Step last = environment.step(0, 0);
        assertTrue(last.truncated());
        assertFalse(last.terminated());
    }

    @Test
    void shouldStartAtRestWhereItIsObserved() {
        Maze maze = new Maze(MazeLayout.cRight());
        maze.restoreFromObservation(new double[] {0.1, 0.2, 0}, 0);
        assertArrayEquals(new double[] {-0.2, 0.2, 0, 0, 0.1, 0.2}, state(maze), 1e-16);

        Maze tall = new Maze(MazeLayout.s());
        tall.restoreFromObservation(new double[] {0.1, 0.7, 0}, 0);
        assertArrayEquals(new double[] {0.1, 0.4, 0, 0, 0.1, 0.7}, state(tall), 1e-15);
    }

    @Test
    void shouldNotAllocateInAStep() {
        Maze maze = started(MazeLayout.cRight(), 0, 0);
        double[] observation = new double[3];
        double[] action = {0.4, 1};
        for (int i = 0; i < 20_000; i++) {
            maze.step(action, 0, observation, 0);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            maze.step(action, 0, observation, 0);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, allocated + " bytes in 10,000 steps");
    }

    @Test
    void shouldRefuseABadState() {
        Maze maze = started(MazeLayout.cRight(), Double.NaN, 0);
        assertThrows(
                IllegalStateException.class, () -> maze.step(new double[2], 0, new double[3], 0));
    }

    @Test
    void shouldKeepTheWallsThatItWasMadeOf() {
        MazeLayout s = MazeLayout.s();
        List<Wall> walls = new ArrayList<>(s.walls());
        MazeLayout own = new MazeLayout(-0.3, 0.3, 0, 1.8, walls, 0, 0.3, 0, 1.5, 5, s.reward());
        walls.clear();

        assertEquals(s, own);
    }
}
