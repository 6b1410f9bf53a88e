package dev.strait.agents.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Space> spaces() {
        return Stream.of(
                Box.of(new double[] {-0.1, 1e-300}, new double[] {0.1 + 0.2, 4}),
                Box.unbounded(3),
                Box.of(new double[] {Double.NEGATIVE_INFINITY}, new double[] {0}),
                new Discrete(7),
                new MultiDiscrete(List.of(3, 1, 2)));
    }

    private static Space parsed(String text) throws IOException {
        return SpaceJson.read((ObjectNode) JSON.readTree(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void shouldGiveASpaceBackThroughItsText(Space space) throws IOException {
        assertEquals(space, parsed(JSON.writeValueAsString(SpaceJson.write(space))));
    }

    @Test
    void shouldKnowEveryKindOfSpace() {
        Set<Class<?>> met = new HashSet<>();
        spaces().forEach(space -> met.add(space.getClass()));
        assertEquals(Set.of(Space.class.getPermittedSubclasses()), met);
    }

    /** JSON has no infinity: it goes as a text. */
    @Test
    void shouldWriteWhatOtherProgramsRead() {
        assertEquals(
                "{\"type\":\"box\",\"low\":[\"-Infinity\",-1.0],\"high\":[\"Infinity\",2.5]}",
                SpaceJson.write(
                                Box.of(
                                        new double[] {Double.NEGATIVE_INFINITY, -1},
                                        new double[] {Double.POSITIVE_INFINITY, 2.5}))
                        .toString());
        assertEquals(
                "{\"type\":\"discrete\",\"n\":2}", SpaceJson.write(new Discrete(2)).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | there is no 'type'",
                "{'type': 3} | 'type' must be a text, but was 3",
                "{'type': 'ring'} | a space is box, discrete or multi-discrete, but was 'ring'",
                "{'type': 'box', 'low': [0]} | there is no 'high'",
                "{'type': 'box', 'low': 0, 'high': [1]} | 'low' must be a list of numbers",
                "{'type': 'box', 'low': ['NaN'], 'high': [1]} | holds \"NaN\"",
                "{'type': 'discrete', 'n': 2.5} | 'n' must be a whole number, but was 2.5",
                "{'type': 'discrete', 'n': 1e12} | 'n' must be a whole number",
                "{'type': 'multi-discrete', 'branches': [2, 1.5]} | whole numbers, but holds 1.5",
            })
    void shouldSayWhatIsWrong(String text, String complaint) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> parsed(text)).getMessage();
        assertTrue(message.contains(complaint), message);
    }

    @Test
    void shouldSeeBoxesAlone() {
        JsonFields indices = new JsonFields(SpaceJson.write(new Discrete(2)));
        assertThrows(IllegalArgumentException.class, () -> SpaceJson.readBox(indices));
    }
}
