package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.envs.demonstration.Transitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperienceTest {

    private static final boolean[] ENDS = {false, true, false};

    /** Row i sees (i, 10 i), acts −i and comes to (i + ½, 10 i + ½). */
    private static Experience three(int from) {
        double[] observations = new double[6];
        double[] next = new double[6];
        double[] actions = new double[3];
        for (int i = 0; i < 3; i++) {
            observations[2 * i] = from + i;
            observations[2 * i + 1] = 10 * (from + i);
            next[2 * i] = observations[2 * i] + 0.5;
            next[2 * i + 1] = observations[2 * i + 1] + 0.5;
            actions[i] = -(from + i);
        }
        return new Experience(3, observations, actions, next, ENDS);
    }

    @Test
    void shouldPickRowsInTheirOrderAndMoreThanOnce() {
        Experience picked = three(1).rows(2, 1, 2, 0);

        assertEquals(4, picked.size());
        assertArrayEquals(new double[] {3, 30, 2, 20, 3, 30, 1, 10}, picked.observations());
        assertArrayEquals(
                new double[] {3.5, 30.5, 2.5, 20.5, 3.5, 30.5, 1.5, 10.5},
                picked.nextObservations());
        assertArrayEquals(new double[] {-3, -2, -3, -1}, picked.actions());
        assertArrayEquals(new boolean[] {false, true, false, false}, picked.terminated());
    }

    @Test
    void shouldPickOneRowOfEach() {
        Experience[] from = {three(7), three(1)};
        Experience picked = Experience.picked(from, 1, 2);

        assertArrayEquals(new double[] {8, 80, 3, 30}, picked.observations());
        assertArrayEquals(new double[] {-8, -3}, picked.actions());
        assertArrayEquals(new boolean[] {true, false}, picked.terminated());
    }

    @Test
    void shouldSliceFromOneRowToBeforeAnother() {
        Experience all = three(1);

        assertSame(all, all.slice(0, 3), "nothing is copied where nothing is left out");
        assertArrayEquals(new double[] {2, 20}, all.slice(1, 2).observations());
        assertArrayEquals(new double[] {-2, -3}, all.slice(1, 3).actions());
    }

    /** Without actions, and the last step without a successor. */
    private static Transitions watched(boolean... hasNext) {
        Experience all = three(1);
        return new Transitions(
                3, 2, 0, all.observations(), null, all.nextObservations(), hasNext, ENDS);
    }

    @Test
    void shouldLeaveOutStepsWithoutASuccessorWhereOneIsNeeded() {
        Transitions last = watched(true, true, false);
        Experience pairs = Experience.of(last, true);

        assertEquals(3, Experience.of(last, false).size());
        assertEquals(2, pairs.size());
        assertArrayEquals(new double[] {1, 10, 2, 20}, pairs.observations());
        assertArrayEquals(new double[] {1.5, 10.5, 2.5, 20.5}, pairs.nextObservations());
        assertArrayEquals(new boolean[] {false, true}, pairs.terminated());
        assertNull(pairs.actions(), "the expert was only watched");
    }

    @Test
    void shouldSayWhereNoStepHasASuccessor() {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Experience.of(watched(false, false, false), true));
        assertEquals(
                "the demonstrations have no successors, but this recipe needs them",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "2, 3, 3, 2, 2",
        "2, 4, 2, 2, 2",
        "2, 4, 4, 3, 2",
        "2, 4, 4, 2, 1"
    })
    void shouldRefuseColumnsOfDifferentLengths(
            int size, int observed, int next, int acted, int flags) {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Experience(
                                size,
                                new double[observed],
                                new double[acted],
                                new double[next],
                                new boolean[flags]));
    }
}
