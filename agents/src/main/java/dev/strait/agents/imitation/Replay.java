package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.rollout.Experience;
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
}
