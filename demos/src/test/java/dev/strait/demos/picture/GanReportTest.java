package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.run.GanSummary;
import dev.strait.demos.run.HeldRate;
import dev.strait.demos.run.PictureFigure;
import dev.strait.demos.run.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GanReportTest {

    private static final PictureFigure FID =
            new PictureFigure(12.34567, Double.NaN, "eyes & ears", 5_000, 60_000);
    private static final PictureFigure RECALL =
            new PictureFigure(0.5, 0.01, "eyes & ears", 5_000, 60_000);

    @TempDir Path temporary;
    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "recipe: vgan\n");
        PictureFile.write(folder.sheet(), dot());
    }

    private static BufferedImage dot() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    }

    /** Of a run with a rate where there is one, and figures where they were measured. */
    private static GanSummary summary(OptionalDouble rate, boolean measured, boolean codes) {
        return new GanSummary(
                "gan",
                "vgan",
                "digits",
                3,
                "cpu",
                Map.of(),
                1_200,
                76_800,
                measured ? Optional.of(FID) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measured ? Optional.of(RECALL) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rate,
                rate.isPresent() ? OptionalDouble.of(0.1) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                rate.isPresent() ? Optional.of(true) : Optional.empty(),
                codes ? OptionalDouble.of(2.25) : OptionalDouble.empty(),
                codes ? OptionalDouble.of(Math.log(10)) : OptionalDouble.empty(),
                codes ? OptionalDouble.of(0.07) : OptionalDouble.empty(),
                64,
                1_200,
                OptionalLong.empty());
    }

    private String html(GanSummary summary, boolean aPlace) throws IOException {
        Optional<HeldRate> rate =
                summary.meanKl().stream().mapToObj(kl -> new HeldRate(kl, 0.1, aPlace)).findFirst();
        GanReport.write(folder, summary, rate);
        return Files.readString(folder.report());
    }

    /** By 16 places the whole code may carry 1.6 nats: whoever reads 0.1 must know of what. */
    @ParameterizedTest
    @CsvSource({"true, ' a place'", "false, ''"})
    void shouldSayWhetherTheLimitIsOfAPlace(boolean aPlace, String unit) throws IOException {
        String html = html(summary(OptionalDouble.of(0.105), false, false), aPlace);

        assertTrue(
                html.contains(
                        "constraint holds: 0.1050 nats%s passed in the last half, I_c is 0.1000%s ("
                                .formatted(unit, unit)),
                html);
    }

    @Test
    void shouldGiveNoVerdictWhereNothingIsToBeJudged() throws IOException {
        String html = html(summary(OptionalDouble.empty(), false, false), false);

        assertFalse(html.contains("class='verdict'"), html);
        assertFalse(html.contains("Measured"));
        assertTrue(html.contains("<h1>VGAN on digits</h1>"));
        assertTrue(html.contains("1,200 generator steps on 76,800 real pictures in 64.0 s"));
    }

    @Test
    void shouldTellWhatPicturesKeepOfTheirCodes() throws IOException {
        String html = html(summary(OptionalDouble.empty(), false, true), false);
        assertTrue(html.contains("at least 2.250 of the 2.303 nats"), html);
    }

    /** One extractor is named once; an exact figure has no deviation. */
    @Test
    void shouldTellFiguresWithTheirExtractor() throws IOException {
        String html = html(summary(OptionalDouble.empty(), true, false), false);

        assertTrue(html.contains("FID</th><td>12.35</td><td>-</td><td>5,000</td><td>60,000"), html);
        assertTrue(html.contains("recall</th><td>0.5000</td><td>0.01000</td>"), html);
        assertTrue(html.contains("By eyes &amp; ears. Figures of other"), html);
    }

    /** Eight of fifteen: every second one, first and last among them. */
    @Test
    void shouldShowSomeGridsEvenlySpread() throws IOException {
        Files.createDirectories(folder.samples());
        for (int i = 0; i < 15; i++) {
            PictureFile.write(folder.samples().resolve("%06d.png".formatted(1_000 * i)), dot());
        }
        String html = html(summary(OptionalDouble.empty(), false, false), false);
        List<String> steps =
                Pattern.compile(">Step ([\\d,]+)<")
                        .matcher(html)
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertEquals(
                List.of("0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000", "14,000"),
                steps);
    }
}
