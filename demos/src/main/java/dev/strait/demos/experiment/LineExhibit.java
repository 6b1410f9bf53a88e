package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.toy.Curve;
import dev.strait.agents.experiment.toy.LineExperiment;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Discriminator, clipped critic and bottleneck along a line. */
record LineExhibit(LineExperiment settings) implements Exhibit {

    LineExhibit() {
        this(LineExperiment.DEFAULT);
    }

    @Override
    public String name() {
        return "two-gaussians-1d";
    }

    @Override
    public String title() {
        return "Two Gaussians on the line";
    }

    @Override
    public String line() {
        return "discriminator, clipped critic and VDB, with gradients (Arjovsky et al. 2017, fig. 2)";
    }

    @Override
    public String expectation() {
        return "The discriminator is a step, flat at both Gaussians; the clipped critic stays near a"
                + " straight line; the narrower the bottleneck, the farther D stays from 0 and 1,"
                + " and the generator keeps a gradient.";
    }

    @Override
    public Shown run(Request request) {
        LineExperiment.Result result = settings.run(request.seeds(), request.device());
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, LineExperiment.Result result) {
        page.plots(List.of(outputs(result), gradients(result)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(result, result.plain()));
        result.narrow().forEach(curve -> rows.add(row(result, curve)));
        page.table(List.of("", "mean |∂ ln(1 − D)/∂x| on generated points"), rows);
        page.paragraph(
                "Generated points lie about "
                        + Check.text(-settings.sides().distance() / 2)
                        + ", real ones about "
                        + Check.text(settings.sides().distance() / 2)
                        + ", both with σ = "
                        + Check.text(settings.sides().std())
                        + ". The critic has no units: it is drawn over its greatest size, from 0 to"
                        + " 1.");
    }

    private static LinePlot outputs(LineExperiment.Result result) {
        List<Series> series = new ArrayList<>();
        series.add(named(result.plain(), result.plain().probabilities()));
        double[] critic = Curve.scaled(centred(result.critic().logits()));
        series.add(
                named(
                        result.critic(),
                        Arrays.stream(critic).map(value -> (value + 1) / 2).toArray()));
        result.narrow().forEach(curve -> series.add(named(curve, curve.probabilities())));
        return new LinePlot(
                "D(x), and the critic",
                "Between the Gaussians and at them.",
                "x",
                series,
                List.of());
    }

    private static LinePlot gradients(LineExperiment.Result result) {
        List<Series> series = new ArrayList<>();
        series.add(named(result.plain(), logarithm(result.plain().saturatingGradients())));
        series.add(named(result.critic(), logarithm(result.critic().slopes())));
        for (Curve curve : result.narrow()) {
            series.add(named(curve, logarithm(curve.saturatingGradients())));
        }
        return new LinePlot(
                "log₁₀ of the generator's gradient",
                "|∂ ln(1 − D)/∂x| of the discriminators, |slope| of the critic. Where a curve"
                        + " dips the slope passes 0: to a narrow code, the points of one Gaussian are"
                        + " nearly alike.",
                "x",
                series,
                List.of());
    }

    private static Series named(Curve curve, double[] values) {
        return new Series(curve.name(), curve.x(), values);
    }

    private static double[] centred(double[] values) {
        double high = Arrays.stream(values).max().orElse(0);
        double low = Arrays.stream(values).min().orElse(0);
        return Arrays.stream(values).map(value -> value - (high + low) / 2).toArray();
    }

    private static double[] logarithm(double[] values) {
        return Arrays.stream(values).map(v -> Math.log10(Math.max(Math.abs(v), 1e-9))).toArray();
    }

    private static List<String> row(LineExperiment.Result result, Curve curve) {
        return List.of(curve.name(), Check.text(result.pushOnGenerated(curve)));
    }
}
