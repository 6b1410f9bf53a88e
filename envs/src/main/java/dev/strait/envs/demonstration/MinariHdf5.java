package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Hdf5;
import dev.strait.envs.demonstration.container.NumberArray;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Minari's HDF5: a group {@code episode_i} each with observations (T+1, …), actions (T, …),
 * rewards, terminations and truncations (T).
 *
 * <p>A Dict's or Tuple's entries lie side by side in a flat row: Dict keys in the order of their
 * characters, as Gymnasium sorts them, Tuple entries by position, each flattened in C order; a
 * Discrete entry is one number, its index.
 */
final class MinariHdf5 {

    private static final Pattern POSITION = Pattern.compile("_index_\\d{1,6}");
    private static final int MOST_LEVELS = 16;
    private static final int MOST_ENTRIES = 1024;

    private final Hdf5 file;
    private final MinariMetadata metadata;
    private final EpisodeGathering episodes = new EpisodeGathering();
    private int visited;

    private MinariHdf5(Hdf5 file, MinariMetadata metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /** Reads the folder of a dataset, its {@code data} folder, or the HDF5 file itself. */
    static Demonstrations read(Path path) throws IOException {
        Path file = path;
        if (Files.isDirectory(path)) {
            file = MinariFolder.data(path).resolve("main_data.hdf5");
            require(Files.isRegularFile(file), "main_data.hdf5 is missing beside metadata.json");
        }
        Path metadata = file.resolveSibling("metadata.json");
        boolean told = file.endsWith("main_data.hdf5") && Files.isRegularFile(metadata);
        return new MinariHdf5(
                        Hdf5.open(file, new ValueBudget()),
                        told ? MinariMetadata.read(metadata) : MinariMetadata.NONE)
                .read();
    }

    private Demonstrations read() {
        int count =
                (int) file.names("").stream().filter(n -> n.matches("episode_\\d{1,9}")).count();
        require(count > 0, "the file has no group 'episode_0'");
        require(
                metadata.episodes().orElse(count) == count,
                "metadata.json says %s episodes, but the file has %s",
                metadata.episodes().orElse(count),
                count);
        for (int i = 0; i < count; i++) {
            addEpisode("episode_" + i);
        }
        Demonstrations read = episodes.finish(DemonstrationFormat.MINARI, metadata.environmentId());
        require(
                metadata.steps().orElse(read.steps()) == read.steps(),
                "metadata.json says %s steps, but the file has %s",
                metadata.steps().orElse(read.steps()),
                read.steps());
        return read;
    }

    private void addEpisode(String group) {
        require(file.isGroup(group), "the file has no group '%s'", group);
        NumberArray rewards = file.array(group + "/rewards").requireRank(1, 1);
        int length = rewards.rows();
        String because = "rewards has " + length;
        OptionalLong said = file.attribute(group, "total_steps");
        require(
                said.orElse(length) == length,
                "%s says %s steps, but its rewards has %s",
                group,
                said.orElse(length),
                length);
        NumberArray observations =
                flat(group + "/observations").requireRows(length + 1, because + " steps");
        NumberArray actions = flat(group + "/actions").requireRows(length, because);
        boolean[] terminated =
                file.array(group + "/terminations").requireRows(length, because).flags();
        boolean[] truncated =
                file.array(group + "/truncations").requireRows(length, because).flags();
        require(length > 0, "%s has no steps", group);
        episodes.add(
                observations,
                minusStart(actions),
                rewards,
                terminated[length - 1],
                truncated[length - 1]);
    }

    private NumberArray minusStart(NumberArray actions) {
        if (actions.kind() == Kind.INTEGER && metadata.actionStart() != 0) {
            for (int i = 0; i < actions.values().length; i++) {
                actions.values()[i] -= metadata.actionStart();
            }
        }
        return actions;
    }

    private NumberArray flat(String path) {
        if (!file.isGroup(path)) {
            return file.array(path);
        }
        visited = 0;
        List<NumberArray> entries = new ArrayList<>();
        collect(path, 0, entries);
        return SideBySide.join(path, entries);
    }

    /** Follows groups down; one that holds itself ends at a limit of depth or number. */
    private void collect(String path, int level, List<NumberArray> entries) {
        require(level < MOST_LEVELS, "%.100s… is nested over %s deep", path, MOST_LEVELS);
        require(visited++ < MOST_ENTRIES, "%.100s… has over %s entries", path, MOST_ENTRIES);
        if (!file.isGroup(path)) {
            entries.add(file.array(path));
            return;
        }
        for (String name : ordered(file.names(path))) {
            collect(path + "/" + name, level + 1, entries);
        }
    }

    /** A Tuple's entries by position, a Dict's by key. */
    static List<String> ordered(Set<String> names) {
        boolean tuple = names.stream().allMatch(name -> POSITION.matcher(name).matches());
        Comparator<String> order = Comparator.naturalOrder();
        if (tuple) {
            order = Comparator.comparingInt(name -> Integer.parseInt(name.substring(7)));
        }
        return names.stream().sorted(order).toList();
    }
}
