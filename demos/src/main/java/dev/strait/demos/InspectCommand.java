package dev.strait.demos;

import dev.strait.demos.configuration.RecordWriter;
import dev.strait.demos.run.Summary;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait inspect}: what is in a file of demonstrations. */
@Command(
        name = "inspect",
        description = "Tell what is in a file of demonstrations and which worlds it fits.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  strait inspect expert.npz", "  strait inspect expert.npz --json"})
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file or folder; strait list formats.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Read it as this format; by default its content tells.")
    private Optional<String> format = Optional.empty();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Demonstrations recorded = read(file, format);
        Inspection inspection = Inspection.of(file.toString(), recorded);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Summary.json(RecordWriter.tree(inspection)) : inspection.text());
        out.flush();
        return ExitCode.DONE;
    }

    /** Reads demonstrations in the named format, or in the one that their content shows. */
    static Demonstrations read(Path file, Optional<String> format) {
        return format.map(DemonstrationFormat::named)
                .map(named -> DemonstrationFile.read(file, named))
                .orElseGet(() -> DemonstrationFile.read(file));
    }
}
