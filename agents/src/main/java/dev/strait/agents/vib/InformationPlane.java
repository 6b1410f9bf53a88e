package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The same classifier trained at one β after another: what it keeps of its input, I(X; Z), against
 * what it knows of the label, I(Z; Y) (Alemi et al. 2017, figure 1).
 *
 * @param settings of every training; the code must be a {@link Code.Gaussian}, whose β is replaced
 * @param betas in the order in which they are trained
 * @param samples codes drawn of each picture in the evaluations
 */
public record InformationPlane(VibSettings settings, List<Double> betas, int samples) {

    public InformationPlane {
        betas = List.copyOf(betas);
        require(!betas.isEmpty(), "there is no beta");
        require(
                settings.code() instanceof Code.Gaussian,
                "only a Gaussian code has a beta, but the code was %s",
                settings.code());
        require(samples >= 1, "samples must be at least 1, but was %s", samples);
    }

    /**
     * A point of the plane.
     *
     * @param beta β
     * @param evaluation with the weights of the last step
     * @param averaged with their moving average
     */
    public record Point(double beta, VibEvaluation evaluation, VibEvaluation averaged) {}

    /**
     * 0, then β from {@code smallest} to 1 in equal ratios.
     *
     * @param smallest in (0, 1)
     * @param count how many beside 0, at least 2
     */
    public static List<Double> grid(double smallest, int count) {
        require(smallest > 0 && smallest < 1, "smallest must be in (0, 1), but was %s", smallest);
        require(count >= 2, "count must be at least 2, but was %s", count);
        List<Double> betas = new ArrayList<>(List.of(0.0));
        for (int i = 0; i < count; i++) {
            betas.add(Math.pow(smallest, 1 - i / (count - 1.0)));
        }
        return betas;
    }

    /**
     * Trains and evaluates, every β with the same seeds.
     *
     * @param train pictures to train on
     * @param test pictures to evaluate on
     * @param listener hears of each point
     * @param stop asked before every epoch; the points so far are then the answer
     */
    public List<Point> sweep(
            ImageSource train,
            ImageSource test,
            Seeds seeds,
            Device device,
            Consumer<Point> listener,
            BooleanSupplier stop) {
        Code.Gaussian code = (Code.Gaussian) settings.code();
        List<Point> points = new ArrayList<>();
        for (double beta : betas) {
            VibSettings at = settings.code(new Code.Gaussian(code.latentSize(), beta));
            try (VibTraining training = new VibTraining(train, at, seeds, device)) {
                while (!training.finished() && !stop.getAsBoolean()) {
                    training.round();
                }
                if (!training.finished()) {
                    break;
                }
                Point point =
                        new Point(
                                beta,
                                VibEvaluation.of(training.classifier(), test, samples, seeds),
                                VibEvaluation.of(training.averaged(), test, samples, seeds));
                points.add(point);
                listener.accept(point);
            }
        }
        return points;
    }
}
