package dev.strait.demos.training;

import dev.strait.demos.run.Versions;
import picocli.CommandLine.Model.CommandSpec;

/** The comment that heads a config.yaml: how it came about and how to repeat it. */
public final class ConfigurationHeader {

    private ConfigurationHeader() {}

    /**
     * What a command was called with, its name included.
     *
     * @param spec of the command, after its arguments were read
     */
    public static String arguments(CommandSpec spec) {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    /** Comment lines for a command's arguments; the versions are those of this process. */
    public static String of(String command) {
        return "# strait %s%n# %s%n# repeat with: strait %s --config THIS_FILE%n"
                .formatted(
                        command.replaceAll("\\p{Cntrl}", " "),
                        Versions.line(),
                        command.split(" ", 2)[0])
                .replace(System.lineSeparator(), "\n");
    }
}
