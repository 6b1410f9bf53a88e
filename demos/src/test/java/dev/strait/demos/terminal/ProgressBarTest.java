package dev.strait.demos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.terminal.ProgressBar.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long now;

    private ProgressBar bar(Style style, long total, long firstSteps) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ProgressBar(out, style, () -> now, "vail", "steps", total, firstSteps);
    }

    private void seconds(double seconds) {
        now += (long) (seconds * 1e9);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldRedrawOneLineOnATerminal() {
        try (ProgressBar bar = bar(Style.REDRAWN, 1000, 0)) {
            seconds(2);
            bar.update(250, "");
            seconds(0.01);
            bar.update(260, "return 1.0");
            seconds(1.99);
            bar.update(500, "return 41.3");
        }

        assertEquals(
                "\r\u001b[2Kvail [=====               ]  25 %, 250 steps, 125/s, 0:06 left"
                        + "\r\u001b[2Kvail [==========          ]  50 %, 500 steps, 125/s, 0:04 left,"
                        + " return 41.3"
                        + System.lineSeparator(),
                text());
    }

    @Test
    void shouldPrintALineEveryTenPercentOrFiveSeconds() {
        try (ProgressBar bar = bar(Style.LINES, 1000, 0)) {
            for (int steps = 10; steps <= 300; steps += 10) {
                seconds(0.1);
                bar.update(steps, "return 1.0");
            }
            assertEquals(3, text().lines().count(), text());
            for (int steps = 301; steps <= 320; steps++) {
                seconds(1);
                bar.update(steps, "return 1.0");
            }
            assertEquals(7, text().lines().count(), text());
        }
    }

    @Test
    void shouldCountTheRateFromWhereTheRunWasResumed() {
        try (ProgressBar bar = bar(Style.LINES, 1000, 900)) {
            seconds(10);
            bar.update(950, "return 1.0");
        }

        assertEquals("vail  95 %, 950 steps, 5/s, 0:10 left, return 1.0", text().strip());
    }

    @Test
    void shouldAlwaysShowTheLastStep() {
        try (ProgressBar bar = bar(Style.LINES, 1000, 0)) {
            seconds(1);
            bar.update(995, "return 1.0");
            bar.update(1000, "return 1.0");
        }

        assertTrue(text().contains("vail 100 %, 1,000 steps"), text());
    }

    @Test
    void shouldBeSilentWhereQuietIsAskedFor() {
        try (ProgressBar bar = bar(Style.NONE, 1000, 0)) {
            seconds(100);
            bar.update(1000, "return 1.0");
            bar.say("something");
        }

        assertEquals("", text());
    }

    @Test
    void shouldSpeakAboveTheBar() {
        try (ProgressBar bar = bar(Style.REDRAWN, 1000, 0)) {
            bar.say("checkpoint written");
        }

        assertEquals("\r\u001b[2Kcheckpoint written" + System.lineSeparator(), text());
    }

    @Test
    void shouldTellTimeLikeAClock() {
        assertEquals("0:00", ProgressBar.clock(-1));
        assertEquals("2:05", ProgressBar.clock(125));
        assertEquals("1:02:03", ProgressBar.clock(3723));
    }
}
