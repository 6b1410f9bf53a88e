package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionJsonTest {

    sealed interface Shape permits Ball, Box, Secret {}

    record Ball(double radius, int count) implements Shape {}

    record Box(List<Double> sides) implements Shape {}

    record Secret(long value) implements Shape {}

    private static final DescriptionJson JSON =
            new DescriptionJson(List.of(Shape.class), variant -> variant != Secret.class);

    private static ObjectNode parsed(String text) {
        return JSON.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 1);
    }

    private static Shape shape(String text) {
        JsonNode node = parsed("{'format': 1, 'shape': " + text + "}").get("shape");
        return JSON.value(node, "shape", Shape.class);
    }

    private static void assertRefused(String complaint, Runnable reading) {
        String message = assertThrows(IllegalArgumentException.class, reading::run).getMessage();
        assertTrue(message.contains(complaint), message);
        assertEquals(1, message.lines().count(), message);
    }

    /** To the bit, infinities too. */
    @Test
    void shouldGiveARecordBackThroughItsText() {
        for (Shape shape :
                List.of(
                        new Ball(0.1 + 0.2, -3),
                        new Ball(Double.POSITIVE_INFINITY, 0),
                        new Box(List.of(1e-300, 4.0)))) {
            ObjectNode root = JSON.begin(7).set("shape", JSON.tree(shape));
            ObjectNode read = JSON.parse(JSON.bytes(root), 7);
            assertEquals(shape, JSON.value(read.get("shape"), "shape", Shape.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'format': 2}",
                "{'format': 1.9}",
                "{'format': '1'}",
                "{'format': true}",
                "{'format': null}",
                "{}",
            })
    void shouldReadItsFormatAlone(String text) {
        assertRefused("and this reads 1", () -> parsed(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'Ball', 'radius': 1, 'count': 2.5} | 'shape': ",
                "{'kind': 'Ball', 'radius': 1, 'count': null} | 'shape': ",
                "{'kind': 'Ball', 'radius': 1} | 'count'",
                "{'kind': 'Ball', 'radius': 1, 'count': 2, 'more': 0} | \"more\"",
                "{'kind': 'Secret', 'value': 1} | 'Secret'",
                "{'kind': 'java.io.File', 'path': '/'} | 'java.io.File'",
                "{'radius': 1, 'count': 2} | 'kind'",
            })
    void shouldTakeNothingThatWasNotAskedFor(String text, String complaint) {
        assertRefused(complaint, () -> shape(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{'format': 1", "{'format': 1} 2", "{'a': 1, 'a': 2}"})
    void shouldRefuseWhatIsNotOneObject(String text) {
        assertRefused("JSON", () -> parsed(text));
    }
}
