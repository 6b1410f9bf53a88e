package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.rollout.Experience;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.tensor.SeedStream;
import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class ReplayTest {

    /** Two transitions that can be told from those of other rounds. */
    private static Experience round(int number) {
        double[] observations = {10 * number, 10 * number + 1};
        return new Experience(
                2,
                observations,
                new double[] {number, number},
                new double[] {10 * number + 1, 10 * number + 2},
                new boolean[] {false, true});
    }

    private static Replay filled(int kept, int rounds) {
        Replay replay = new Replay(kept);
        for (int i = 0; i < rounds; i++) {
            replay.add(round(i));
        }
        return replay;
    }

    @Test
    void shouldDrawEveryTransitionOfTheKeptRoundsEquallyOften() {
        Experience drawn = filled(3, 5).draw(12_000, new SeedStream(1));
        long[] counts = new long[6];
        for (double observation : drawn.observations()) {
            counts[((int) observation / 10 - 2) * 2 + (int) observation % 10]++;
        }
        double[] equal = new double[6];
        Arrays.fill(equal, 1);
        assertTrue(new ChiSquareTest().chiSquareTest(equal, counts) > 1e-3);
    }

    @Test
    void shouldKeepTheColumnsOfATransitionTogether() {
        Experience drawn = filled(3, 5).draw(100, new SeedStream(1));
        for (int i = 0; i < drawn.size(); i++) {
            double seen = drawn.observations()[i];
            assertEquals((int) seen / 10, drawn.actions()[i]);
            assertEquals(seen + 1, drawn.nextObservations()[i]);
            assertEquals(seen % 10 == 1, drawn.terminated()[i]);
        }
    }

    @Test
    void shouldForgetOlderRounds() {
        Experience drawn = filled(1, 5).draw(50, new SeedStream(1));
        assertTrue(Arrays.stream(drawn.actions()).allMatch(action -> action == 4));
    }

    @Test
    void shouldDrawAfterARestoreAsBefore() {
        Replay replay = filled(3, 5);
        TrainingState state = new TrainingState();
        replay.save(state);
        Replay restored = filled(3, 1);
        restored.restore(state);
        assertArrayEquals(
                replay.draw(20, new SeedStream(2)).observations(),
                restored.draw(20, new SeedStream(2)).observations());
    }

    @Test
    void shouldRefuseToKeepNothing() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new Replay(0));
        assertTrue(refused.getMessage().endsWith("was 0"), refused.getMessage());
    }
}
