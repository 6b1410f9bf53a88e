package dev.strait.demos;

import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFormat;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait list}: what there is to choose from. */
@Command(
        name = "list",
        description = "List the worlds and the formats of demonstrations.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  strait list", "  strait list worlds"})
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum Subject {
        WORLDS,
        FORMATS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "${COMPLETION-CANDIDATES}; everything if left out.")
    private Optional<Subject> subject = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (subject.orElse(Subject.WORLDS) == Subject.WORLDS) {
            out.print(worlds());
        }
        if (subject.isEmpty()) {
            out.println();
        }
        if (subject.orElse(Subject.FORMATS) == Subject.FORMATS) {
            out.print(formats());
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static TextTable worlds() {
        TextTable table =
                new TextTable().row("WORLD", "OBSERVATION", "ACTION", "STEPS", "SOLVED AT");
        for (String id : Environments.ids()) {
            Environment environment = Environments.make(id);
            EnvironmentSpec kind = environment.spec();
            table.row(
                    id,
                    SpaceText.of(environment.observationSpace()),
                    SpaceText.of(environment.actionSpace()),
                    Integer.toString(kind.maxEpisodeSteps()),
                    kind.rewardThreshold().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.0f", kind.rewardThreshold().getAsDouble())
                            : "-");
        }
        return table;
    }

    private static TextTable formats() {
        TextTable table = new TextTable().row("FORMAT", "WHAT IT IS");
        for (DemonstrationFormat format : DemonstrationFormat.values()) {
            table.row(format.toString(), format.description());
        }
        return table;
    }
}
