package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things are in the folder of a Minari dataset. */
final class MinariFolder {

    private MinariFolder() {}

    /** The folder that holds metadata.json: the given one, or {@code data} in it. */
    static Path data(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve("metadata.json"))) {
            return folder;
        }
        Path data = folder.resolve("data");
        require(
                Files.isRegularFile(data.resolve("metadata.json")),
                "the folder is no known dataset: it holds %s, but no data/metadata.json,"
                        + " metadata.json or state.json",
                listing(folder));
        return data;
    }

    private static String listing(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            String names =
                    entries.limit(5)
                            .map(entry -> entry.getFileName().toString())
                            .sorted()
                            .collect(Collectors.joining(", "));
            return names.isEmpty() ? "nothing" : names;
        }
    }
}
