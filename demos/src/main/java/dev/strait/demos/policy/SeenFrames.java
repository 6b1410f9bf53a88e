package dev.strait.demos.policy;

import dev.strait.agents.imitation.LearnedReward;
import dev.strait.agents.rollout.Experience;
import dev.strait.demos.play.Actor;
import dev.strait.demos.play.Playing;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.StateFrames;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.demonstration.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An episode as a discriminator sees it, and where it looks: of each step the last frame that is
 * seen, with |∂D/∂pixel|.
 *
 * @param frames (T) of 64 by 64 numbers from 0 to 1
 * @param saliency (T) of as many
 * @param slope mean over the steps of ‖∂D/∂x‖, over all that is seen of a step
 */
record SeenFrames(List<float[]> frames, List<float[]> saliency, double slope) {

    private static final int PIXELS = StateFrames.SIDE * StateFrames.SIDE;

    /** Steps that are looked at; two seconds of a character. */
    private static final int MOST = 60;

    /** The first of some demonstrated episodes. */
    static SeenFrames ofFirst(Demonstrations demonstrations, LearnedReward reward) {
        return of(demonstrations.episodes().get(0), 0, reward);
    }

    /** The middle of an episode that is played. */
    static SeenFrames played(EnvironmentSpec spec, Actor actor, long seed, LearnedReward reward) {
        List<SeenFrames> seen = new ArrayList<>();
        Playing.play(
                spec,
                actor,
                1,
                seed,
                episode -> {
                    int from = Math.max(0, episode.length() / 2 - MOST / 2);
                    seen.add(of(episode, from, reward));
                });
        return seen.get(0);
    }

    private static SeenFrames of(Episode episode, int from, LearnedReward reward) {
        int size = episode.observations().length / (episode.length() + 1);
        int to = Math.min(episode.length(), from + MOST);
        double[] observations =
                Arrays.copyOfRange(episode.observations(), from * size, (to + 1) * size);
        Episode part = new Episode(to - from, observations, null, null, false, true);
        Demonstrations alone =
                new Demonstrations("seen", Optional.empty(), size, 0, false, List.of(part));
        Experience steps = Experience.of(Transitions.of(alone), true);
        return of(reward.seen(steps), reward.saliency(steps), steps.size());
    }

    private static SeenFrames of(float[] seen, float[] saliency, int steps) {
        int width = seen.length / steps;
        List<float[]> frames = new ArrayList<>();
        List<float[]> looks = new ArrayList<>();
        double slopes = 0;
        for (int t = 0; t < steps; t++) {
            int end = (t + 1) * width;
            frames.add(Arrays.copyOfRange(seen, end - PIXELS, end));
            looks.add(Arrays.copyOfRange(saliency, end - PIXELS, end));
            double square = 0;
            for (int i = t * width; i < end; i++) {
                square += (double) saliency[i] * saliency[i];
            }
            slopes += Math.sqrt(square) / steps;
        }
        return new SeenFrames(frames, looks, slopes);
    }

    /** T. */
    int length() {
        return frames.size();
    }

    /** The steepest pixel. */
    float steepest() {
        float most = 0;
        for (float[] look : saliency) {
            for (float each : look) {
                most = Math.max(most, each);
            }
        }
        return most;
    }
}
