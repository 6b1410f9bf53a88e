package dev.strait.demos.training;

import dev.strait.demos.run.Versions;

/** The comment that heads a config.yaml: how it came about and how to repeat it. */
public final class ConfigurationHeader {

    private ConfigurationHeader() {}

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
