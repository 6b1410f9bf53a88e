package dev.strait.agents.experiment.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.agents.experiment.Check;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from results made by hand: a result that shows the opposite must fail. */
class ResultsTest {

    private static final Sides.Gaussians LINE = new Sides.Gaussians(1, 4, 0.5);

    private static long broken(List<Check> checks) {
        return checks.stream().filter(check -> !check.holds()).count();
    }

    private static BetaExperiment.Course course(double before, double after) {
        double[] rate = new double[80];
        Arrays.fill(rate, 0, 40, before);
        Arrays.fill(rate, 40, 80, after);
        return new BetaExperiment.Course("", rate, rate, rate, rate);
    }

    /** Means over an eighth of the run before its share is over. */
    @Test
    void shouldTakeTheRateBeforeAShareOfTheRun() {
        double[] rate = new double[80];
        Arrays.setAll(rate, i -> i);
        BetaExperiment.Course rising = new BetaExperiment.Course("", rate, rate, rate, rate);

        assertEquals((30 + 39) / 2.0, rising.rateBefore(0.5));
        assertEquals((70 + 79) / 2.0, rising.rateBefore(1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 2, 0.1, 0",
        "0.6, 0.5, 2, 0.1, 1",
        "0.4, 0.5, 2, 0.1, 1",
        "0.5, 0.6, 2, 0.1, 1",
        "0.5, 0.5, 0.9, 0.1, 1",
        "0.5, 0.5, 2, 0.2, 1",
        "NaN, NaN, NaN, NaN, 4",
    })
    void shouldFollowTheLimitUnderAdaptiveBetaAlone(
            double before, double after, double small, double large, int broken) {
        BetaExperiment.Result result =
                new BetaExperiment.Result(
                        BetaExperiment.DEFAULT,
                        course(before, after),
                        course(small, small),
                        course(large, large));

        assertEquals(broken, broken(result.checks()));
    }

    private static Curve curve(double logit, double slope) {
        double[] x = {-3, -2, -1, 0, 1, 2, 3};
        double[] logits = new double[7];
        double[] slopes = new double[7];
        Arrays.setAll(logits, i -> logit + slope * x[i]);
        Arrays.fill(slopes, slope);
        return new Curve("", x, logits, slopes);
    }

    private static LineExperiment.Result line(Curve plain, Curve narrow) {
        return new LineExperiment.Result(
                LineExperiment.DEFAULT, plain, curve(0, 1), List.of(narrow));
    }

    /** Where D and its slope are the same everywhere so is their mean: D = ½, slope ±3. */
    @Test
    void shouldWeighGradientsWhereGeneratedPointsAre() {
        double[] x = {-2, 2};
        Curve left = new Curve("", x, new double[] {0, 0}, new double[] {3, 0});
        Curve right = new Curve("", x, new double[] {0, 0}, new double[] {0, 3});
        LineExperiment.Result result = line(left, right);

        assertEquals(1.5, result.pushOnGenerated(left), 1e-12);
        // Eight deviations off: e⁻³² of it.
        assertEquals(1.5 * Math.exp(-32), result.pushOnGenerated(right), 1e-20);
    }

    @Test
    void shouldWantTheBottleneckToPushHarder() {
        Curve sure = curve(-20, 1e-3);
        Curve soft = curve(0, 0.2);

        assertEquals(0, broken(line(sure, soft).checks()));
        assertEquals(1, broken(line(sure, sure).checks()));
        assertEquals(2, broken(line(soft, sure).checks()));
    }

    private static Surface surface(double limit, double rate, double width, double slope) {
        double[] half = {0.5};
        return new Surface(limit, 4, 1, half, rate, 0.6, 0.7, slope, width);
    }

    private static long brokenOnThePlane(Surface... surfaces) {
        return broken(
                new PlaneExperiment.Result(PlaneExperiment.DEFAULT, List.of(surfaces)).checks());
    }

    @Test
    void shouldWantTheBoundaryToWiden() {
        Surface wide = surface(0.5, 0.5, 1, 2);
        Surface wider = surface(0.1, 0.1, 2, 1);

        assertEquals(0, brokenOnThePlane(wide, wider));
        assertEquals(1, brokenOnThePlane(wide, surface(0.1, 0.2, 2, 1)), "rate");
        assertEquals(1, brokenOnThePlane(wide, surface(0.1, 0.1, 0.5, 1)), "width");
        assertEquals(1, brokenOnThePlane(wide, surface(0.1, 0.1, 2, 3)), "slope");
        // Above ln 2 nats the code holds the whole label: the width says nothing.
        assertEquals(0, brokenOnThePlane(wide, surface(0.8, 0.1, 0.5, 3)));
    }

    private static VanishingExperiment.Course vanishing(
            double bound, double saturating, double growth) {
        return new VanishingExperiment.Course(
                "",
                new double[] {0, 1, 2},
                new double[] {0, 0, saturating},
                new double[] {1, 1, growth},
                new double[3],
                new double[] {bound, bound, bound});
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.001, 2, 0.2, 1, 0",
        "0, 0.001, 2, 0.2, 1, 1",
        "1, 0.1, 2, 0.2, 1, 1",
        "1, 0.001, 1, 0.2, 1, 1",
        "1, 0.001, 2, 0.01, 1, 1",
        "1, 0.001, 2, 0.2, 3, 1",
        "Infinity, 0.001, 2, 0.2, 1, 0",
    })
    void shouldWantTheGradientToVanishWithoutABottleneckAlone(
            double bound, double plain, double grown, double narrow, double kept, int broken) {
        VanishingExperiment.Result result =
                new VanishingExperiment.Result(
                        VanishingExperiment.DEFAULT,
                        vanishing(bound, plain, grown),
                        vanishing(1, narrow, kept));

        assertEquals(broken, broken(result.checks()));
    }

    /** −4 and 4 are the ends, rows and columns alike. */
    @Test
    void shouldPlaceASurfaceSymmetrically() {
        assertEquals(-4, Surface.place(0, 81, 4));
        assertEquals(0, Surface.place(40, 81, 4));
        assertEquals(4, Surface.place(80, 81, 4));
    }

    @Test
    void shouldRefuseSettingsOfTheWrongShape() {
        Sides.Gaussians plane = new Sides.Gaussians(2, 4, 0.5);
        List<Double> none = List.of();
        List<Runnable> wrong =
                List.of(
                        () -> new LineExperiment(plane, List.of(1.0), 0.1, 10),
                        () -> new LineExperiment(LINE, none, 0.1, 10),
                        () -> new PlaneExperiment(plane, none, 10),
                        () -> new PlaneExperiment(plane, List.of(1.0), 0),
                        () -> new VanishingExperiment(1, 0.1, 1, 10),
                        () -> new VanishingExperiment(1, 0.1, 10, 0),
                        () -> new BetaExperiment(Double.NaN, 1, 2, 0.1, 1000),
                        () -> new BetaExperiment(0.5, 1, 2, 0.1, 99));
        for (Runnable each : wrong) {
            assertThrows(IllegalArgumentException.class, each::run);
        }
    }
}
