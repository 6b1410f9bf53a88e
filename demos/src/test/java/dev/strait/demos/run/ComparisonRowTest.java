package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonRowTest {

    @TempDir Path folder;

    /** Writes a summary.json and reads it. */
    private FinishedRun read(String json) throws IOException {
        RunFolder run = new RunFolder(Files.createTempDirectory(folder, "run"));
        Files.writeString(run.summary(), json);
        return FinishedRun.read(run).orElseThrow();
    }

    private FinishedRun imitation(double policy, String stepsToTarget) throws IOException {
        return read(
                """
                {"policyReturn": {"mean": %s, "std": 0, "episodes": 100},
                 "expertReturn": {"mean": 500, "std": 0, "episodes": 10},
                 "randomReturn": {"mean": 20, "std": 5, "episodes": 100},
                 "environmentSteps": 4096, "trainSeconds": 1.5,
                 "stepsToTarget": %s, "constraintSatisfied": true}
                """
                        .formatted(policy, stepsToTarget));
    }

    private static ComparisonRow row(Yardstick yardstick, FinishedRun... runs) {
        return new ComparisonRow("CartPole-v1", "vail", 3, List.of(runs), yardstick);
    }

    @Test
    void shouldReadWhatARunTellsOfItself() throws IOException {
        FinishedRun run = imitation(260, "2048");
        assertEquals(260, run.policyReturn());
        // (260 − 20) / (500 − 20)
        assertEquals(0.5, run.score().getAsDouble(), 1e-12);
        assertEquals(OptionalLong.of(2048), run.stepsToTarget());
        assertEquals(OptionalDouble.empty(), run.rotationError());
    }

    @Test
    void shouldReadNothingBeforeARunHasEnded() {
        assertTrue(FinishedRun.read(new RunFolder(folder)).isEmpty());
    }

    @Test
    void shouldKnowNoScoreWhereTheExpertsReturnIsNotKnown() throws IOException {
        FinishedRun run = read("{\"policyReturn\": {\"mean\": 3}, \"expertReturn\": null}");
        assertTrue(run.score().isEmpty());
        assertSame(Yardstick.RETURN, Yardstick.of(List.of(run)));
        assertEquals(3, Yardstick.RETURN.of(run));
    }

    @Test
    void shouldMeasureMotionsByTheRotationErrorWhereEveryRunHasIt() throws IOException {
        FinishedRun bare =
                read("{\"policyReturn\": {\"mean\": 3}, \"rotationErrorRadians\": 0.25}");
        FinishedRun spread =
                read(
                        "{\"policyReturn\": {\"mean\": 3}, \"rotationErrorRadians\":"
                                + " {\"mean\": 0.75, \"std\": 0.1, \"seeds\": 1}}");
        assertSame(Yardstick.ROTATION_ERROR, Yardstick.of(List.of(bare, spread)));
        ComparisonRow row = row(Yardstick.ROTATION_ERROR, bare, spread);
        assertEquals(0.5, row.measured().mean(), 1e-12);
        assertEquals(0.75, row.worst(), "the largest error is the worst");
        FinishedRun without = read("{\"policyReturn\": {\"mean\": 3}}");
        assertSame(Yardstick.RETURN, Yardstick.of(List.of(bare, without)));
    }

    @Test
    void shouldTellMeanDeviationAndWorstOverSeeds() throws IOException {
        ComparisonRow row =
                row(
                        Yardstick.NORMALISED_RETURN,
                        imitation(500, "1024"),
                        imitation(260, "null"),
                        imitation(500, "3072"));
        assertEquals(2.5 / 3, row.measured().mean(), 1e-12);
        // Of 1, ½, 1 about 5/6: √((1/36 + 4/36 + 1/36) / 3)
        assertEquals(Math.sqrt(6.0 / 36 / 3), row.measured().std(), 1e-12);
        assertEquals(0.5, row.worst(), 1e-12);
        assertEquals(420, row.returns().mean(), 1e-9);
        assertEquals(2, row.reached());
        assertEquals(2048, row.medianStepsToTarget());
        assertEquals(4.5, row.trainSeconds(), 1e-12);
    }

    @Test
    void shouldSayThatNothingIsKnownWithoutSeeds() {
        ComparisonRow row = row(Yardstick.of(List.of()));
        assertTrue(Double.isNaN(row.measured().mean()) && Double.isNaN(row.worst()));
        assertTrue(Double.isNaN(row.medianStepsToTarget()));
        assertEquals(0, row.measured().seeds());
    }

    @Test
    void shouldBeCompleteOnlyWithEverySeed() throws IOException {
        FinishedRun run = imitation(500, "1024");
        assertFalse(ComparisonSummary.of("", List.of(row(Yardstick.RETURN, run, run))).complete());
        String json =
                ComparisonSummary.of(
                                "100 steps",
                                List.of(row(Yardstick.NORMALISED_RETURN, run, run, run)))
                        .json();
        assertTrue(json.contains("\"complete\" : true"), json);
        assertTrue(json.contains("\"measure\" : \"normalisedReturn\""), json);
    }
}
