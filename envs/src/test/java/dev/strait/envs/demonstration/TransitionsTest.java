package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionsTest {

    /** Observations 0, 1, 2, … and actions 0, -1, -2, … */
    private static Demonstrations counting(boolean hasFinal, boolean terminated, int... lengths) {
        List<Episode> episodes =
                Arrays.stream(lengths)
                        .mapToObj(
                                length ->
                                        new Episode(
                                                length,
                                                FormatFiles.counting(
                                                        hasFinal ? length + 1 : length),
                                                FormatFiles.counting(length),
                                                null,
                                                terminated,
                                                !terminated))
                        .toList();
        return new Demonstrations("test", Optional.empty(), 1, 1, false, episodes);
    }

    @Test
    void shouldPairEachObservationWithItsSuccessor() {
        Transitions all = Transitions.of(counting(true, true, 3, 2));
        assertEquals(5, all.count());
        assertArrayEquals(new double[] {0, 1, 2, 0, 1}, all.observations());
        assertArrayEquals(new double[] {1, 2, 3, 1, 2}, all.nextObservations());
        assertArrayEquals(new double[] {0, 1, 2, 0, 1}, all.actions());
        assertArrayEquals(new boolean[] {false, false, true, false, true}, all.terminated());
        assertArrayEquals(new boolean[] {true, true, true, true, true}, all.hasNext());
    }

    @Test
    void shouldSayWhereASuccessorWasNotRecorded() {
        Transitions all = Transitions.of(counting(false, false, 3));
        assertArrayEquals(new boolean[] {true, true, false}, all.hasNext());
        assertArrayEquals(new double[] {1, 2, 2}, all.nextObservations());
        assertArrayEquals(new boolean[3], all.terminated());
    }

    @Test
    void shouldTakeEveryTwentiethStepFromADrawnOffset() {
        Transitions thinned = Transitions.subsampled(counting(true, true, 1000), 20, 3);
        assertEquals(50, thinned.count());
        double offset = thinned.observations()[0];
        assertTrue(offset >= 0 && offset < 20);
        for (int m = 0; m < 50; m++) {
            assertEquals(offset + 20 * m, thinned.observations()[m]);
            assertEquals(offset + 20 * m + 1, thinned.nextObservations()[m]);
        }
    }

    @Test
    void shouldDrawTheSameStepsFromTheSameSeed() {
        Demonstrations demonstrations = counting(true, true, 100, 90, 80);
        double[] once = Transitions.subsampled(demonstrations, 7, 5).observations();
        assertArrayEquals(once, Transitions.subsampled(demonstrations, 7, 5).observations());
        assertFalse(
                Arrays.equals(once, Transitions.subsampled(demonstrations, 7, 6).observations()));
    }

    @Test
    void shouldTakeAStepEvenOfAnEpisodeShorterThanTheStride() {
        assertEquals(2, Transitions.subsampled(counting(true, true, 3, 1), 50, 0).count());
    }

    @Test
    void shouldRefuseAStrideOfZero() {
        Demonstrations any = counting(true, true, 1);
        assertThrows(IllegalArgumentException.class, () -> Transitions.subsampled(any, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2; 10,11",
                "0-2; 10,11,12",
                "3,; 13",
                "4,0-1; 14,10,11",
                "' 1 - 1 '; ''",
                "all; 10,11,12,13,14"
            })
    void shouldSelectEpisodes(String text, String lengths) {
        Demonstrations all = counting(true, true, 10, 11, 12, 13, 14);
        if (lengths.isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> EpisodeSelection.parse(text));
            return;
        }
        Demonstrations chosen = all.episodes(EpisodeSelection.parse(text));
        String found =
                String.join(
                        ",",
                        chosen.episodes().stream().map(e -> Integer.toString(e.length())).toList());
        assertEquals(lengths, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "5,", "0-5", "1,1", "0-2,2", "3-1", "0", "-1", "x", "", "1-2-3"})
    void shouldRefuseASelectionThatMakesNoSense(String text) {
        Demonstrations five = counting(true, true, 1, 1, 1, 1, 1);
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> five.episodes(EpisodeSelection.parse(text)));
        assertTrue(refused.getMessage().contains("--episodes"), refused::getMessage);
    }

    @Test
    void shouldCountInFigures() {
        Demonstrations made =
                new Demonstrations(
                        "test",
                        Optional.empty(),
                        1,
                        1,
                        true,
                        List.of(
                                new Episode(
                                        1,
                                        new double[2],
                                        new double[1],
                                        new double[] {1},
                                        true,
                                        false),
                                new Episode(
                                        3,
                                        new double[4],
                                        new double[3],
                                        new double[] {1, 1, 1},
                                        false,
                                        true)));
        DemonstrationStatistics figures = made.statistics();
        assertEquals(2, figures.episodes());
        assertEquals(4, figures.steps());
        assertEquals(1, figures.terminated());
        // Returns 1 and 3: mean 2, deviation 1 either side.
        assertEquals(
                Optional.of(new DemonstrationStatistics.Spread(2, 1, 1, 3)), figures.returns());
        assertEquals(new DemonstrationStatistics.Spread(2, 1, 1, 3), figures.lengths());
        assertTrue(counting(true, true, 1).statistics().returns().isEmpty());
    }
}
