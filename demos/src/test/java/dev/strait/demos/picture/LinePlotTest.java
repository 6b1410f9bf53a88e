package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.picture.LinePlot.Level;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePlotTest {

    private static final double NAN = Double.NaN;

    private static LinePlot plot(List<Series> series, Level... levels) {
        return new LinePlot("a & b", "why", "steps", series, List.of(levels));
    }

    private static Series line(double... y) {
        return new Series("line", IntStream.range(0, y.length).asDoubleStream().toArray(), y);
    }

    /** SVG is XML: a parser refuses what a browser would guess at. */
    private static void assertWellFormed(String svg) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldDrawPointsWhereTheyBelong() throws Exception {
        String svg = PlotSvg.of(plot(List.of(line(0, 10))));

        // 480 × 250 less margins: x from 46 to 460, y from 216 (0) up; 6 % of room above 10.
        assertTrue(
                svg.contains("<polyline class='line c0' points='46.0,216.0 460.0,23.5 '/>"), svg);
        assertWellFormed(svg);
    }

    @Test
    void shouldGoOnOverRoundsThatWereNotMeasured() {
        Series gaps = plot(List.of(line(NAN, 1, NAN, 3, NAN))).series().get(0);

        assertArrayEquals(new double[] {1, 3}, gaps.x());
        assertArrayEquals(new double[] {1, 3}, gaps.y());
    }

    @Test
    void shouldDrawWhatHasNoExtent() throws Exception {
        assertWellFormed(PlotSvg.of(plot(List.of())));
        assertWellFormed(PlotSvg.of(plot(List.of(line()))));
        assertWellFormed(PlotSvg.of(plot(List.of(line(NAN)))));
        assertTrue(PlotSvg.of(plot(List.of(line(5)))).contains("<circle"));
        assertFalse(PlotSvg.of(plot(List.of(line(5, 5, 5)))).contains("NaN"));
        assertFalse(PlotSvg.of(plot(List.of(line(0, 0)))).contains("NaN"));
    }

    @Test
    void shouldKeepLevelsAndBandsInView() {
        Series banded =
                new Series("b", new double[] {0, 1}, new double[] {50, 51}, new double[] {1, NAN});
        double[] range = plot(List.of(banded), new Level("top", 60), new Level("x", NAN)).yRange();

        assertTrue(range[0] <= 49 && range[0] >= 48, "49 is the band's lower end");
        assertTrue(range[1] >= 60 && range[1] <= 61);
    }

    @Test
    void shouldNotSuggestNegativeValuesOfWhatIsNever() {
        assertEquals(0, plot(List.of(line(0.01, 1))).yRange()[0]);
        assertTrue(plot(List.of(line(-1, 1))).yRange()[0] < -1);
    }

    @Test
    void shouldShowMeansOfNeighboursWhereThereAreTooManyPoints() {
        double[] y = IntStream.range(0, 3000).mapToDouble(i -> i).toArray();

        Series drawn = plot(List.of(line(y))).series().get(0);

        assertEquals(300, drawn.y().length);
        assertEquals(4.5, drawn.y()[0]);
    }

    @Test
    void shouldEscapeWhatWouldBreakThePage() throws Exception {
        Series odd = new Series("<b>&'\"", new double[] {0, 1}, new double[] {0, 1});

        String svg = PlotSvg.of(plot(List.of(odd), new Level("<i>", 1)));

        assertWellFormed(svg);
        assertFalse(svg.contains("<b>") || svg.contains("<i>"));
    }

    @Test
    void shouldRefuseMoreLinesThanColours() {
        List<Series> six = Collections.nCopies(6, line(1));

        assertThrows(IllegalArgumentException.class, () -> plot(six));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Series("x", new double[] {1}, new double[] {1, 2}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 0 0.2 0.4 0.6 0.8 1.0",
                "0 | 530 | 0 100 200 300 400 500",
                "0 | 20480 | 0 5k 10k 15k 20k",
                "-1500 | 0 | -1400 -1200 -1000 -800 -600 -400 -200 0",
                "0 | 2e6 | 0 0.5M 1.0M 1.5M 2.0M",
                "0 | 0.00025 | 0 5e-5 1.0e-4 1.5e-4 2.0e-4 2.5e-4",
                "0.98 | 1.02 | 0.98 0.99 1.00 1.01 1.02",
            })
    void shouldTickRoundNumbers(double low, double high, String expected) {
        Ticks ticks = Ticks.between(low, high, 5);

        assertEquals(
                expected, String.join(" ", ticks.values().stream().map(ticks::label).toList()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "20480, '20,480'", "0.12345, 0.1235", "437.25, 437.3", "1.5e-7, 1.50e-07"})
    void shouldTellFiguresInFourDigits(double value, String text) {
        assertEquals(text, PlotSvg.figure(value));
    }
}
