package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static Optional<Object> parsed(Class<?> type, String yaml) {
        return Scalars.parse(type, YamlReader.value(yaml, "--set"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1e-3, 0.001",
        "-.5, -0.5",
        "7, 7",
        ".inf, Infinity",
        "-Infinity, -Infinity",
        ".nan, NaN",
        "4.9e-324, 4.9e-324",
        "1e999, Infinity",
    })
    void shouldReadRealNumbers(String yaml, double value) {
        assertEquals(Optional.of(value), parsed(double.class, yaml));
        assertEquals(Optional.of((float) value), parsed(Float.class, yaml));
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "-2147483648, -2147483648", "1e3, 1000", "1.0, 1"})
    void shouldReadWholeNumbers(String yaml, int value) {
        assertEquals(Optional.of(value), parsed(int.class, yaml));
        assertEquals(Optional.of((long) value), parsed(Long.class, yaml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "0.5", "1e-1", "yes", "''", ".inf", "0x"})
    void shouldNotRoundOrWrapAWholeNumber(String yaml) {
        assertTrue(parsed(int.class, yaml).isEmpty());
    }

    @Test
    void shouldKeepAllBitsOfALong() {
        String most = Long.toString(Long.MAX_VALUE);
        assertEquals(Optional.of(Long.MAX_VALUE), parsed(long.class, most));
        assertTrue(parsed(long.class, "9223372036854775808").isEmpty());
        assertTrue(parsed(long.class, "1e19").isEmpty());
    }

    @Test
    void shouldTakeTruthForTruthAlone() {
        assertEquals(Optional.of(true), parsed(boolean.class, "true"));
        assertEquals(Optional.of(false), parsed(Boolean.class, "false"));
        assertTrue(parsed(boolean.class, "1").isEmpty());
        assertTrue(parsed(boolean.class, "'true'").isEmpty());
    }

    @Test
    void shouldTakeAnyScalarForText() {
        assertEquals(Optional.of("7"), parsed(String.class, "7"));
        assertEquals(Optional.of("true"), parsed(String.class, "true"));
        assertEquals(Optional.of(Path.of("a/b")), parsed(Path.class, "a/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{a: 1}", "null", ""})
    void shouldTakeNothingElseForAScalar(String yaml) {
        for (Class<?> type : new Class<?>[] {String.class, int.class, boolean.class, Path.class}) {
            assertFalse(parsed(type, yaml).isPresent(), type + " of " + yaml);
        }
    }

    @Test
    void shouldDescribeEveryTypeThatItReads() {
        assertEquals("a number", Scalars.describe(double.class));
        assertEquals("text", Scalars.describe(Path.class));
        assertEquals("true or false", Scalars.describe(Boolean.class));
        assertEquals("a whole number of at most 64 bits", Scalars.describe(Long.class));
        JsonNode one = JsonNodeFactory.instance.numberNode(1);
        assertThrows(IllegalStateException.class, () -> Scalars.parse(Thread.class, one));
    }
}
