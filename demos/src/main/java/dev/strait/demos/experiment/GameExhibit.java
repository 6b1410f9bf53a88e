package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.game.BilinearGame;
import dev.strait.agents.experiment.game.Orbit;
import dev.strait.agents.experiment.game.Spectrum;
import dev.strait.agents.experiment.game.Turns;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Orbits of min over x, max over y of xy. */
record GameExhibit(BilinearGame game) implements Exhibit {

    private static final double REACH = 4;

    GameExhibit() {
        this(BilinearGame.DEFAULT);
    }

    @Override
    public String name() {
        return "game-xy";
    }

    @Override
    public String title() {
        return "The game f = xy";
    }

    @Override
    public String line() {
        return "orbits of the simplest min-max game, four ways to take turns (Goodfellow 2016)";
    }

    @Override
    public String expectation() {
        return "Both players' gradient steps at once spiral away, by √(1 + η²) a step; steps in"
                + " turns go round for ever, and only their mean comes to rest; extragradient and"
                + " consensus steps arrive.";
    }

    @Override
    public Shown run(Request request) {
        BilinearGame.Result result = game.run();
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, BilinearGame.Result result) {
        List<Figure> panels = new ArrayList<>();
        for (Turns turns : Turns.values()) {
            panels.add(panel(turns, result.orbits().get(turns)));
        }
        page.panels(panels);
        page.plots(List.of(radii(result)));
        List<List<String>> rows = new ArrayList<>();
        for (Turns turns : Turns.values()) {
            rows.add(
                    List.of(
                            name(turns),
                            "%.7f".formatted(turns.growth(game.rate())),
                            "%.7f".formatted(played(turns, result))));
        }
        page.table(
                List.of("growth per step, η = " + Check.text(game.rate()), "closed form", "played"),
                rows);
        page.paragraph(
                "The alternating orbit is an ellipse on which x² − ηxy + y² stays what it was; its"
                        + " distance from the middle swings, so its growth is the modulus of the eigenvalues"
                        + " that its steps betray.");
    }

    /** The alternating orbit's distance swings, so its growth is read off its spectrum. */
    private static double played(Turns turns, BilinearGame.Result result) {
        Orbit orbit = result.orbits().get(turns);
        return turns == Turns.ALTERNATING ? Spectrum.ofSeries(orbit.x()).radius() : orbit.growth();
    }

    private static Figure panel(Turns turns, Orbit orbit) {
        PlanePlot.Frame frame = PlanePlot.Frame.square(REACH);
        List<PlanePlot.Layer> layers = new ArrayList<>();
        layers.add(PlanePlot.Arrows.of(frame, 15, (x, y) -> new double[] {-y, x}));
        layers.add(new PlanePlot.Way("orbit", orbit.x(), orbit.y()));
        if (turns == Turns.ALTERNATING) {
            Orbit mean = orbit.averaged();
            layers.add(new PlanePlot.Way("its mean so far", mean.x(), mean.y()));
        }
        return new PlanePlot(name(turns), "", "x", "y", frame, layers);
    }

    private LinePlot radii(BilinearGame.Result result) {
        List<Series> series = new ArrayList<>();
        result.orbits().forEach((turns, orbit) -> series.add(distance(name(turns), orbit)));
        series.add(
                distance(
                        "alternating, its mean",
                        result.orbits().get(Turns.ALTERNATING).averaged()));
        return new LinePlot(
                "log₁₀ of the distance from the equilibrium",
                "Straight lines, for every step multiplies it by the same factor; the mean's falls"
                        + " as one over the number of steps.",
                "steps",
                series,
                List.of());
    }

    private static Series distance(String name, Orbit orbit) {
        double[] steps = new double[orbit.steps() + 1];
        Arrays.setAll(steps, i -> i);
        double[] radii =
                Arrays.stream(orbit.radii())
                        .map(r -> r > 1e-4 ? Math.log10(r) : Double.NaN)
                        .toArray();
        return new Series(name, steps, radii);
    }

    private static String name(Turns turns) {
        return turns.name().toLowerCase(Locale.ROOT);
    }
}
