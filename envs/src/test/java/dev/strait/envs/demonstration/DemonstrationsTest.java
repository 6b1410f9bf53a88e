package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationsTest {

    private static String refusal(int size, int actionSize, boolean discrete, Episode... episodes) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new Demonstrations(
                                        "test",
                                        Optional.empty(),
                                        size,
                                        actionSize,
                                        discrete,
                                        List.of(episodes)))
                .getMessage();
    }

    private static Episode episode(int length, double[] observations, double[] actions) {
        return new Episode(length, observations, actions, null, true, false);
    }

    @Test
    void shouldWantTOrOneMoreObservations() {
        String message = refusal(2, 1, false, episode(3, new double[7], new double[3]));
        assertEquals(
                "episode 0 has 3 steps of observation size 2, but 7 observation numbers", message);
        assertTrue(refusal(2, 1, false, episode(3, new double[10], new double[3])).contains("10"));
    }

    @Test
    void shouldWantAnActionAStepOrNoneAtAll() {
        assertTrue(
                refusal(1, 2, false, episode(3, new double[4], new double[5]))
                        .endsWith("3 steps of action size 2, but 5 action numbers"));
        assertTrue(
                refusal(1, 1, false, episode(1, new double[2], null)).contains("has no actions"));
        assertTrue(
                refusal(1, 0, false, episode(1, new double[2], new double[1]))
                        .contains("in a recording without"));
    }

    @Test
    void shouldWantARewardAStep() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Episode(2, new double[3], null, new double[3], true, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Episode(0, new double[1], null, null, true, false));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldTellWhereANumberIsNotFinite(double bad) {
        Episode fine = episode(1, new double[4], new double[2]);
        Episode broken = episode(2, new double[] {0, 0, 0, bad, 0, 0}, new double[4]);
        assertEquals(
                "observation[1] of episode 1, step 1 is " + bad,
                refusal(2, 2, false, fine, broken));
        Episode wrong = episode(2, new double[6], new double[] {0, 0, bad, 0});
        assertEquals("action[0] of episode 0, step 1 is " + bad, refusal(2, 2, false, wrong, fine));
    }

    @Test
    void shouldRefuseHalfAnIndex() {
        assertEquals(
                "action of episode 0, step 1 must be an index, but is 0.5",
                refusal(1, 1, true, episode(2, new double[3], new double[] {1, 0.5})));
        assertEquals(
                "action of episode 0, step 1 must be an index, but is 0.5",
                refusal(1, 2, true, episode(2, new double[3], new double[] {1, 0, 0, 0.5})));
    }

    @Test
    void shouldWantAnEpisode() {
        assertTrue(refusal(1, 1, true).contains("at least one episode"));
    }

    @Test
    void shouldKeepAMessageToOneShortLine() {
        Path path = Path.of("a\nname" + "x".repeat(500));
        DemonstrationException refused =
                new DemonstrationException(path, "a\n\tproblem " + "y".repeat(500), null);
        assertTrue(refused.getMessage().length() < 300);
        assertTrue(refused.getMessage().startsWith("a namexxx"), refused::getMessage);
        assertTrue(refused.getMessage().contains("…: a problem yyy"), refused::getMessage);
    }

    @Test
    void shouldKeepNumbersInOrderAcrossBlocks() {
        NumberBlocks blocks = new NumberBlocks();
        for (int count : new int[] {0, 1, 256, 257, 40_000}) {
            double[] expected = FormatFiles.counting(count);
            for (double value : expected) {
                blocks.add(value);
            }
            assertEquals(count, blocks.size());
            assertArrayEquals(expected, blocks.take());
        }
    }
}
