package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PlanePlotTest {

    private static final PlanePlot.Frame FRAME = PlanePlot.Frame.square(1);

    private static PlanePlot plot(PlanePlot.Layer... layers) {
        return new PlanePlot("A & B", "Why.", "x", "y", FRAME, List.of(layers));
    }

    private static PlanePlot.Way way(String label) {
        return new PlanePlot.Way(label, new double[] {0, 1}, new double[] {0, 1});
    }

    @Test
    void shouldDrawEveryLayerAsWellFormedSvg() throws Exception {
        String svg =
                plot(
                                new PlanePlot.Heat(2, new double[] {0, 1, 1, 0}, 0, 1),
                                PlanePlot.Arrows.of(FRAME, 5, (x, y) -> new double[] {-y, x}),
                                new PlanePlot.Outline(new double[] {0}, new double[] {0}),
                                way("one"),
                                new PlanePlot.Dots("two", new double[] {0.5}, new double[] {0.5}))
                        .svg();

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertTrue(svg.contains("aria-label='A &amp; B'"));
        assertTrue(svg.contains("line thin c0") && svg.contains("dots few c1"), svg);
    }

    /** The frame is 248 wide from 40, and as high from 8: (½, ½) is at three quarters. */
    @Test
    void shouldPutPointsWhereTheyAreAndLeaveOutThoseBeyond() {
        String svg =
                plot(new PlanePlot.Dots("d", new double[] {0.5, 9}, new double[] {0.5, 0})).svg();

        assertTrue(svg.contains("d='M226.0 70.0h0'"), svg);
    }

    @Test
    void shouldColourAHeatMapFromTheLowestRowUp() throws Exception {
        String svg = plot(new PlanePlot.Heat(2, new double[] {0, 0.5, 1, 2}, 0, 1)).svg();
        Matcher data = Pattern.compile("base64,([^']+)'").matcher(svg);
        assertTrue(data.find());
        byte[] png = Base64.getDecoder().decode(data.group(1));
        var image = ImageIO.read(new ByteArrayInputStream(png));

        assertEquals(Diverging.colour(0), image.getRGB(0, 1) & 0xffffff);
        assertEquals(Diverging.colour(0.5), image.getRGB(1, 1) & 0xffffff);
        assertEquals(Diverging.colour(1), image.getRGB(0, 0) & 0xffffff);
        assertEquals(Diverging.colour(1), image.getRGB(1, 0) & 0xffffff, "beyond stays at the end");
    }

    @Test
    void shouldSampleAFieldInTheMiddlesOfItsCells() {
        PlanePlot.Arrows arrows =
                PlanePlot.Arrows.of(FRAME, 2, (x, y) -> new double[] {3 * x, 4 * x});

        assertArrayEquals(new double[] {-0.5, 0.5, -0.5, 0.5}, arrows.x());
        assertArrayEquals(new double[] {-0.5, -0.5, 0.5, 0.5}, arrows.y());
        assertEquals(2.5, arrows.longest(), 1e-12);
    }

    @Test
    void shouldNameWhatHasAColourAndNothingElse() {
        assertEquals(
                List.of("one", "two"),
                plot(
                                new PlanePlot.Outline(new double[0], new double[0]),
                                way("one"),
                                new PlanePlot.Dots("two", new double[0], new double[0]))
                        .legend());
        String page = ReportPage.titled("t", "").panels(List.of(plot(way("")))).html();
        assertTrue(!page.contains("class='legend'"), "a blank name is not told");
    }

    @Test
    void shouldRefuseWhatCannotBeDrawn() {
        assertThrows(IllegalArgumentException.class, () -> new PlanePlot.Frame(1, 1, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PlanePlot.Heat(3, new double[] {1, 2}, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PlanePlot.Dots("", new double[1], new double[2]));
        List<PlanePlot.Layer> six = Collections.nCopies(6, way("w"));
        assertThrows(
                IllegalArgumentException.class, () -> new PlanePlot("t", "", "", "", FRAME, six));
    }
}
