package dev.strait.demos.vib;

import ai.djl.Device;
import dev.strait.agents.vib.InformationPlane;
import dev.strait.agents.vib.VibEvaluation;
import dev.strait.core.tensor.Seeds;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.VibSummary.PlanePoint;
import dev.strait.envs.image.HeldOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sweep over β in its file, a row a point: a run that is stopped within it goes on with the
 * next β.
 */
final class VibPlane {

    private static final String HEADER =
            "beta,epochs,test_error,test_error_ema,one_sample_error,information_bits,"
                    + "label_information_bits";

    private final Path file;
    private final VibRun asked;
    private final List<PlanePoint> points;

    VibPlane(Path file, VibRun asked) {
        this.file = file;
        this.asked = asked;
        this.points = new ArrayList<>(read(file, asked.plane().epochs()));
    }

    /** All points, those of the file and those that are trained now, by β. */
    List<PlanePoint> points(HeldOut pictures, Device device) {
        List<Double> missing = new ArrayList<>(asked.plane().betas());
        points.forEach(point -> missing.remove((Double) point.beta()));
        if (!missing.isEmpty()) {
            new InformationPlane(
                            asked.vib().epochs(asked.plane().epochs()), missing, asked.samples())
                    .sweep(
                            pictures.training(),
                            pictures.heldOut(),
                            new Seeds(asked.seed()),
                            device,
                            this::add,
                            () -> false);
        }
        return points.stream().sorted((a, b) -> Double.compare(a.beta(), b.beta())).toList();
    }

    private void add(InformationPlane.Point point) {
        VibEvaluation last = point.evaluation();
        points.add(
                new PlanePoint(
                        point.beta(),
                        asked.plane().epochs(),
                        last.error(),
                        point.averaged().error(),
                        last.oneSampleError(),
                        VibEvaluation.bits(last.codeInformation()),
                        VibEvaluation.bits(last.labelInformation())));
        Disk.write(file, text());
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (PlanePoint point : points) {
            text.append(point.beta()).append(',').append(point.epochs());
            text.append(',').append(point.testError()).append(',').append(point.testErrorEma());
            text.append(',').append(point.oneSampleError());
            text.append(',').append(point.informationBits());
            text.append(',').append(point.labelInformationBits()).append('\n');
        }
        return text.toString();
    }

    private static List<PlanePoint> read(Path file, int epochs) {
        Map<String, double[]> columns = MetricsTable.read(file).columns();
        List<PlanePoint> points = new ArrayList<>();
        for (int i = 0; i < columns.getOrDefault("beta", new double[0]).length; i++) {
            if (columns.get("epochs")[i] == epochs) {
                points.add(
                        new PlanePoint(
                                columns.get("beta")[i],
                                epochs,
                                columns.get("test_error")[i],
                                columns.get("test_error_ema")[i],
                                columns.get("one_sample_error")[i],
                                columns.get("information_bits")[i],
                                columns.get("label_information_bits")[i]));
            }
        }
        return points;
    }
}
