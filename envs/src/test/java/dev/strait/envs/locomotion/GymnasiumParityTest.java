package dev.strait.envs.locomotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.Pcg64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded step of Gymnasium's, made again. */
class GymnasiumParityTest {

    private static final List<String> NEVER_END = List.of("HalfCheetah", "Reacher", "Swimmer");

    static List<Recording> recordings() {
        return Recording.all();
    }

    /** Of InvertedPendulum MuJoCo's own solver stops 8e-7 early at the end of the rail. */
    private static double tolerance(Recording recording) {
        return recording.id().startsWith("InvertedPendulum") ? 1e-6 : 1e-8;
    }

    private static LocomotionWorld world(Recording recording) {
        return (LocomotionWorld)
                Locomotion.spec(recording.id(), Optional.empty(), Optional.of(recording.rule()))
                        .factory()
                        .get();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void shouldObserveRewardAndEndAsGymnasium(Recording recording) {
        LocomotionWorld world = world(recording);
        double[] observation = new double[world.observationSpace().size()];
        int ends = 0;
        for (Recording.Segment segment : recording.segments()) {
            set(world, segment.state());
            for (Recording.Step step : segment.steps()) {
                double reward = world.step(step.action(), 0, observation, 0);
                assertClose(step.observation(), observation, tolerance(recording));
                assertEquals(
                        step.reward(),
                        reward,
                        tolerance(recording) * (1 + Math.abs(step.reward())));
                assertEquals(step.terminated(), world.terminated());
                ends += world.terminated() ? 1 : 0;
            }
        }
        assertEquals(
                NEVER_END.stream().noneMatch(recording.id()::startsWith), ends > 0, "ends " + ends);
    }

    private static void set(LocomotionWorld world, double... state) {
        int positions = world.q.length;
        world.simulation().reset();
        System.arraycopy(state, 0, world.q, 0, positions);
        System.arraycopy(state, positions, world.v, 0, world.v.length);
        world.begin();
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    expected[i],
                    actual[i],
                    tolerance * (1 + Math.abs(expected[i])),
                    "observation " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void shouldBeginWhereGymnasiumBegins(Recording recording) {
        LocomotionWorld world = world(recording);
        double[] observation = new double[world.observationSpace().size()];
        for (Recording.Reset reset : recording.resets()) {
            world.reset(new Pcg64(reset.seed()), observation, 0);
            assertClose(reset.observation(), observation, 1e-12);
        }
        assertEquals(2, recording.resets().size());
    }
}
