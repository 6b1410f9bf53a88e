package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.run.ComparisonRow;
import dev.strait.demos.run.FinishedRun;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {

    @TempDir Path folder;

    private FinishedRun run(double score) {
        try {
            RunFolder run = new RunFolder(Files.createTempDirectory(folder, "run"));
            Files.writeString(
                    run.metrics(),
                    """
                    round,environmentSteps,evaluation/return,time/train_seconds
                    1,100,%s,0.5
                    2,200,,1.0
                    3,300,%s,1.5
                    """
                            .formatted(score / 2, score));
            return new FinishedRun(
                    run,
                    100 * score,
                    OptionalDouble.of(score),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    2);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ComparisonRow row(String contender, double... scores) {
        List<FinishedRun> runs = new ArrayList<>();
        for (double score : scores) {
            runs.add(run(score));
        }
        return new ComparisonRow("A-v0", contender, 3, runs, Yardstick.NORMALISED_RETURN);
    }

    private String html(boolean byTime, ComparisonRow... rows) throws IOException {
        RunFolder all = new RunFolder(folder);
        Files.writeString(all.configuration(), "command: compare\n");
        new ComparisonReport("what was asked", List.of(rows), byTime).write(all);
        return Files.readString(all.report());
    }

    @Test
    void shouldDrawOneTableAndCurvesWithTheirSpread() throws IOException {
        String page = html(false, row("gail", 0.5, 0.7, 0.9), row("vail", 0.8, 1.0));
        assertTrue(page.contains("<td>0.700 ± 0.163</td><td>0.500</td><td>3</td>"), page);
        assertTrue(page.contains("<td>0.900 ± 0.100</td><td>0.800</td><td>2 of 3</td>"), page);
        assertEquals(2, page.split("<polygon class='band", -1).length - 1);
        assertTrue(page.contains("environment steps"));
        assertTrue(html(true, row("gail", 0.5, 0.7)).contains("seconds of training"));
    }

    @Test
    void shouldSpreadManyContendersOverSeveralPlots() throws IOException {
        ComparisonRow[] rows = new ComparisonRow[7];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("c" + i, 0.1 * i, 0.2);
        }
        assertEquals(2, html(false, rows).split("<svg ", -1).length - 1);
    }

    /**
     * Of two seeds 0.2 apart s² = 0.02, and √(s²/2 + s²/2) = 0.141: less than 0.2, more than 0.12.
     */
    @Test
    void shouldSayWhoIsAheadAndWhoMightBe() {
        String clear = ComparisonVerdict.of(List.of(row("gail", 0.6, 0.8), row("vail", 0.8, 1.0)));
        assertEquals("vail is ahead with 0.900 (normalised return).", clear);
        String near = ComparisonVerdict.of(List.of(row("gail", 0.68, 0.88), row("vail", 0.8, 1.0)));
        assertTrue(near.endsWith("too near to tell apart over these seeds: gail."), near);
        String single = ComparisonVerdict.of(List.of(row("gail", 0.6), row("vail", 0.8)));
        assertTrue(single.contains("a single seed tells little"), single);
        assertEquals("nothing is finished yet.", ComparisonVerdict.of(List.of(row("gail"))));
    }

    @Test
    void shouldTakeTheLeastErrorForTheBest() {
        FinishedRun wide = error(0.9);
        FinishedRun close = error(0.2);
        String verdict =
                ComparisonVerdict.of(
                        List.of(
                                new ComparisonRow(
                                        "B",
                                        "gail",
                                        2,
                                        List.of(wide, wide),
                                        Yardstick.ROTATION_ERROR),
                                new ComparisonRow(
                                        "B",
                                        "vail",
                                        2,
                                        List.of(close, close),
                                        Yardstick.ROTATION_ERROR)));
        assertTrue(verdict.startsWith("vail is ahead with 0.200"), verdict);
        assertFalse(verdict.contains("near"), verdict);
    }

    /** A motion has no expert to reach; whoever learns one asks how long it stays up, how fast. */
    @Test
    void shouldTellOfMotionsHowLongAndHowFast() throws IOException {
        String html =
                html(
                        false,
                        new ComparisonRow(
                                "B",
                                "gail",
                                2,
                                List.of(error(0.5), error(0.9)),
                                Yardstick.ROTATION_ERROR));
        assertTrue(html.contains("an episode, s"), html);
        assertTrue(html.contains("7.0 ± 2.0") && html.contains("0.35 ± 0.10"), html);
        assertFalse(html.contains("reached 95 %"), html);
        assertFalse(html(false, row("vail", 0.9)).contains("an episode, s"));
    }

    private FinishedRun error(double radians) {
        FinishedRun run = run(1);
        return new FinishedRun(
                run.folder(),
                run.policyReturn(),
                run.score(),
                OptionalDouble.of(radians),
                OptionalDouble.of(10 * radians),
                OptionalDouble.of(radians / 2),
                run.stepsToTarget(),
                run.trainSeconds());
    }
}
