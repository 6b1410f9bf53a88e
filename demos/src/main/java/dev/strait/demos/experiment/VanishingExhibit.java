package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.toy.VanishingExperiment;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.Arrays;
import java.util.List;

/** What a perfect discriminator leaves of the generator's gradient. */
record VanishingExhibit(VanishingExperiment settings) implements Exhibit {

    VanishingExhibit() {
        this(VanishingExperiment.DEFAULT);
    }

    @Override
    public String name() {
        return "perfect-discriminator";
    }

    @Override
    public String title() {
        return "The perfect discriminator";
    }

    @Override
    public String line() {
        return "the generator's gradient as D wins, with and without I_c (Arjovsky, Bottou 2017)";
    }

    @Override
    public String expectation() {
        return "While the discriminator comes to tell the two lines apart, the generator's gradient"
                + " vanishes under ln(1 − D) and grows without end under −ln D; behind a bottleneck"
                + " both stay of one size.";
    }

    @Override
    public Shown run(Request request) {
        VanishingExperiment.Result result = settings.run(request.seeds(), request.device());
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, VanishingExperiment.Result result) {
        VanishingExperiment.Course plain = result.plain();
        VanishingExperiment.Course narrow = result.narrow();
        page.plots(
                List.of(
                        plot(
                                "log₁₀ of the gradient under ln(1 − D)",
                                "The bound is theorem 2.4's, M ε / (1 − ε), for the discriminator"
                                        + " without a bottleneck.",
                                series(plain, logarithm(plain.saturating())),
                                series(narrow, logarithm(narrow.saturating())),
                                new Series("bound", plain.steps(), logarithm(plain.bound()))),
                        plot(
                                "Gradient under −ln D",
                                "It does not vanish, but without a bottleneck it grows on as D"
                                        + " sharpens.",
                                series(plain, plain.nonSaturating()),
                                series(narrow, narrow.nonSaturating())),
                        plot(
                                "Mean D of generated points",
                                "How sure the discriminator is, on mean codes.",
                                series(plain, plain.probability()),
                                series(narrow, narrow.probability()))));
        page.paragraph(
                "The data are (0, u), the generator's points (θ, u), θ = "
                        + Check.text(settings.gap())
                        + ", u uniform: sets of no area, which a discriminator can tell apart"
                        + " without error. The gradient is that of the generator's four"
                        + " parameters; it is measured, and never followed.");
    }

    private static LinePlot plot(String title, String explanation, Series... series) {
        return new LinePlot(
                title, explanation, "steps of the discriminator", List.of(series), List.of());
    }

    private static Series series(VanishingExperiment.Course course, double[] values) {
        return new Series(course.name(), course.steps(), values);
    }

    private static double[] logarithm(double[] values) {
        return Arrays.stream(values)
                .map(v -> Double.isFinite(v) && v > 0 ? Math.log10(v) : Double.NaN)
                .toArray();
    }
}
