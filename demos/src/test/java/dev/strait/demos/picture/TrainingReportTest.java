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
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingReportTest {

    @TempDir Path temporary;
    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "algorithm: vail # <script>\n");
    }

    private static Summary summary(Optional<ReturnStatistics> expert) {
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
                Optional.of(true),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static MetricsRow row(int round) {
        double share = round / 40.0;
        double wave = Math.sin(round);
        return MetricsRow.at(round, round * 512L)
                .and(MetricNames.ROLLOUT_RETURN, 20 + 440 * share + 20 * wave)
                .and(MetricNames.EVALUATION_RETURN, round % 4 == 0 ? 30 + 460 * share : Double.NaN)
                .and(MetricNames.EVALUATION_STD, round % 4 == 0 ? 80 * (1 - share) : Double.NaN)
                .and(MetricNames.KL_EXPERT, 0.5 + wave / 9)
                .and(MetricNames.KL_AGENT, 0.6 - wave / 9)
                .and(MetricNames.INFORMATION_LIMIT, 0.5)
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
        assertTrue(html.contains("<td>-</td>"));
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

        assertTrue(html.contains("constraint holds over the last half"));
    }
}
