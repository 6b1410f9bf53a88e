package dev.strait.demos.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {

    @TempDir Path temporary;
    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "");
    }

    private static MetricsRow row(long round) {
        return MetricsRow.at(round, round * 100)
                .and("rollout/return", round + 0.5)
                .and("beta", round == 2 ? Double.NaN : round);
    }

    private String csv() throws IOException {
        return Files.readString(folder.metrics());
    }

    @Test
    void shouldWriteEveryRowAtOnce() throws IOException {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            log.append(row(1));
            assertEquals("round,environmentSteps,rollout/return,beta\n1,100,1.5,1\n", csv());
            log.append(row(2));
            assertTrue(csv().endsWith("2,200,2.5,\n"), "an unmeasured figure is an empty cell");
        }
    }

    @Test
    void shouldRefuseOtherColumns() {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            log.append(row(1));
            MetricsRow other = MetricsRow.at(2, 200).and("rollout/return", 1);

            assertThrows(IllegalStateException.class, () -> log.append(other));
        }
    }

    @Test
    void shouldForgetRowsPastTheResumedRoundAndTheTornOne() throws IOException {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            for (int round = 1; round <= 4; round++) {
                log.append(row(round));
            }
        }
        String upToThree = csv().substring(0, csv().indexOf("4,400"));
        Files.writeString(folder.metrics(), "5,50", StandardOpenOption.APPEND);

        try (MetricsLog log = MetricsLog.resume(folder, 3)) {
            assertEquals(upToThree, csv());
            log.append(row(4));
        }

        assertEquals(upToThree + "4,400,4.5,4\n", csv());
    }

    @Test
    void shouldBeginAnewWhereNothingWasWritten() throws IOException {
        try (MetricsLog log = MetricsLog.resume(folder, 0)) {
            log.append(row(1));
        }

        assertEquals("round,environmentSteps,rollout/return,beta\n1,100,1.5,1\n", csv());
    }

    @Test
    void shouldReadBackWhatItWrote() {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            log.append(row(1));
            log.append(row(2));
        }

        MetricsTable table = MetricsTable.read(folder.metrics());

        assertArrayEquals(new double[] {100, 200}, table.columns().get("environmentSteps"));
        assertArrayEquals(new double[] {1, Double.NaN}, table.columns().get("beta"));
        assertTrue(table.tells("beta"));
        assertFalse(table.tells("absent"));
        assertTrue(MetricsTable.read(temporary.resolve("none")).columns().isEmpty());
    }

    @Test
    void shouldRefuseNamesThatBreakTheFile() {
        MetricsRow row = MetricsRow.at(1, 1).and("a", 1);

        assertThrows(IllegalArgumentException.class, () -> row.and("a", 2));
        assertThrows(IllegalArgumentException.class, () -> row.and("b,c", 2));
    }
}
