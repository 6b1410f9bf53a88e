package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void shouldTellEveryFigureAndNullWhereThereIsNone() throws IOException {
        Summary summary =
                new Summary(
                        "imitate",
                        "vail",
                        "CartPole-v1",
                        3,
                        "cpu",
                        Versions.all(),
                        ReturnStatistics.of(1, 3),
                        Optional.empty(),
                        Optional.of(ReturnStatistics.of(2)),
                        100,
                        1.5,
                        OptionalLong.of(50),
                        OptionalDouble.empty(),
                        OptionalLong.of(1L << 40),
                        Optional.of(true),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.of(3),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());

        JsonNode json = JsonMapper.builder().build().readTree(summary.json());

        assertEquals(2.0, json.at("/policyReturn/mean").asDouble());
        assertEquals(1.0, json.at("/policyReturn/std").asDouble(), "of the population");
        assertEquals(2, json.at("/policyReturn/episodes").asInt());
        assertTrue(json.get("expertReturn").isNull());
        assertTrue(json.get("secondsToTarget").isNull());
        assertEquals(50, json.get("stepsToTarget").asInt());
        assertEquals(1L << 40, json.get("peakResidentBytes").asLong());
        assertTrue(json.get("constraintSatisfied").asBoolean());
        assertEquals(3, json.get("fell").asInt());
        assertTrue(json.get("motionEpisodes").isNull());
        assertEquals(23, json.size());
    }

    @Test
    void shouldRefuseStatisticsOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> ReturnStatistics.of());
        assertThrows(IllegalArgumentException.class, () -> ReturnStatistics.of(Double.NaN));
    }

    @Test
    void shouldKnowEveryVersion() {
        assertFalse(Versions.line().contains("null"), Versions.line());
        assertFalse(Versions.line().contains("${"), Versions.line());
    }

    @Test
    void shouldReadTheHighWaterMark() {
        List<String> status = List.of("VmPeak:\t  9 kB", "VmHWM:\t  1234 kB");

        assertEquals(OptionalLong.of(1234 * 1024), PeakMemory.highWaterMark(status));
    }

    @Test
    void shouldHaveHeldAtLeastTheHeapThatIsUsed() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "not on Linux");
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();

        assertTrue(PeakMemory.residentBytes().orElseThrow() > used / 2);
    }
}
