package dev.strait.agents.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.metric.extractor.ExtractorIdentity;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final ExtractorIdentity ONE = identity("classifier", "a");

    private static ExtractorIdentity identity(String name, String digit) {
        return new ExtractorIdentity(name, digit.repeat(64), OptionalDouble.of(0.99));
    }

    private static Measurement figure(
            Metric metric, double value, ExtractorIdentity by, int images) {
        return new Measurement(metric, value, Double.NaN, by, 10_000, images);
    }

    @Test
    void shouldAverageFiguresOfOneExtractor() {
        Measurement mean =
                Measurement.mean(
                        List.of(
                                figure(Metric.FID, 1, ONE, 5_000),
                                figure(Metric.FID, 3, ONE, 5_000),
                                figure(Metric.FID, 8, ONE, 5_000)));

        assertEquals(4, mean.value());
        assertEquals(Math.sqrt(13), mean.deviation(), 1e-12);
        assertEquals(ONE, mean.extractor());
        assertEquals(2, figure(Metric.FID, 3, ONE, 9).minus(figure(Metric.FID, 1, ONE, 9)));
    }

    @Test
    void shouldRefuseToCompareFiguresOfDifferentExtractors() {
        Measurement mine = figure(Metric.FID, 1, ONE, 5_000);
        for (ExtractorIdentity other :
                List.of(identity("classifier", "b"), identity("inception.pt", "a"))) {
            Measurement theirs = figure(Metric.FID, 2, other, 5_000);
            assertThrows(IllegalArgumentException.class, () -> mine.minus(theirs));
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> Measurement.mean(List.of(mine, mine, theirs)));
            assertTrue(
                    refused.getMessage()
                            .startsWith(
                                    "FID by classifier aaaaaaaaaaaa (99.00 % of held-out pictures"
                                            + " right) and by "),
                    refused.getMessage());
        }
    }

    @Test
    void shouldRefuseToCompareBiasedFiguresOfDifferentCounts() {
        for (Metric metric : Metric.values()) {
            Measurement many = figure(metric, 1, ONE, 10_000);
            Measurement few = figure(metric, 2, ONE, 1_000);
            if (metric == Metric.KID) {
                assertEquals(1, few.minus(many));
            } else {
                assertThrows(
                        IllegalArgumentException.class, () -> few.minus(many), metric::toString);
            }
        }
    }

    @Test
    void shouldRefuseToCompareDifferentMetricsAndEmptyLists() {
        Measurement fid = figure(Metric.FID, 1, ONE, 9);
        Measurement kid = figure(Metric.KID, 1, ONE, 9);
        assertThrows(IllegalArgumentException.class, () -> fid.minus(kid));
        assertThrows(IllegalArgumentException.class, () -> Measurement.mean(List.of()));
        assertThrows(IllegalArgumentException.class, () -> figure(Metric.FID, Double.NaN, ONE, 9));
        assertThrows(IllegalArgumentException.class, () -> figure(Metric.FID, 1, ONE, 0));
    }

    @Test
    void shouldRefuseAnIdentityWithoutNameOrHash() {
        assertThrows(IllegalArgumentException.class, () -> identity(" ", "a"));
        assertThrows(IllegalArgumentException.class, () -> identity("x", "z"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExtractorIdentity("x", "a".repeat(64), OptionalDouble.of(Double.NaN)));
    }
}
