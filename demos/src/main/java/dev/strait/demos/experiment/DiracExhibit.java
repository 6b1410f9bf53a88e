package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.agents.experiment.game.DiracExperiment;
import dev.strait.agents.experiment.game.DiracField;
import dev.strait.agents.experiment.game.Linearisation;
import dev.strait.agents.experiment.game.Spectrum;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.LinePlot;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.picture.Series;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.complex.Complex;

/** Every Dirac-GAN: field, trajectory, eigenvalues. */
record DiracExhibit(DiracExperiment settings) implements Exhibit {

    private static final PlanePlot.Frame FRAME = PlanePlot.Frame.square(2);

    DiracExhibit() {
        this(DiracExperiment.DEFAULT);
    }

    @Override
    public String name() {
        return "dirac-gan";
    }

    @Override
    public String title() {
        return "The Dirac-GAN";
    }

    @Override
    public String line() {
        return "every regulariser's trajectories against its eigenvalues (Mescheder et al. 2018)";
    }

    @Override
    public String expectation() {
        return "Without a regulariser the players circle, for ever in the minimax game and ever more"
                + " slowly inwards in the other; R1, R2 and instance noise draw"
                + " them in, at the critical γ = 2|f′(0)| fastest and without a swing; WGAN circles,"
                + " WGAN with clipped weights and WGAN-GP never settle.";
    }

    @Override
    public Shown run(Request request) {
        DiracExperiment.Result result = settings.run(request.seeds(), request.device());
        return new Shown(result.checks(), page -> draw(page, result));
    }

    private void draw(ReportPage page, DiracExperiment.Result result) {
        page.panels(result.rows().stream().map(DiracExhibit::panel).toList());
        page.paragraph(
                "θ is where the generator puts its one sample (the data's is 0), ψ the slope of the"
                        + " discriminator. The arrows are what either wants; the line is "
                        + settings.steps()
                        + " steps of "
                        + Check.text(settings.h())
                        + " from (1, 1), the discriminator's before the generator's.");
        page.plots(List.of(branches()));
        page.table(
                List.of(
                        "",
                        "of the flow",
                        "of steps in turns",
                        "from the trajectory",
                        "off by",
                        "core off by"),
                result.rows().stream().map(DiracExhibit::row).toList());
        page.paragraph(
                "Eigenvalues near the equilibrium, in closed form: of the flow, and of steps in"
                        + " turns, as (λ − 1)/h; then those that a trajectory betrays. WGAN-GP has none"
                        + " there, for its penalty has a kink at ψ = 0, so its are those of the"
                        + " field at ψ > 0, which turns about (2 · weight, 0). “core off by” is the"
                        + " most that one step of core's tensors differs from the field at four"
                        + " places, in single precision (under noise: over 200,000 samples).");
    }

    private static Figure panel(DiracExperiment.Row row) {
        DiracField field = row.gan().field();
        return new PlanePlot(
                row.gan().name(),
                "",
                "θ",
                "ψ",
                FRAME,
                List.of(
                        PlanePlot.Arrows.of(
                                FRAME,
                                13,
                                (theta, psi) ->
                                        new double[] {
                                            field.generator(theta, psi),
                                            field.discriminator(theta, psi)
                                        }),
                        new PlanePlot.Way("", row.orbit().x(), row.orbit().y())));
    }

    /** Real and imaginary parts under R1 as γ grows: they meet at the critical one. */
    private static LinePlot branches() {
        int places = 121;
        double[] gamma = new double[places];
        double[][] parts = new double[3][places];
        for (int i = 0; i < places; i++) {
            gamma[i] = 2.0 * i / (places - 1);
            Spectrum spectrum = Linearisation.of(0.5, gamma[i]).flow();
            parts[0][i] = spectrum.first().getReal();
            parts[1][i] = spectrum.second().getReal();
            parts[2][i] = Math.abs(spectrum.first().getImaginary());
        }
        return new LinePlot(
                "Eigenvalues under R1, −γ/2 ± √(γ²/4 − ¼)",
                "The slower real part falls until γ = 1, where the swing ends, and rises again"
                        + " beyond: more penalty is slower.",
                "γ",
                List.of(
                        new Series("real part, slower", gamma, parts[0]),
                        new Series("real part, faster", gamma, parts[1]),
                        new Series("imaginary part", gamma, parts[2])),
                List.of());
    }

    private static List<String> row(DiracExperiment.Row row) {
        return List.of(
                row.gan().name(),
                text(row.gan().linear().flow()),
                text(row.expected()),
                text(row.measured()),
                String.format(Locale.ROOT, "%.0e", row.error()),
                String.format(Locale.ROOT, "%.0e", row.tensorError()));
    }

    private static String text(Spectrum spectrum) {
        Complex first = spectrum.first();
        if (Math.abs(first.getImaginary()) > 1e-4) {
            return String.format(
                    Locale.ROOT, "%.4f ± %.4f i", first.getReal(), Math.abs(first.getImaginary()));
        }
        return String.format(
                Locale.ROOT, "%.4f, %.4f", first.getReal(), spectrum.second().getReal());
    }
}
