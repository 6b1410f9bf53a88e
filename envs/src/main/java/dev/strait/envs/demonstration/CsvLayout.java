package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * CSV with a header, a row a step, numbers only, commas between them.
 *
 * <p>Columns, in any order: {@code episode} (a whole number; a new episode where it changes;
 * without it the file is one episode), {@code obs_0} to {@code obs_F-1}, then {@code action} (an
 * index if all of them are whole numbers, else a coordinate) or {@code action_0} to {@code
 * action_A-1} (coordinates) or none, {@code reward}, {@code terminated} and {@code truncated} (0,
 * 1, false or true; 0 on all rows but an episode's last step).
 *
 * <p>The final observation of an episode is a row whose action and reward are empty. Where the file
 * has neither, every row is an observation and the last of an episode is its final one. Without the
 * flags an episode is truncated.
 */
final class CsvLayout {

    private CsvLayout() {}

    /** Whether these first bytes of a file begin a table of this layout. */
    static boolean isCsv(String head) {
        String header = head.lines().findFirst().orElse("");
        return CsvHeader.names(header).contains("obs_0");
    }

    static Demonstrations read(Path path) throws IOException {
        try (BufferedReader reader = CsvLines.open(path)) {
            CsvLines lines = new CsvLines(reader);
            String first = lines.next();
            require(first != null, "the file is empty");
            CsvEpisodes episodes = new CsvEpisodes(CsvHeader.parse(first));
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    episodes.add(line, lines.number());
                }
            }
            return episodes.finish(Optional.empty());
        }
    }
}
