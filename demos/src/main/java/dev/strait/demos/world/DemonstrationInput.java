package dev.strait.demos.world;

import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.EpisodeSelection;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads a file of demonstrations: how, and how much of it. */
public final class DemonstrationInput {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Read the file as this format; by default its content tells.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--episodes",
            paramLabel = "WHICH",
            description = "all, a count (10), or positions (0-9,12); all if left out.")
    private Optional<String> episodes = Optional.empty();

    /** The format that was asked for; empty where the content is to tell. */
    public Optional<String> format() {
        return format;
    }

    /** Which episodes were asked for; empty for all. */
    public Optional<String> episodes() {
        return episodes;
    }

    /** Reads what the options choose. */
    public Demonstrations read(Path file) {
        Optional<EpisodeSelection> chosen = episodes.map(EpisodeSelection::parse);
        Demonstrations all = read(file, format);
        return chosen.map(all::episodes).orElse(all);
    }

    /** Reads demonstrations in the named format, or in the one that their content shows. */
    public static Demonstrations read(Path file, Optional<String> format) {
        return format.map(DemonstrationFormat::named)
                .map(named -> DemonstrationFile.read(file, named))
                .orElseGet(() -> DemonstrationFile.read(file));
    }
}
