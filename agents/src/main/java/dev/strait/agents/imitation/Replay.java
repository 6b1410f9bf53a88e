package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.rollout.Experience;
import dev.strait.agents.training.TrainingState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The agent's experience of the last rounds, so that a discriminator does not forget what the agent
 * has stopped doing (fusion in Finn et al. 2016; replay in Peng et al. 2021).
 */
final class Replay {

    private final int rounds;
    private final Deque<Experience> kept = new ArrayDeque<>();

    Replay(int rounds) {
        require(rounds >= 1, "rounds must be at least 1, but was %s", rounds);
        this.rounds = rounds;
    }

    /** Adds a round and forgets the oldest beyond the limit. */
    void add(Experience round) {
        kept.addLast(round);
        while (kept.size() > rounds) {
            kept.removeFirst();
        }
    }

    /** Transitions drawn with replacement: first a round, then one of its rows. */
    Experience draw(int count, RandomGenerator random) {
        List<Experience> rounds = List.copyOf(kept);
        Experience[] from = new Experience[count];
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            from[i] = rounds.get(random.nextInt(rounds.size()));
            rows[i] = random.nextInt(from[i].size());
        }
        return Experience.picked(from, rows);
    }

    void save(TrainingState state) {
        state.put("replay.rounds", kept.size());
        int i = 0;
        for (Experience round : kept) {
            String name = "replay." + i++;
            state.put(name + ".observations", round.observations());
            state.put(name + ".actions", round.actions());
            state.put(name + ".next_observations", round.nextObservations());
            state.put(name + ".terminated", round.terminated());
        }
    }

    void restore(TrainingState state) {
        kept.clear();
        for (int i = 0; i < state.number("replay.rounds"); i++) {
            String name = "replay." + i;
            boolean[] terminated = state.booleans(name + ".terminated");
            kept.addLast(
                    new Experience(
                            terminated.length,
                            state.doubles(name + ".observations"),
                            state.doubles(name + ".actions"),
                            state.doubles(name + ".next_observations"),
                            terminated));
        }
    }
}
