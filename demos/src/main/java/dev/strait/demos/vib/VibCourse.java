package dev.strait.demos.vib;

import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.TrainingState;
import dev.strait.agents.vib.VibEvaluation;
import dev.strait.agents.vib.VibTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.demos.image.PictureParts;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.training.Course;
import dev.strait.demos.training.RunPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The training of a deep VIB: evaluated on the test pictures meanwhile, which choose nothing. */
final class VibCourse implements Course {

    private final RunPlan plan;
    private final VibRun asked;
    private final PictureParts pictures;
    private final VibTraining training;

    VibCourse(RunPlan plan, VibRun asked, PictureParts pictures, VibTraining training) {
        this.plan = plan;
        this.asked = asked;
        this.pictures = pictures;
        this.training = training;
    }

    @Override
    public RunPlan plan() {
        return plan;
    }

    @Override
    public VibTraining training() {
        return training;
    }

    @Override
    public long counted(int round) {
        return round;
    }

    @Override
    public Map<String, Double> after(RoundReport round, double trainSeconds) {
        boolean due = round.round() % asked.evaluateEvery() == 0 || training.finished();
        Optional<VibEvaluation> last = due ? Optional.of(last()) : Optional.empty();
        Optional<VibEvaluation> averaged = due ? Optional.of(averaged()) : Optional.empty();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(MetricNames.VIB_TEST_ERROR, last.map(VibEvaluation::error).orElse(Double.NaN));
        figures.put(
                MetricNames.VIB_TEST_ERROR_EMA,
                averaged.map(VibEvaluation::error).orElse(Double.NaN));
        figures.put(
                MetricNames.VIB_INFORMATION,
                last.map(e -> VibEvaluation.bits(e.codeInformation())).orElse(Double.NaN));
        figures.put(
                MetricNames.VIB_LABEL_INFORMATION,
                last.map(e -> VibEvaluation.bits(e.labelInformation())).orElse(Double.NaN));
        return figures;
    }

    private Seeds seeds() {
        return new Seeds(asked.seed());
    }

    /** The weights of the last step on the test pictures. */
    VibEvaluation last() {
        return VibEvaluation.of(
                training.classifier(), pictures.heldOut(), asked.samples(), seeds());
    }

    /** The moving average of the weights on the test pictures. */
    VibEvaluation averaged() {
        return VibEvaluation.of(training.averaged(), pictures.heldOut(), asked.samples(), seeds());
    }

    @Override
    public String headline(Progress progress) {
        double error = progress.looked().get(MetricNames.VIB_TEST_ERROR);
        return Double.isNaN(error) ? "" : String.format(Locale.ROOT, "error %.2f %%", 100 * error);
    }

    @Override
    public void save(TrainingState state) {
        // Evaluations leave nothing behind that a later one needs.
    }

    @Override
    public void restore(TrainingState state) {
        // See save.
    }

    @Override
    public String leave(RunFolder folder, double trainSeconds, long trained) {
        return new VibOutcome(folder, plan, asked, pictures, this).write(trainSeconds);
    }
}
