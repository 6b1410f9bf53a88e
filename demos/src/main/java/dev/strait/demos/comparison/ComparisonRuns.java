package dev.strait.demos.comparison;

import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.imitation.ImitationRun;
import dev.strait.demos.imitation.PreparedImitation;
import dev.strait.demos.picture.ComparisonReport;
import dev.strait.demos.run.ComparisonRow;
import dev.strait.demos.run.ComparisonSummary;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.FinishedRun;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.RunLock;
import dev.strait.demos.run.Yardstick;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.terminal.TextTable;
import dev.strait.demos.training.ConfigurationHeader;
import dev.strait.demos.training.TrainingRun;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs what a comparison asks for, each as an ordinary run in a folder of its own below the
 * comparison's. Whatever is finished there is kept, whatever was begun goes on from its checkpoint,
 * and the report is written anew after each run.
 */
final class ComparisonRuns {

    private final Comparison asked;
    private final RunFolder folder;
    private final PrintWriter err;
    private final boolean quiet;
    private int failed;

    ComparisonRuns(Comparison asked, RunFolder folder, PrintWriter err, boolean quiet) {
        this.asked = asked;
        this.folder = folder;
        this.err = err;
        this.quiet = quiet;
    }

    /**
     * Refuses what cannot be run, before anything is.
     *
     * @throws IllegalArgumentException naming the first run that cannot
     */
    static void check(Comparison asked) {
        TensorEngine.device(asked.device());
        for (Comparison.Subject subject : asked.subjects()) {
            for (Contender contender : asked.contenders()) {
                Comparison.Cell cell = new Comparison.Cell(contender, subject, asked.firstSeed());
                PreparedImitation.check(asked.imitation(cell));
            }
        }
    }

    /**
     * Runs all that is not finished.
     *
     * @return the exit code
     */
    int run() {
        List<Comparison.Cell> cells = asked.cells();
        for (int i = 0; i < cells.size(); i++) {
            Comparison.Cell cell = cells.get(i);
            if (!runFolder(cell).finished()) {
                say(
                        "run %s of %s: %s on %s, seed %s",
                        i + 1,
                        cells.size(),
                        cell.contender().label(),
                        cell.subject().environment(),
                        cell.seed());
                if (run(cell) == ExitCode.INTERRUPTED) {
                    return ExitCode.INTERRUPTED;
                }
                report();
            }
        }
        report();
        // Last: it marks the comparison as finished, whatever became of single runs.
        Disk.write(folder.summary(), ComparisonSummary.of(asked.budget(), rows()).json());
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int run(Comparison.Cell cell) {
        ImitationRun imitation = asked.imitation(cell);
        RunFolder own = runFolder(cell);
        if (!Files.exists(own.path())) {
            String command = "imitate (asked for by strait compare in " + folder.path() + ")";
            RunFolder.create(
                    own.path(), ConfigurationHeader.of(command) + Configuration.yaml(imitation));
        }
        try (RunLock lock = RunLock.take(own);
                PreparedImitation prepared = PreparedImitation.of(imitation, asked.seconds())) {
            TrainingRun run = new TrainingRun(lock.folder(), prepared.course(), err);
            run.restore();
            return run.run(new PrintWriter(PrintWriter.nullWriter()), quiet);
        } catch (IllegalStateException e) {
            // Numbers gone bad are this contender's result, not the end of the others.
            failed++;
            say("%s failed: %s", own.path(), e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private RunFolder runFolder(Comparison.Cell cell) {
        String name =
                "%s-%s-%s"
                        .formatted(
                                cell.contender().label(), cell.subject().folderName(), cell.seed());
        return new RunFolder(folder.path().resolve(Path.of(name)));
    }

    /** One a contender and subject, subjects together. */
    List<ComparisonRow> rows() {
        List<ComparisonRow> rows = new ArrayList<>();
        for (Comparison.Subject subject : asked.subjects()) {
            List<List<FinishedRun>> finished =
                    asked.contenders().stream().map(one -> finished(one, subject)).toList();
            Yardstick yardstick = Yardstick.of(finished.stream().flatMap(List::stream).toList());
            for (int i = 0; i < finished.size(); i++) {
                rows.add(
                        new ComparisonRow(
                                subject.name(),
                                asked.contenders().get(i).label(),
                                asked.seeds(),
                                finished.get(i),
                                yardstick));
            }
        }
        return rows;
    }

    private List<FinishedRun> finished(Contender contender, Comparison.Subject subject) {
        return asked.cells().stream()
                .filter(cell -> cell.contender() == contender && cell.subject() == subject)
                .map(this::runFolder)
                .map(FinishedRun::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private void report() {
        String subtitle =
                "%s contenders, %s seeds from %s, %s each"
                        .formatted(
                                asked.contenders().size(),
                                asked.seeds(),
                                asked.firstSeed(),
                                asked.budget());
        new ComparisonReport(subtitle, rows(), asked.seconds().isPresent()).write(folder);
    }

    /** The table for whoever watches. */
    String table() {
        TextTable table =
                new TextTable().row("", "", "measure", "mean", "std", "worst", "seeds", "return");
        for (ComparisonRow row : rows()) {
            table.row(
                    row.subject(),
                    row.contender(),
                    row.yardstick().title(),
                    text("%.3f", row.measured().mean()),
                    text("%.3f", row.measured().std()),
                    text("%.3f", row.worst()),
                    row.runs().size() + " of " + row.planned(),
                    text("%.1f", row.returns().mean()));
        }
        return table + "report %s%n".formatted(folder.report());
    }

    private static String text(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private void say(String message, Object... values) {
        if (!quiet) {
            Remark.say(err, message.formatted(values));
        }
    }
}
