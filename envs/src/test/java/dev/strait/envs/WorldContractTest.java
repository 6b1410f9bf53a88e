package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every registered world; a new one is tested here by being registered. */
class WorldContractTest {

    private static final int STEPS = 300;

    static Stream<EnvironmentSpec> specs() {
        return Environments.ids().stream().map(Environments::spec);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldMakeWorldsThatShareNothing(EnvironmentSpec spec) {
        World one = spec.factory().get();
        World other = spec.factory().get();
        assertNotSame(one, other);
        double[] observation = new double[one.observationSpace().size()];
        one.reset(new Pcg64(0), observation, 0);
        double[] before = state(one);
        other.reset(new Pcg64(1), observation, 0);
        other.step(new double[other.actionSpace().size()], 0, observation, 0);
        assertArrayEquals(before, state(one));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldStayInsideItsObservationSpace(EnvironmentSpec spec) {
        Environment environment = new Environment(spec);
        Box space = environment.observationSpace();
        assertTrue(space.contains(environment.reset(0), 0));
        Pcg64 actions = new Pcg64(1);
        for (int t = 0; t < STEPS; t++) {
            Environment.Step step = environment.step(draw(environment, actions));
            // The last one too: a cart-pole's bounds are twice the limits that end it.
            assertTrue(space.contains(step.observation(), 0), Arrays.toString(step.observation()));
            assertTrue(Double.isFinite(step.reward()));
            if (step.terminated() || step.truncated()) {
                environment.reset();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldRepeatWithTheSameSeedAndDifferWithAnother(EnvironmentSpec spec) {
        List<double[]> first = observations(spec, 5);
        List<double[]> again = observations(spec, 5);
        List<double[]> other = observations(spec, 6);
        boolean differs = false;
        for (int t = 0; t < first.size(); t++) {
            assertArrayEquals(first.get(t), again.get(t));
            differs |= !Arrays.equals(first.get(t), other.get(t));
        }
        Box space = spec.factory().get().observationSpace();
        boolean constant = space.low(0) == space.high(0);
        boolean clock = spec.id().contains("DelayedReward");
        // A maze draws velocities, which it does not show.
        boolean hidden = spec.id().contains("Maze");
        assertEquals(!constant && !clock && !hidden, differs);
    }

    private static List<double[]> observations(EnvironmentSpec spec, long seed) {
        Environment environment = new Environment(spec);
        double[] start = environment.reset(seed);
        Stream<double[]> later = Stream.generate(environment::reset).limit(20);
        return Stream.concat(Stream.of(start), later).toList();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldObserveItsPresentStateWithoutChangingIt(EnvironmentSpec spec) {
        Environment environment = new Environment(spec);
        double[] start = environment.reset(2);
        assertArrayEquals(start, observe(environment.world()));
        double[] next = environment.step(draw(environment, new Pcg64(2))).observation();
        double[] state = state(environment.world());
        assertArrayEquals(next, observe(environment.world()));
        assertArrayEquals(state, state(environment.world()));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldReadAndWriteOnlyItsRows(EnvironmentSpec spec) {
        World world = spec.factory().get();
        int features = world.observationSpace().size();
        int size = world.actionSpace().size();
        double[] observations = new double[features + 2];
        Arrays.fill(observations, 77);
        world.reset(new Pcg64(3), observations, 1);
        double[] actions = new double[size + 3];
        Arrays.fill(actions, Double.NaN);
        world.actionSpace().sample(new Pcg64(4), actions, 2);
        double reward = world.step(actions, 2, observations, 1);
        assertTrue(Double.isFinite(reward));
        assertEquals(77, observations[0]);
        assertEquals(77, observations[features + 1]);
        double[] row = Arrays.copyOfRange(observations, 1, features + 1);
        assertArrayEquals(observe(world), row);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldContinueFromASavedStateToTheBit(EnvironmentSpec spec) {
        Environment environment = new Environment(spec);
        environment.reset(8);
        Environment other = new Environment(spec);
        Pcg64 actions = new Pcg64(5);
        for (int t = 0; t < STEPS; t++) {
            other.restore(environment.save());
            double[] action = draw(environment, actions);
            Environment.Step expected = environment.step(action);
            Environment.Step actual = other.step(action);
            assertArrayEquals(expected.observation(), actual.observation());
            assertEquals(expected.reward(), actual.reward());
            assertEquals(expected.terminated(), actual.terminated());
            if (expected.terminated() || expected.truncated()) {
                assertArrayEquals(environment.reset(), other.reset());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldBeginAtAnObservation(EnvironmentSpec spec) {
        Environment environment = new Environment(spec);
        Environment other = new Environment(spec);
        double[] start = environment.reset(9);
        try {
            other.resetToObservation(start);
        } catch (UnsupportedOperationException untold) {
            // World allows it where an observation does not determine the state.
            return;
        }
        assertFalse(other.world().terminated());
        assertArrayEquals(start, observe(other.world()), 1e-7);
        double[] action = draw(environment, new Pcg64(6));
        // A maze hides its first velocity, of at most 0.01 m/s for 0.05 s.
        double tolerance = spec.id().contains("Maze") ? 5e-4 : 1e-6;
        assertArrayEquals(
                environment.step(action).observation(),
                other.step(action).observation(),
                tolerance);
    }

    private static double[] draw(Environment environment, Pcg64 random) {
        double[] action = new double[environment.actionSpace().size()];
        environment.actionSpace().sample(random, action, 0);
        return action;
    }

    private static double[] state(World world) {
        double[] state = new double[world.stateSize()];
        world.saveState(state, 0);
        return state;
    }

    private static double[] observe(World world) {
        double[] observation = new double[world.observationSpace().size()];
        world.observe(observation, 0);
        return observation;
    }
}
