package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.toy.PlaneExperiment;
import dev.strait.agents.experiment.toy.Surface;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.ArrayList;
import java.util.List;

/** Decision surfaces of two Gaussians in the plane. */
record PlaneExhibit(PlaneExperiment settings) implements Exhibit {

    PlaneExhibit() {
        this(PlaneExperiment.DEFAULT);
    }

    @Override
    public String name() {
        return "two-gaussians-2d";
    }

    @Override
    public String title() {
        return "Two Gaussians in the plane";
    }

    @Override
    public String line() {
        return "decision surfaces as I_c falls from 10 to 0.1 nats (Peng et al. 2019, fig. 2)";
    }

    @Override
    public String expectation() {
        return "As I_c falls below one bit, ln 2 = 0.693 nats, the boundary between the Gaussians"
                + " widens from a sharp step to a smooth ramp, and D stays away from 0 and 1.";
    }

    @Override
    public Shown run(Request request) {
        PlaneExperiment.Result result = settings.run(request.seeds(), request.device());
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, PlaneExperiment.Result result) {
        page.panels(result.surfaces().stream().map(this::surface).toList());
        page.plots(List.of(cut(result)));
        page.table(
                List.of("I_c, nats", "rate", "accuracy", "cap", "steepest slope", "width of ¼…¾"),
                result.surfaces().stream().map(this::row).toList());
        page.paragraph(
                "Surfaces are those of mean codes, D(μ(x)), which a generator is moved by. Rate,"
                        + " accuracy and its cap by Fano's inequality are those of sampled codes. A"
                        + " width as wide as the picture says that D nowhere leaves [¼, ¾]. From"
                        + " one bit on, the code can hold the whole label, and the width is that of"
                        + " the training.");
    }

    private Figure surface(Surface surface) {
        double half = settings.sides().distance() / 2;
        double[] angle = new double[61];
        double[][] rings = new double[4][angle.length];
        for (int i = 0; i < angle.length; i++) {
            double turn = 2 * Math.PI * i / (angle.length - 1);
            rings[0][i] = half + 2 * settings.sides().std() * Math.cos(turn);
            rings[1][i] = 2 * settings.sides().std() * Math.sin(turn);
            rings[2][i] = rings[0][i] - 2 * half;
        }
        return new PlanePlot(
                "I_c = " + Check.text(surface.informationLimit()) + " nats",
                "",
                "x₁",
                "x₂",
                PlanePlot.Frame.square(surface.reach()),
                List.of(
                        new PlanePlot.Heat(surface.size(), surface.probabilities(), 0, 1),
                        new PlanePlot.Outline(rings[0], rings[1]),
                        new PlanePlot.Outline(rings[2], rings[1])));
    }

    private static Figure cut(PlaneExperiment.Result result) {
        List<Series> series = new ArrayList<>();
        for (Surface surface : result.surfaces()) {
            double[] x = new double[surface.size()];
            double[] y = new double[surface.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = surface.reach() * (2.0 * i / (x.length - 1) - 1);
                y[i] = surface.probabilities()[surface.size() / 2 * surface.size() + i];
            }
            series.add(new Series("I_c " + Check.text(surface.informationLimit()), x, y));
        }
        return new LinePlot(
                "D along the first axis",
                "A cut through the middle of the surfaces.",
                "x₁",
                series,
                List.of());
    }

    private List<String> row(Surface surface) {
        return List.of(
                Check.text(surface.informationLimit()),
                Check.text(surface.rate()),
                Check.text(surface.accuracy()),
                Check.text(surface.accuracyCap()),
                Check.text(surface.steepest()),
                Check.text(surface.bandWidth()));
    }
}
