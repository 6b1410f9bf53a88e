package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example line of every {@code --help}, as a shell would hand it over. */
class ExamplesTest {

    /** What a shell gives a meaning of its own: braces with commas become several words. */
    private static final Pattern SPECIAL = Pattern.compile("[{}\\[\\]*?$&;|<>()\"\\\\`!]");

    static Stream<String> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeWhatTheCommandLineTakes(String line) {
        String unquoted = line.replaceAll("'[^']*'", "");

        assertFalse(SPECIAL.matcher(unquoted).find(), "a shell changes this: " + unquoted);
        assertDoesNotThrow(
                () -> Strait.commandLine().parseArgs(Examples.words(line).toArray(String[]::new)));
    }

    /** Whether there is what they set, the tests of these commands tell. */
    @Test
    void shouldSetInCommandsThatTestIt() {
        Set<String> commands =
                examples()
                        .map(Examples::words)
                        .filter(words -> words.contains("--set"))
                        .map(words -> words.get(0))
                        .collect(Collectors.toSet());

        assertEquals(Set.of("gan", "vib"), commands);
    }

    @Test
    void shouldSplitWordsAsAShellDoes() {
        assertEquals(
                List.of("vib", "--set", "vib.code={type: Dropout, chance: 0.5}", "x"),
                Examples.words("strait vib --set 'vib.code={type: Dropout, chance: 0.5}' x"));
    }
}
