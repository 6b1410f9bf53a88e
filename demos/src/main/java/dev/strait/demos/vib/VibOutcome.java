package dev.strait.demos.vib;

import ai.djl.Device;
import dev.strait.agents.vib.VibClassifier;
import dev.strait.agents.vib.VibEvaluation;
import dev.strait.agents.vib.VibTraining;
import dev.strait.demos.image.PictureParts;
import dev.strait.demos.picture.VibReport;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.PeakMemory;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import dev.strait.demos.run.VibSummary;
import dev.strait.demos.run.VibSummary.AttackRow;
import dev.strait.demos.run.VibSummary.PlanePoint;
import dev.strait.demos.terminal.TextTable;
import dev.strait.demos.training.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a finished deep VIB leaves: the classifier with the averaged weights (and with the last
 * ones, in {@code last/}), the sweep and the attacks where they were asked for, the report, and the
 * summary last of all.
 */
final class VibOutcome {

    private final RunFolder folder;
    private final RunPlan plan;
    private final VibRun asked;
    private final PictureParts pictures;
    private final VibCourse course;

    VibOutcome(
            RunFolder folder, RunPlan plan, VibRun asked, PictureParts pictures, VibCourse course) {
        this.folder = folder;
        this.plan = plan;
        this.asked = asked;
        this.pictures = pictures;
        this.course = course;
    }

    String write(double trainSeconds) {
        VibEvaluation last = course.last();
        VibEvaluation averaged = course.averaged();
        save(last, averaged);
        List<PlanePoint> plane =
                asked.sweep()
                        ? new VibPlane(file("plane.csv"), asked)
                                .points(pictures.pictures(), device())
                        : List.of();
        List<AttackRow> attacks = asked.attack() ? attacks() : List.of();
        VibSummary summary = summary(last, averaged, trainSeconds, plane, attacks);
        VibReport.write(folder, summary, last, averaged);
        // Last: it marks the run as finished.
        Disk.write(folder.summary(), summary.json());
        return text(summary, last, averaged) + "report %s%n".formatted(folder.report());
    }

    private Device device() {
        return plan.device();
    }

    private Path file(String name) {
        return folder.path().resolve(name);
    }

    private void save(VibEvaluation last, VibEvaluation averaged) {
        VibTraining training = course.training();
        try {
            Path lastFolder = Files.createDirectories(file("last"));
            training.classifier().save(lastFolder, provenance(last));
            training.averaged().save(folder.path(), provenance(averaged));
        } catch (IOException e) {
            throw Disk.failure("write", folder.path(), e);
        }
    }

    private Map<String, Object> provenance(VibEvaluation evaluation) {
        return Map.of(
                "command", plan.command(),
                "data", plan.subject(),
                "seed", plan.seed(),
                "epochs", asked.vib().epochs(),
                "testError", evaluation.error(),
                "versions", Versions.all());
    }

    private List<AttackRow> attacks() {
        VibAttacks attacks = new VibAttacks(asked, pictures.pictures());
        try (VibClassifier twin = attacks.twin(file("twin"), device())) {
            VibClassifier own = course.training().averaged();
            attacks.draw(file(VibReport.ATTACKED), own, twin);
            return attacks.rows(own, twin);
        }
    }

    private VibSummary summary(
            VibEvaluation last,
            VibEvaluation averaged,
            double trainSeconds,
            List<PlanePoint> plane,
            List<AttackRow> attacks) {
        return new VibSummary(
                plan.command(),
                plan.subject(),
                plan.seed(),
                plan.deviceName(),
                Versions.all(),
                pictures.training().size(),
                pictures.heldOut().size(),
                pictures.heldOutOf().key(),
                asked.vib().epochs(),
                asked.vib().code().beta(),
                asked.samples(),
                last.error(),
                averaged.error(),
                last.oneSampleError(),
                last.meanError(),
                last.codeInformation(),
                VibEvaluation.bits(last.codeInformation()),
                last.labelInformation(),
                VibEvaluation.bits(last.labelInformation()),
                trainSeconds,
                (double) asked.vib().epochs() * pictures.training().size() / trainSeconds,
                PeakMemory.residentBytes(),
                plane,
                asked.attacks().gradientSamples(),
                attacks);
    }

    /** What whoever watched gets to read. */
    private static String text(VibSummary summary, VibEvaluation last, VibEvaluation averaged) {
        TextTable table = new TextTable();
        table.row(VibReport.header(last).toArray(String[]::new));
        VibReport.errors(last, averaged).forEach(row -> table.row(row.toArray(String[]::new)));
        StringBuilder text = new StringBuilder(table.toString());
        text.append(VibReport.information(last)).append("%n".formatted());
        for (AttackRow row : summary.attacks()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s at %.2f: %.1f %% right at the lowest, its deterministic twin"
                                    + " %.1f %%%n",
                            row.attack(),
                            row.epsilon(),
                            100 * row.lowest(),
                            100 * row.twin()));
        }
        return text.append(
                        String.format(
                                Locale.ROOT,
                                "trained %d epochs in %.1f s, %,.0f pictures a second%n",
                                summary.epochs(),
                                summary.trainSeconds(),
                                summary.imagesPerSecond()))
                .toString();
    }
}
