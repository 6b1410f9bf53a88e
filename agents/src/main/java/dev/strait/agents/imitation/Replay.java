package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.rollout.Experience;
import dev.strait.agents.training.TrainingState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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

    /** Rounds, oldest first. */
    List<Experience> rounds() {
        return new ArrayList<>(kept);
    }

    /** Transitions of all rounds. */
    int size() {
        return kept.stream().mapToInt(Experience::size).sum();
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
