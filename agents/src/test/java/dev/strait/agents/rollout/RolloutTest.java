package dev.strait.agents.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RolloutTest {

    /** Two steps of three worlds that see five numbers and take two. */
    private static final Rollout ROLLOUT =
            new Rollout(
                    2,
                    3,
                    new float[30],
                    new float[30],
                    new double[30],
                    new double[30],
                    new double[12],
                    new double[12],
                    new double[] {1, 2, 3, 4, 5, 6},
                    new boolean[6],
                    new boolean[6]);

    @Test
    void shouldTellItsSizes() {
        assertEquals(6, ROLLOUT.size());
        assertEquals(5, ROLLOUT.observationSize());
        assertEquals(2, ROLLOUT.actionSize());
    }

    @Test
    void shouldKeepAllButTheRewardsUnderOtherRewards() {
        double[] rewards = new double[6];
        Rollout judged = ROLLOUT.withRewards(rewards);

        assertSame(rewards, judged.rewards());
        assertEquals(ROLLOUT, judged.withRewards(ROLLOUT.rewards()));
        assertThrows(IllegalArgumentException.class, () -> ROLLOUT.withRewards(new double[5]));
    }

    /** An end is not a cut, and what a policy chose is not what the world got. */
    @Test
    void shouldGiveTheWorldsSideToWhoeverJudges() {
        Experience did = Experience.of(ROLLOUT);

        assertSame(ROLLOUT.observations(), did.observations());
        assertSame(ROLLOUT.nextObservations(), did.nextObservations());
        assertSame(ROLLOUT.actions(), did.actions());
        assertSame(ROLLOUT.terminated(), did.terminated());
    }
}
