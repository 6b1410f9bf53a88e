package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

/**
 * Several beginnings of one training, of which one goes on: that whose Q is the surest, at the end
 * of its trial, which choice real samples were made of (the mean entropy of q(c|x)). InfoGAN is
 * satisfied by any choices that can be told apart; some beginnings come to two choices that share
 * two kinds of samples, and the real samples between these are what Q is unsure of. No labels are
 * looked at, as k-means looks at none when it keeps the best of several starts.
 *
 * @param count how many; 1 for no trials
 * @param share of the run's steps that goes into all trials, in (0, 1); the rest goes on with the
 *     best
 */
public record Starts(int count, double share) {

    /** One, which is kept whatever it is. */
    public static final Starts ONE = new Starts(1, 0.5);

    public Starts {
        require(count >= 1, "count must be at least 1, but was %s", count);
        require(share > 0 && share < 1, "share must be in (0, 1), but was %s", share);
    }

    /**
     * Steps of the generator in one trial, in whole rounds; 0 where nothing is to be tried, or
     * where a trial would be shorter than a round.
     */
    long trial(Pace pace) {
        long steps = (long) (share * pace.steps() / count);
        return count == 1 ? 0 : steps - steps % pace.stepsARound();
    }
}
