package dev.strait.demos;

import ai.djl.Device;
import dev.strait.agents.vib.VibClassifier;
import dev.strait.agents.vib.VibEvaluation;
import dev.strait.agents.vib.VibTraining;
import dev.strait.demos.VibSummary.AttackRow;
import dev.strait.demos.VibSummary.PlanePoint;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.PeakMemory;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private final LabelledPictures pictures;
    private final VibCourse course;

    VibOutcome(
            RunFolder folder,
            RunPlan plan,
            VibRun asked,
            LabelledPictures pictures,
            VibCourse course) {
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
                        ? new VibPlane(file("plane.csv"), asked).points(pictures, device())
                        : List.of();
        List<AttackRow> attacks = asked.attack() ? attacks() : List.of();
        VibSummary summary = summary(last, averaged, trainSeconds, plane, attacks);
        new VibReport(folder, asked, summary, last, averaged).write();
        // Last: it marks the run as finished.
        Disk.write(folder.summary(), JsonText.of(summary));
        return VibReport.text(summary, last, averaged) + "report %s%n".formatted(folder.report());
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
        VibAttacks attacks = new VibAttacks(asked, pictures);
        try (VibClassifier twin = attacks.twin(file("twin"), device())) {
            VibClassifier own = course.training().averaged();
            attacks.draw(file("attacked.png"), own, twin);
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
                pictures.train().size(),
                pictures.test().size(),
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
                (double) asked.vib().epochs() * pictures.train().size() / trainSeconds,
                PeakMemory.residentBytes(),
                plane,
                attacks);
    }
}
