package dev.strait.demos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The example lines of every {@code --help}. */
public final class Examples {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    private Examples() {}

    /** Those of all commands, as they are printed. */
    static Stream<String> all() {
        CommandLine strait = Strait.commandLine();
        return Stream.concat(Stream.of(strait), strait.getSubcommands().values().stream())
                .flatMap(command -> Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .map(String::strip)
                .filter(line -> line.startsWith("strait ") && !line.contains("COMMAND"));
    }

    /** Words of a line after {@code strait}, single quotes taken off. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("'", ""));
        }
        return words.subList(1, words.size());
    }

    /** What the examples of a command {@code --set}, the first of every line. */
    public static List<String> settings(String command) {
        return all().map(Examples::words)
                .filter(words -> words.get(0).equals(command) && words.contains("--set"))
                .map(words -> words.get(words.indexOf("--set") + 1))
                .toList();
    }
}
