package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsLog;
import dev.strait.demos.run.MetricsRow;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Summary;
import dev.strait.demos.run.Versions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingReportTest {

    private static final double LIMIT = 0.5;

    @TempDir Path temporary;
    private RunFolder folder;
    private double rate = LIMIT;

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "algorithm: vail # <script>\n");
    }

    private static Summary summary(Optional<ReturnStatistics> expert) {
        return new Measured(expert, Optional.of(true), false).summary();
    }

    private record Measured(
            Optional<ReturnStatistics> expert, Optional<Boolean> kept, boolean ofMotion) {

        private OptionalDouble motion(double figure) {
            return ofMotion ? OptionalDouble.of(figure) : OptionalDouble.empty();
        }

        private OptionalInt count(int figure) {
            return ofMotion ? OptionalInt.of(figure) : OptionalInt.empty();
        }

        private Summary summary() {
            return new Summary(
                    "imitate",
                    "vail",
                    "CartPole-v1",
                    0,
                    "cpu",
                    Versions.all(),
                    new ReturnStatistics(477, 10, 100),
                    expert,
                    Optional.of(new ReturnStatistics(22, 12, 100)),
                    20_480,
                    1.9,
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    kept,
                    motion(0.154),
                    motion(9.6),
                    motion(10),
                    count(3),
                    count(20),
                    motion(1.13),
                    motion(0.98),
                    OptionalDouble.empty());
        }
    }

    private MetricsRow row(int round) {
        double share = round / 40.0;
        double wave = Math.sin(round);
        return MetricsRow.at(round, round * 512L)
                .and(MetricNames.ROLLOUT_RETURN, 20 + 440 * share + 20 * wave)
                .and(MetricNames.EVALUATION_RETURN, round % 4 == 0 ? 30 + 460 * share : Double.NaN)
                .and(MetricNames.EVALUATION_STD, round % 4 == 0 ? 80 * (1 - share) : Double.NaN)
                .and(MetricNames.KL_EXPERT, 0.5 + wave / 9)
                .and(MetricNames.KL_AGENT, 0.6 - wave / 9)
                .and(MetricNames.RATE, round <= 20 ? 4 : rate)
                .and(MetricNames.INFORMATION_LIMIT, LIMIT)
                .and(MetricNames.BETA, 1e-4 * round);
    }

    private String report(Summary summary) throws IOException {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            for (int round = 1; round <= 40; round++) {
                log.append(row(round));
            }
        }
        GifWriter.write(
                folder.film(),
                40,
                film -> {
                    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
                    for (int x = 0; x < 60; x++) {
                        image.setRGB(x, x % 40, Color.ORANGE.getRGB());
                        film.frame(image);
                    }
                });
        TrainingReport.write(folder, summary);
        return Files.readString(folder.report());
    }

    @Test
    void shouldTellHowItCameOut() throws IOException {
        String html = report(summary(Optional.of(new ReturnStatistics(500, 0, 10))));

        assertTrue(html.contains("<h1>VAIL on CartPole-v1</h1>"));
        assertTrue(html.contains("The policy goes 95 % of the way from random actions"));
        assertTrue(html.contains("<th scope='row'>policy</th><td>477.0</td><td>10.0</td><td>100"));
        assertTrue(html.contains("<td>0.952</td>"), "(477 - 22) / (500 - 22)");
    }

    @Test
    void shouldScoreNothingWithoutAnExpert() throws IOException {
        String html = report(summary(Optional.empty()));

        assertFalse(html.contains("of the way"));
        assertFalse(html.contains(">expert</th>"));
        assertFalse(html.contains("score"));
    }

    @Test
    void shouldTellHowAMotionIsImitated() throws IOException {
        rate = 0.6;
        String html = report(new Measured(Optional.empty(), Optional.of(false), true).summary());

        assertTrue(
                html.contains(
                        "The policy is 0.154 rad a joint off the clip, stays up 9.6 of 10.0 s (3 of"
                                + " 20 episodes fell) and goes at 1.13 m/s, the clip at 0.98. The"
                                + " bottleneck&#39;s constraint does not hold: 0.6000"),
                html);
        assertTrue(
                html.contains(
                        "<th scope='row'>policy</th><td>0.154 rad</td><td>9.6 s</td><td>3 of"
                                + " 20</td><td>1.13 m/s</td>"));
        assertTrue(html.contains("<td>10.0 s</td><td>-</td><td>0.98 m/s</td>"));
    }

    @Test
    void shouldClaimNothingOfWhatWasNotMeasured() throws IOException {
        String html = report(new Measured(Optional.empty(), Optional.empty(), false).summary());

        assertFalse(html.contains("class='verdict'"));
        assertFalse(html.contains("rotation error"));
    }

    @Test
    void shouldDrawWhatWasMeasuredAndNoMore() throws IOException {
        String html = report(summary(Optional.of(new ReturnStatistics(500, 0, 10))));

        assertEquals(3, Pattern.compile("<svg").matcher(html).results().count());
        assertTrue(html.contains("<h3>Information</h3>"));
        assertTrue(html.contains(">I_c</text>"));
        assertFalse(html.contains("<h3>Behaviour cloning</h3>"));
    }

    @Test
    void shouldBeOneFileThatNeedsNothingElse() throws IOException {
        String html = report(summary(Optional.empty()));

        assertTrue(html.contains("src='data:image/gif;base64,R0lGODlh"));
        assertFalse(html.contains("http://") || html.contains("https://"));
        assertFalse(html.contains("<script"), "and what the configuration holds is text");
        assertTrue(html.contains("&lt;script&gt;"));
        assertTrue(html.length() < 200_000, "small enough to mail");
    }

    @Test
    void shouldDrawCloningOverItsEpochs() throws IOException {
        try (MetricsLog log = MetricsLog.begin(folder)) {
            for (int epoch = 1; epoch <= 3; epoch++) {
                log.append(
                        MetricsRow.at(epoch, 0)
                                .and(MetricNames.CLONING_LOSS, 1.0 / epoch)
                                .and(MetricNames.BETA, 0));
            }
        }
        TrainingReport.write(folder, summary(Optional.empty()));
        String html = Files.readString(folder.report());

        assertTrue(html.contains("<h3>Behaviour cloning</h3>"));
        assertTrue(html.contains(">epochs</text>"));
        assertFalse(html.contains("Multiplier"), "a β that is 0 throughout tells nothing");
    }

    @Test
    void shouldSayWhetherTheConstraintHolds() throws IOException {
        String html = report(summary(Optional.of(new ReturnStatistics(500, 0, 10))));

        assertTrue(
                html.contains(
                        "constraint holds: 0.5000 nats passed in the last half, I_c is 0.5000"),
                html);
    }
}
