package dev.strait.demos.experiment;

import dev.strait.agents.experiment.toy.BetaExperiment;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** β adaptive against β fixed. */
record BetaExhibit(BetaExperiment settings) implements Exhibit {

    BetaExhibit() {
        this(BetaExperiment.DEFAULT);
    }

    @Override
    public String name() {
        return "adaptive-beta";
    }

    @Override
    public String title() {
        return "Adaptive β against fixed";
    }

    @Override
    public String line() {
        return "the rate under the paper's rule and under fixed β (Peng et al. 2019, fig. 6)";
    }

    @Override
    public String expectation() {
        return "Under the paper's rule the rate comes to I_c and returns there when the task"
                + " changes; a small fixed β holds nothing, a large one lets almost nothing"
                + " through.";
    }

    @Override
    public Shown run(Request request) {
        BetaExperiment.Result result = settings.run(request.seeds(), request.device());
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, BetaExperiment.Result result) {
        page.plots(
                List.of(
                        plot(
                                "log₁₀ of the rate E[KL], nats",
                                "What the code tells about its input.",
                                result,
                                course -> logarithm(course.rate()),
                                new LinePlot.Level("I_c", Math.log10(settings.informationLimit()))),
                        plot(
                                "log₁₀ of β",
                                "The price of information. The rule finds its size by itself: between 1 and"
                                        + " 2 here, whatever it starts from.",
                                result,
                                course -> logarithm(course.beta())),
                        plot(
                                "Accuracy on sampled codes",
                                "The cap is what I_c nats permit.",
                                result,
                                BetaExperiment.Course::accuracy,
                                new LinePlot.Level("cap", result.accuracyCap()))));
        page.paragraph(
                "Two Gaussians in the plane; half-way, generated points come from four deviations"
                        + " to two away on either side, as they do while a generator learns.");
    }

    private static LinePlot plot(
            String title,
            String explanation,
            BetaExperiment.Result result,
            Function<BetaExperiment.Course, double[]> values,
            LinePlot.Level... levels) {
        List<Series> series =
                List.of(result.adaptive(), result.fixedSmall(), result.fixedLarge()).stream()
                        .map(
                                course ->
                                        new Series(
                                                course.name(), course.step(), values.apply(course)))
                        .toList();
        return new LinePlot(title, explanation, "steps", series, List.of(levels));
    }

    private static double[] logarithm(double[] values) {
        return Arrays.stream(values).map(v -> v > 1e-6 ? Math.log10(v) : Double.NaN).toArray();
    }
}
