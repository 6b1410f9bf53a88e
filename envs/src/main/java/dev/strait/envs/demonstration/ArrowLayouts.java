package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.envs.demonstration.container.ArrowBatch;
import dev.strait.envs.demonstration.container.ArrowColumn;
import dev.strait.envs.demonstration.container.ArrowTable;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Arrow folders: {@code imitation}'s, saved by HuggingFace's datasets, and Minari's. */
final class ArrowLayouts {

    private ArrowLayouts() {}

    /**
     * {@code imitation}: a row an episode of obs (T+1, F), acts (T[, A]), terminal and optional
     * rews (T), in the files that state.json lists. {@code infos} is left alone.
     */
    static Demonstrations imitation(Path path) throws IOException {
        ValueBudget budget = new ValueBudget();
        EpisodeGathering episodes = new EpisodeGathering();
        for (Path file : Files.isDirectory(path) ? shards(path) : List.of(path)) {
            for (ArrowBatch batch : ArrowTable.read(file).batches()) {
                for (int row = 0; row < batch.rows(); row++) {
                    addEpisode(batch, row, budget, episodes);
                }
            }
        }
        return episodes.finish(DemonstrationFormat.IMITATION_ARROW, Optional.empty());
    }

    private static void addEpisode(
            ArrowBatch batch, int row, ValueBudget budget, EpisodeGathering episodes) {
        NumberArray obs = batch.column("obs").list(row, budget);
        NumberArray acts = batch.column("acts").list(row, budget);
        boolean terminal = batch.column("terminal").numbers(row, row + 1, budget).flags()[0];
        NumberArray rews = batch.find("rews").map(column -> column.list(row, budget)).orElse(null);
        episodes.add(obs, acts, rews, terminal, !terminal);
    }

    private static List<Path> shards(Path folder) throws IOException {
        JsonNode files = MinariMetadata.json(folder.resolve("state.json")).path("_data_files");
        require(files.size() > 0, "state.json lists no _data_files");
        List<Path> shards = new ArrayList<>();
        for (JsonNode file : files) {
            String name = file.path("filename").asText("");
            require(
                    name.matches("[^/\\\\]+\\.arrow"),
                    "state.json lists '%s', which is no Arrow file beside it",
                    name);
            Path shard = folder.resolve(name);
            require(Files.isRegularFile(shard), "state.json lists %s, which is missing", name);
            shards.add(shard);
        }
        return shards;
    }

    /**
     * Minari: a folder an episode with a table of T+1 rows, a row a step; the last row holds the
     * final observation, and zeros where there is no action, reward or flag. A struct is flattened
     * as {@link MinariHdf5} flattens a group.
     */
    static Demonstrations minari(Path path) throws IOException {
        Path data = MinariFolder.data(path);
        MinariMetadata metadata = MinariMetadata.read(data.resolve("metadata.json"));
        int count = metadata.episodes().orElse(0);
        require(count > 0, "metadata.json tells no total_episodes");
        ValueBudget budget = new ValueBudget();
        EpisodeGathering episodes = new EpisodeGathering();
        for (int i = 0; i < count; i++) {
            Path file = data.resolve(Integer.toString(i)).resolve("part-0.arrow");
            require(
                    Files.isRegularFile(file),
                    "metadata.json says %s episodes, but %s/part-0.arrow is missing",
                    count,
                    i);
            addTable(ArrowTable.read(file).batches(), budget, episodes, metadata.actionStart());
        }
        Demonstrations read =
                episodes.finish(DemonstrationFormat.MINARI_ARROW, metadata.environmentId());
        require(
                metadata.steps().orElse(read.steps()) == read.steps(),
                "metadata.json says %s steps, but the files have %s",
                metadata.steps().orElse(read.steps()),
                read.steps());
        return read;
    }

    private static void addTable(
            List<ArrowBatch> batches, ValueBudget budget, EpisodeGathering episodes, int start) {
        int rows = batches.stream().mapToInt(ArrowBatch::rows).sum();
        require(rows >= 2, "an episode has %s rows, but a step needs 2", rows);
        NumberArray actions = table(batches, "actions", budget).firstRows(rows - 1);
        NumberArray rewards = table(batches, "rewards", budget).firstRows(rows - 1);
        boolean[] terminated = table(batches, "terminations", budget).flags();
        boolean[] truncated = table(batches, "truncations", budget).flags();
        if (start != 0 && actions.kind() == NumberArray.Kind.INTEGER) {
            for (int i = 0; i < actions.values().length; i++) {
                actions.values()[i] -= start;
            }
        }
        episodes.add(
                table(batches, "observations", budget),
                actions,
                rewards,
                terminated[rows - 2],
                truncated[rows - 2]);
    }

    private static NumberArray table(List<ArrowBatch> batches, String name, ValueBudget budget) {
        List<NumberArray> parts = new ArrayList<>();
        for (ArrowBatch batch : batches) {
            List<NumberArray> entries = new ArrayList<>();
            collect(batch.column(name), batch.rows(), budget, entries);
            parts.add(entries.size() == 1 ? entries.get(0) : SideBySide.join(name, entries));
        }
        return SideBySide.stack(name, parts);
    }

    private static void collect(
            ArrowColumn column, int rows, ValueBudget budget, List<NumberArray> entries) {
        if (!column.isStruct()) {
            entries.add(column.numbers(0, rows, budget));
            return;
        }
        Map<String, ArrowColumn> parts =
                column.parts().stream()
                        .collect(
                                Collectors.toMap(
                                        ArrowColumn::name, Function.identity(), (a, b) -> a));
        for (String part : MinariHdf5.ordered(parts.keySet())) {
            collect(parts.get(part), rows, budget, entries);
        }
    }
}
