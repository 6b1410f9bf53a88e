package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.distance.EarthMover;
import dev.strait.agents.experiment.distance.GaussiansExperiment;
import dev.strait.agents.experiment.distance.LinesExperiment;
import dev.strait.agents.experiment.distance.LinesExperiment.Estimate;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the objectives of GANs measure. */
record DistancesExhibit(LinesExperiment lines, GaussiansExperiment gaussians, EarthMover earth)
        implements Exhibit {

    DistancesExhibit() {
        this(LinesExperiment.DEFAULT, GaussiansExperiment.DEFAULT, EarthMover.TEXTBOOK);
    }

    @Override
    public String name() {
        return "distances";
    }

    @Override
    public String title() {
        return "What the objectives measure";
    }

    @Override
    public String line() {
        return "KL, JS and Wasserstein of lines, Gaussians and heaps (Arjovsky et al. 2017, ex. 1)";
    }

    @Override
    public String expectation() {
        return "Between parallel lines KL is infinite and JS is ln 2 however near they are, while"
                + " Wasserstein's distance is |θ|; the best discriminator of two densities is"
                + " p/(p + q), at a loss of 2 ln 2 − 2 JS.";
    }

    @Override
    public Shown run(Request request) {
        LinesExperiment.Result ofLines = lines.run(request.seeds(), request.device());
        GaussiansExperiment.Result ofGaussians = gaussians.run(request.seeds(), request.device());
        List<Check> checks = new ArrayList<>();
        checks.add(Check.near("earth mover's work, running differences", earth.work(), 5, 1e-12));
        checks.add(
                Check.near(
                        "the same, as a linear programme", EarthMover.work(earth.plan()), 5, 1e-9));
        checks.addAll(ofGaussians.checks());
        checks.addAll(ofLines.checks());
        return new Shown(checks, page -> draw(page, ofLines, ofGaussians));
    }

    private void draw(
            ReportPage page, LinesExperiment.Result ofLines, GaussiansExperiment.Result gauss) {
        page.plots(
                List.of(estimates(ofLines), divergences(gauss), jensenShannon(gauss), best(gauss)));
        page.heading("Earth moved");
        List<List<String>> rows = new ArrayList<>();
        double[][] plan = earth.plan();
        for (int i = 0; i < plan.length; i++) {
            List<String> row = new ArrayList<>();
            row.add("from place " + (i + 1) + ", " + Check.text(earth.from()[i]) + " shovels");
            for (double moved : plan[i]) {
                row.add(moved < 1e-9 ? "·" : Check.text(moved));
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>(List.of("to"));
        for (int i = 0; i < plan.length; i++) {
            header.add("place " + (i + 1) + ", " + Check.text(earth.to()[i]));
        }
        page.table(header, rows);
        page.paragraph(
                "The cheapest plan, by the simplex method: "
                        + Check.text(EarthMover.work(plan))
                        + " shovels times places.");
    }

    private static Figure estimates(LinesExperiment.Result result) {
        return new PlanePlot(
                "Parallel lines, told by trained players",
                "Dashed: |θ| and ln 2. The critic with a gradient penalty sees how far they are; the"
                        + " discriminator only that they are apart; a bottleneck lets it say at"
                        + " most I_c. KL is infinite at every θ but 0.",
                "θ",
                "nats, and units of θ",
                new PlanePlot.Frame(-1.15, 1.15, -0.08, 1.15),
                List.of(
                        new PlanePlot.Outline(
                                new double[] {-1.15, 0, 1.15}, new double[] {1.15, 0, 1.15}),
                        new PlanePlot.Outline(
                                new double[] {-1.15, 1.15},
                                new double[] {Math.log(2), Math.log(2)}),
                        dots("critic", result, Estimate::wasserstein),
                        dots("discriminator, JS", result, Estimate::jensenShannon),
                        dots("JS behind I_c", result, Estimate::throughBottleneck)));
    }

    private static PlanePlot.Dots dots(
            String name, LinesExperiment.Result result, ToDoubleFunction<Estimate> value) {
        double[] x = result.estimates().stream().mapToDouble(Estimate::gap).toArray();
        double[] y = result.estimates().stream().mapToDouble(value).toArray();
        return new PlanePlot.Dots(name, x, y);
    }

    private static LinePlot divergences(GaussiansExperiment.Result result) {
        return new LinePlot(
                "√KL of two Gaussians, either way, and Wasserstein",
                "σ is 1 and 2. KL depends on who asks; its root is drawn, for it grows as the"
                        + " square of the distance.",
                "distance of the means",
                List.of(
                        new Series("√KL(p ‖ q)", result.gaps(), root(result.forward())),
                        new Series("√KL(q ‖ p)", result.gaps(), root(result.backward())),
                        new Series("Wasserstein, equal σ", result.gaps(), result.wasserstein())),
                List.of());
    }

    private static LinePlot jensenShannon(GaussiansExperiment.Result result) {
        return new LinePlot(
                "JS of the same, nats",
                "Never above ln 2: far apart, it no longer tells how far.",
                "distance of the means",
                List.of(new Series("JS", result.gaps(), result.jensenShannon())),
                List.of(new LinePlot.Level("ln 2", Math.log(2))));
    }

    private static LinePlot best(GaussiansExperiment.Result result) {
        return new LinePlot(
                "The best discriminator",
                "Its loss is "
                        + Check.text(result.lossBest())
                        + " nats, 2 ln 2 − 2 JS; the trained one's "
                        + Check.text(result.lossLearned())
                        + ".",
                "x",
                List.of(
                        new Series("p/(p + q)", result.places(), result.best()),
                        new Series("trained", result.places(), result.learned())),
                List.of());
    }

    private static double[] root(double[] values) {
        return Arrays.stream(values).map(Math::sqrt).toArray();
    }
}
