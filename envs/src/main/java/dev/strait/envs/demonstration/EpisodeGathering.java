package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers episodes that come one by one, and refuses one whose sizes differ from the first's. */
final class EpisodeGathering {

    private final List<Episode> episodes = new ArrayList<>();
    private int observationSize;
    private int actionSize;
    private boolean discrete;

    /**
     * Adds an episode of as many steps as there are actions.
     *
     * @param observations (T+1, F)
     * @param actions (T[, A])
     * @param rewards (T), or null
     */
    void add(
            NumberArray observations,
            NumberArray actions,
            NumberArray rewards,
            boolean terminated,
            boolean truncated) {
        int number = episodes.size();
        int length = actions.rows();
        require(length >= 1, "episode %s has no steps", number);
        observations.requireRows(length + 1, "episode " + number + " has " + length + " actions");
        if (rewards != null) {
            rewards.requireRows(length, "episode " + number + " has " + length + " actions");
        }
        agree(number, observations, actions);
        episodes.add(
                new Episode(
                        length,
                        observations.values(),
                        actions.values(),
                        rewards == null ? null : rewards.values(),
                        terminated,
                        truncated));
    }

    private void agree(int number, NumberArray observations, NumberArray actions) {
        boolean whole = actions.kind() == Kind.INTEGER;
        if (number == 0) {
            observationSize = observations.columns();
            actionSize = actions.columns();
            discrete = whole;
        }
        require(
                observations.columns() == observationSize
                        && actions.columns() == actionSize
                        && whole == discrete,
                "episode %s has observation size %s and %s actions of size %s, but episode 0 has"
                        + " size %s and %s actions of size %s",
                number,
                observations.columns(),
                whole ? "discrete" : "continuous",
                actions.columns(),
                observationSize,
                discrete ? "discrete" : "continuous",
                actionSize);
    }

    int count() {
        return episodes.size();
    }

    Demonstrations finish(DemonstrationFormat format, Optional<String> environmentId) {
        require(!episodes.isEmpty(), "the file holds no episode");
        return new Demonstrations(
                format.toString(), environmentId, observationSize, actionSize, discrete, episodes);
    }
}
