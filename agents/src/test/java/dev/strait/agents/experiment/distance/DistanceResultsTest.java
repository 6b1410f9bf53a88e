package dev.strait.agents.experiment.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.agents.experiment.Check;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is concluded from results made by hand: a result that shows the opposite must fail. */
class DistanceResultsTest {

    private static final double LN_2 = Math.log(2);

    private static long broken(List<Check> checks) {
        return checks.stream().filter(check -> !check.holds()).count();
    }

    /** max over slopes s of s|θ| − λ(s − 1)², searched: and E[critic] there is s|θ|. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.3, 2})
    void shouldKnowTheSlopeUnderASoftPenalty(double gap) {
        double penalty = LinesExperiment.DEFAULT.penalty();
        double best =
                IntStream.range(0, 300_000)
                        .mapToDouble(i -> i * 1e-5)
                        .reduce((a, b) -> goal(a, gap, penalty) >= goal(b, gap, penalty) ? a : b)
                        .orElseThrow();
        LinesExperiment.Result result =
                new LinesExperiment.Result(LinesExperiment.DEFAULT, List.of());

        assertEquals(best * Math.abs(gap), result.penalised(gap), 1e-4);
    }

    private static double goal(double slope, double gap, double penalty) {
        return slope * Math.abs(gap) - penalty * (slope - 1) * (slope - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5125, 0.69, 0.1, 0",
        "-0.5, 0.5125, 0.69, 0.1, 0",
        "0.5, -0.5125, 0.69, 0.1, 1",
        "0.5, 0.5125, 0, 0.1, 1",
        "0.5, 0.5125, 0.69, 0.2, 1",
        "0, 0, 0, 0, 0",
        "0, 0, 0.69, 0, 1",
        "0.5, NaN, NaN, NaN, 3",
    })
    void shouldHoldEstimatesOfLinesAgainstClosedForms(
            double gap, double critic, double js, double narrow, int broken) {
        LinesExperiment.Estimate said = new LinesExperiment.Estimate(gap, critic, js, narrow);
        LinesExperiment.Result result =
                new LinesExperiment.Result(LinesExperiment.DEFAULT, List.of(said));

        assertEquals(broken, broken(result.checks()));
    }

    private static GaussiansExperiment.Result gaussians(
            double backward, double js, double wasserstein, double klError, double learned) {
        double[] gaps = {0, 8};
        double lossBest = 2 * LN_2 - 2 * 0.4;
        return new GaussiansExperiment.Result(
                gaps,
                new double[] {0, 8},
                new double[] {0, backward},
                new double[] {0, js},
                new double[] {0, wasserstein},
                klError,
                new double[] {0},
                new double[] {learned},
                new double[] {0.5},
                lossBest + 0.01,
                lossBest,
                0.4);
    }

    @ParameterizedTest
    @CsvSource({
        "32, 0.69, 8, 1e-10, 0.52, 0",
        "8.5, 0.69, 8, 1e-10, 0.52, 1",
        "32, 0.70, 8, 1e-10, 0.52, 1",
        "32, 0.69, -8, 1e-10, 0.52, 1",
        "32, 0.69, 8, 1e-3, 0.52, 1",
        "32, 0.69, 8, 1e-10, 0.44, 1",
        "NaN, NaN, NaN, NaN, NaN, 5",
    })
    void shouldHoldGaussiansAgainstBoundsAndClosedForms(
            double backward,
            double js,
            double wasserstein,
            double klError,
            double learned,
            int broken) {
        GaussiansExperiment.Result result = gaussians(backward, js, wasserstein, klError, learned);

        assertEquals(broken, broken(result.checks()));
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        Density p = new Density(0, 1);
        List<Runnable> wrong =
                List.of(
                        () -> new GaussiansExperiment(p, 1, 2, 10),
                        () -> new GaussiansExperiment(p, 2, Double.NaN, 10),
                        () -> new GaussiansExperiment(p, 2, 2, 0),
                        () -> new LinesExperiment(List.of(Double.NaN), 10, 0.1, 10),
                        () -> new LinesExperiment(List.of(1.0), 0, 0.1, 10),
                        () -> new LinesExperiment(List.of(1.0), 10, 0.1, 0));
        for (Runnable each : wrong) {
            assertThrows(IllegalArgumentException.class, each::run);
        }
    }
}
