package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.demonstration.container.Hdf5Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes Minari's HDF5 layout: {@code data/main_data.hdf5} and {@code data/metadata.json}.
 *
 * <p>Observations and continuous actions are float32 if that loses nothing, as it never does for
 * what Gymnasium's worlds show, and float64 otherwise; a single index has shape (T), several (T,
 * A).
 */
final class MinariWriter {

    private final List<Episode> episodes;
    private final Demonstrations demonstrations;
    private final Hdf5Type observationType;
    private final Hdf5Type actionType;

    private MinariWriter(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
        this.episodes = demonstrations.episodes();
        this.observationType = type(Precision.isSingle(episodes, Episode::observations));
        this.actionType =
                demonstrations.discreteActions()
                        ? Hdf5Type.INT64
                        : type(Precision.isSingle(episodes, Episode::actions));
    }

    private static Hdf5Type type(boolean single) {
        return single ? Hdf5Type.FLOAT32 : Hdf5Type.FLOAT64;
    }

    /** Refuses what the layout cannot hold, before anything is written. */
    static void requireComplete(Demonstrations demonstrations, DemonstrationFormat format) {
        require(demonstrations.hasActions(), "%s needs actions, but there are none", format);
        for (int i = 0; i < demonstrations.episodes().size(); i++) {
            Episode episode = demonstrations.episodes().get(i);
            require(
                    episode.hasFinalObservation(demonstrations.observationSize()),
                    "%s needs a final observation, which episode %s lacks: write episodes-npz",
                    format,
                    i);
            require(
                    episode.rewards() != null || format != DemonstrationFormat.MINARI,
                    "%s needs rewards, which episode %s lacks",
                    format,
                    i);
        }
    }

    /** Writes into a folder that does not exist yet. */
    static void write(Path folder, Demonstrations demonstrations, DatasetDescription description)
            throws IOException {
        requireComplete(demonstrations, DemonstrationFormat.MINARI);
        Path data = Files.createDirectories(folder.resolve("data"));
        MinariWriter writer = new MinariWriter(demonstrations);
        Path file = data.resolve("main_data.hdf5");
        writer.writeEpisodes(file);
        String metadata =
                new MinariSpaces(writer.observationType, writer.actionType)
                        .metadata(demonstrations, description, Files.size(file));
        Files.writeString(data.resolve("metadata.json"), metadata);
    }

    private void writeEpisodes(Path file) throws IOException {
        try (Hdf5Writer writer = Hdf5Writer.create(file)) {
            Map<String, Long> groups = new LinkedHashMap<>();
            for (int i = 0; i < episodes.size(); i++) {
                groups.put("episode_" + i, writeEpisode(writer, i, episodes.get(i)));
            }
            writer.finish(writer.group(groups, Map.of()));
        }
    }

    private long writeEpisode(Hdf5Writer writer, int id, Episode episode) throws IOException {
        int steps = episode.length();
        int actionSize = demonstrations.actionSize();
        boolean single = demonstrations.discreteActions() && actionSize == 1;
        int[] actionShape = single ? new int[] {steps} : new int[] {steps, actionSize};
        int[] observationShape = {steps + 1, demonstrations.observationSize()};
        int[] flat = {steps};
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("actions", writer.array(actionType, actionShape, episode.actions()));
        members.put("infos", writer.group(Map.of(), Map.of()));
        members.put(
                "observations",
                writer.array(observationType, observationShape, episode.observations()));
        members.put("rewards", writer.array(Hdf5Type.FLOAT64, flat, episode.rewards()));
        members.put("terminations", writeFlag(writer, steps, episode.terminated()));
        members.put("truncations", writeFlag(writer, steps, episode.truncated()));
        Map<String, Long> attributes = new LinkedHashMap<>();
        attributes.put("id", (long) id);
        attributes.put("total_steps", (long) steps);
        return writer.group(members, attributes);
    }

    /** A flag a step, of which only the last may be set. */
    private static long writeFlag(Hdf5Writer writer, int steps, boolean last) throws IOException {
        double[] flags = new double[steps];
        Arrays.fill(flags, steps - 1, steps, last ? 1 : 0);
        return writer.array(Hdf5Type.BOOLEAN, new int[] {steps}, flags);
    }
}
