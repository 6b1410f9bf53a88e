package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.util.List;
import java.util.Optional;

/**
 * Recorded episodes, whatever file they came from. They are checked when they are made: every
 * length agrees, and every number is finite.
 *
 * @param format the layout they were read from, as {@code --format} names it
 * @param environmentId the world that the file names, where it names one
 * @param observationSize F, at least 1
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
        require(observationSize >= 1, "observationSize must be at least 1: %s", observationSize);
        require(actionSize >= 0, "actionSize must be at least 0, but was %s", actionSize);
        EpisodeCheck check = new EpisodeCheck(observationSize, actionSize, discreteActions);
        for (int i = 0; i < episodes.size(); i++) {
            check.check(i, episodes.get(i));
        }
    }

    /** T summed over the episodes. */
    public int steps() {
        return episodes.stream().mapToInt(Episode::length).sum();
    }

    /** Whether the recording has actions; without them only states can be imitated. */
    public boolean hasActions() {
        return actionSize > 0;
    }

    /** The selected episodes, in the order of the selection. */
    public Demonstrations episodes(EpisodeSelection selection) {
        List<Episode> chosen =
                selection.indices(episodes.size()).stream().map(episodes::get).toList();
        return new Demonstrations(
                format, environmentId, observationSize, actionSize, discreteActions, chosen);
    }

    /** Returns and lengths in figures. */
    public DemonstrationStatistics statistics() {
        return DemonstrationStatistics.of(episodes);
    }
}
