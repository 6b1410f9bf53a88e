package dev.strait.demos.experiment;

import dev.strait.agents.experiment.mixture.MixtureExperiment;
import dev.strait.agents.experiment.mixture.MixtureExperiment.Data;
import dev.strait.agents.experiment.mixture.MixtureExperiment.Row;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.ReportPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** GAN recipes on the ring and the grid. */
record MixtureExhibit() implements Exhibit {

    @Override
    public String name() {
        return "mixtures";
    }

    @Override
    public String title() {
        return "Ring of 8 and grid of 25";
    }

    @Override
    public String line() {
        return "modes that GAN recipes find; minutes, see --recipes, --steps (Metz et al. 2017)";
    }

    @Override
    public String expectation() {
        return "At the preset's own length, VGAN-GP and R3GAN's loss find every mode and keep nine"
                + " samples in ten on them; the plain GAN may lose modes.";
    }

    @Override
    public boolean playsRecipes() {
        return true;
    }

    @Override
    public Shown run(Request request) {
        MixtureExperiment.Result result =
                new MixtureExperiment(recipes(request), request.steps())
                        .run(
                                request.seeds(),
                                request.device(),
                                row -> request.progress().accept(row.line()));
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private static List<GanRecipes> recipes(Request request) {
        if (request.recipes().isEmpty()) {
            return MixtureExperiment.DEFAULT.recipes();
        } else if (request.recipes().equals(List.of("all"))) {
            return Arrays.asList(GanRecipes.values());
        }
        return request.recipes().stream().map(GanRecipes::named).toList();
    }

    private static void draw(ReportPage page, MixtureExperiment.Result result) {
        for (Data data : Data.values()) {
            page.heading(data == Data.RING ? "Ring" : "Grid");
            page.panels(of(result, data).stream().map(MixtureExhibit::panel).toList());
        }
        page.heading("Modes found and samples on them");
        List<List<String>> rows = new ArrayList<>();
        for (Row row : of(result, Data.RING)) {
            Row onGrid =
                    of(result, Data.GRID).stream()
                            .filter(other -> other.recipe() == row.recipe())
                            .findFirst()
                            .orElseThrow();
            rows.add(
                    List.of(
                            row.recipe().id(),
                            row.recipe().paper(),
                            row.modesCovered() + " / 8",
                            percent(row),
                            onGrid.modesCovered() + " / 25",
                            percent(onGrid),
                            String.format(Locale.ROOT, "%,d", row.steps()),
                            String.format(
                                    Locale.ROOT, "%.0f s", row.seconds() + onGrid.seconds())));
        }
        page.table(
                List.of("", "", "ring", "quality", "grid", "quality", "steps", "both took"), rows);
        page.paragraph(
                "A mode counts as found where it gets at least a tenth of its even share of samples"
                        + " within 3σ; quality is the share of all 10,000 samples within 3σ of a"
                        + " centre.");
    }

    private static List<Row> of(MixtureExperiment.Result result, Data data) {
        return result.rows().stream().filter(row -> row.data() == data).toList();
    }

    private static String percent(Row row) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * row.highQuality());
    }

    private static Figure panel(Row row) {
        double[][] centres = row.data().mixture().centres();
        return new PlanePlot(
                row.recipe().id() + ": " + row.modesCovered() + " modes, " + percent(row),
                "",
                "",
                "",
                PlanePlot.Frame.square(1.4),
                List.of(
                        new PlanePlot.Dots("samples", row.x(), row.y()),
                        new PlanePlot.Dots(
                                "modes",
                                Arrays.stream(centres).mapToDouble(c -> c[0]).toArray(),
                                Arrays.stream(centres).mapToDouble(c -> c[1]).toArray())));
    }
}
