package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a written dataset says of itself beside its episodes.
 *
 * @param datasetId Minari's id: {@code (namespace/)name-v0}, letters, digits, {@code _}, {@code -}
 * @param environment the world that was recorded, where it is known
 * @param observationSpace bounds of an observation row
 * @param actionSpace the actions; ignored for a state-only recording
 * @param algorithm who acted, such as {@code Strait PPO}
 * @param author who recorded, or empty
 */
public record DatasetDescription(
        String datasetId,
        Optional<EnvironmentSpec> environment,
        Box observationSpace,
        Space actionSpace,
        String algorithm,
        String author) {

    public DatasetDescription {
        require(
                datasetId.matches("([\\w-]+/)*[\\w-]+-v\\d+"),
                "datasetId must be like 'cartpole/expert-v0', but was '%s'",
                datasetId);
    }

    /** A recording of a known world, whose spaces it takes over. */
    public static DatasetDescription of(
            String datasetId, EnvironmentSpec environment, String algorithm, String author) {
        World world = environment.factory().get();
        return new DatasetDescription(
                datasetId,
                Optional.of(environment),
                world.observationSpace(),
                world.actionSpace(),
                algorithm,
                author);
    }

    /** A recording whose world is not known: unbounded boxes, and as many indices as are used. */
    public static DatasetDescription of(String datasetId, Demonstrations demonstrations) {
        int size = Math.max(demonstrations.actionSize(), 1);
        return new DatasetDescription(
                datasetId,
                Optional.empty(),
                Box.unbounded(demonstrations.observationSize()),
                demonstrations.discreteActions()
                        ? usedIndices(demonstrations, size)
                        : Box.unbounded(size),
                "",
                "");
    }

    private static Space usedIndices(Demonstrations demonstrations, int size) {
        int[] greatest = new int[size];
        for (Episode episode : demonstrations.episodes()) {
            double[] actions = episode.actions();
            for (int i = 0; i < actions.length; i++) {
                require(
                        actions[i] >= 0 && actions[i] < Integer.MAX_VALUE,
                        "action %s is no index of at least 0",
                        actions[i]);
                greatest[i % size] = Math.max(greatest[i % size], (int) actions[i]);
            }
        }
        List<Integer> branches = new ArrayList<>();
        for (int index : greatest) {
            branches.add(index + 1);
        }
        return size == 1 ? new Discrete(branches.get(0)) : new MultiDiscrete(branches);
    }
}
