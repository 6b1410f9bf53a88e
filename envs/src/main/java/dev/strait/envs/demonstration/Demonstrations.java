package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.List;
import java.util.Optional;

/**
 * Recorded episodes, whatever file they came from.
 *
 * @param format the layout they were read from, as {@code --format} names it
 * @param environmentId the world that the file names, where it names one
 * @param observationSize F
 * @param actionSize A; 0 in state-only recordings
 * @param discreteActions whether actions are indices
 * @param episodes at least one
 */
public record Demonstrations(
        String format,
        Optional<String> environmentId,
        int observationSize,
        int actionSize,
        boolean discreteActions,
        List<Episode> episodes) {

    public Demonstrations {
        episodes = List.copyOf(episodes);
        require(!episodes.isEmpty(), "a demonstration file needs at least one episode");
    }

    /** T summed over the episodes. */
    public int steps() {
        return episodes.stream().mapToInt(Episode::length).sum();
    }
}
