package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.gan.Conventions;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.demos.configuration.Configuration;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every example line of every {@code --help}, as a shell would hand it over. */
class ExamplesTest {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    /** What a shell gives a meaning of its own: braces with commas become several words. */
    private static final Pattern SPECIAL = Pattern.compile("[{}\\[\\]*?$&;|<>()\"\\\\`!]");

    static Stream<String> examples() {
        CommandLine strait = Strait.commandLine();
        return Stream.concat(Stream.of(strait), strait.getSubcommands().values().stream())
                .flatMap(command -> Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .map(String::strip)
                .filter(line -> line.startsWith("strait ") && !line.contains("COMMAND"));
    }

    /** Words of a line, single quotes taken off. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("'", ""));
        }
        return words.subList(1, words.size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeWhatTheCommandLineTakes(String line) {
        String unquoted = line.replaceAll("'[^']*'", "");

        assertFalse(SPECIAL.matcher(unquoted).find(), "a shell changes this: " + unquoted);
        assertDoesNotThrow(
                () -> Strait.commandLine().parseArgs(words(line).toArray(String[]::new)));
    }

    @Test
    void shouldSetWhatThereIsToSet() {
        Map<String, Record> presets =
                Map.of(
                        "vib",
                        VibRun.preset(),
                        "gan",
                        GanRun.preset(
                                GanRecipes.INFOGAN,
                                PictureSet.DRAWN,
                                new ImageShape(1, 28, 28),
                                Optional.empty(),
                                Conventions.PAPER,
                                OptionalLong.empty()));
        int found = 0;
        for (String line : examples().toList()) {
            List<String> words = words(line);
            for (int i = words.indexOf("--set"); i > 0; i = 0) {
                Record preset = presets.get(words.get(0));
                Record asked =
                        Configuration.startingFrom(preset).withSetting(words.get(i + 1)).value();

                assertFalse(preset.equals(asked), line);
                found++;
            }
        }
        assertTrue(found >= 2, "examples with --set: " + found);
    }

    @Test
    void shouldSplitWordsAsAShellDoes() {
        assertEquals(
                List.of("vib", "--set", "vib.code={type: Dropout, chance: 0.5}", "x"),
                words("strait vib --set 'vib.code={type: Dropout, chance: 0.5}' x"));
    }
}
