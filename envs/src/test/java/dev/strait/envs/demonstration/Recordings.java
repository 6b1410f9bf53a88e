package dev.strait.envs.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small recordings made from a seed. */
final class Recordings {

    private Recordings() {}

    /** Episodes of an index each, whose lengths are 5, 6, 7, … */
    static Demonstrations discrete(int episodes) {
        return make(episodes, 4, 1, true, true);
    }

    /** Episodes of two coordinates each. */
    static Demonstrations continuous(int episodes) {
        return make(episodes, 3, 2, false, true);
    }

    /** Episodes without a final observation. */
    static Demonstrations cutShort(int episodes) {
        return make(episodes, 3, 1, false, false);
    }

    private static Demonstrations make(
            int count, int size, int actionSize, boolean discrete, boolean hasFinal) {
        SplittableRandom random = new SplittableRandom(count);
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = 5 + i;
            double[] observations = new double[(hasFinal ? length + 1 : length) * size];
            for (int k = 0; k < observations.length; k++) {
                observations[k] = (float) random.nextDouble(-1, 1);
            }
            double[] actions = new double[length * actionSize];
            for (int k = 0; k < actions.length; k++) {
                actions[k] = discrete ? random.nextInt(2) : (float) random.nextDouble(-1, 1);
            }
            double[] rewards = random.doubles(length).toArray();
            boolean terminated = i % 2 == 0;
            episodes.add(
                    new Episode(length, observations, actions, rewards, terminated, !terminated));
        }
        return new Demonstrations("test", Optional.empty(), size, actionSize, discrete, episodes);
    }

    /** Whether two recordings hold the same numbers, wherever they came from. */
    static boolean same(Demonstrations one, Demonstrations other) {
        if (one.episodes().size() != other.episodes().size()
                || one.discreteActions() != other.discreteActions()) {
            return false;
        }
        for (int i = 0; i < one.episodes().size(); i++) {
            Episode a = one.episodes().get(i);
            Episode b = other.episodes().get(i);
            boolean equal =
                    a.length() == b.length()
                            && Arrays.equals(a.observations(), b.observations())
                            && Arrays.equals(a.actions(), b.actions())
                            && Arrays.equals(a.rewards(), b.rewards())
                            && a.terminated() == b.terminated()
                            && a.truncated() == b.truncated();
            if (!equal) {
                return false;
            }
        }
        return true;
    }
}
