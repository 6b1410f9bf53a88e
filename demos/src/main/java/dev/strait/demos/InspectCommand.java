package dev.strait.demos;

import dev.strait.demos.run.JsonText;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        footer = {
            "  strait inspect expert.npz",
            "  strait inspect expert.npz --env CartPole-v1 --replay",
            "  strait inspect expert.npz --json"
        })
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file or folder; strait list formats.")
    private Path file;

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world that it should fit; strait list worlds.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--replay",
            description =
                    "Replay every recorded action from its recorded observation in the world of"
                            + " --env (or the one that the file names), and tell how far it"
                            + " answers otherwise.")
    private boolean replay;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Mixin private DemonstrationInput input;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Demonstrations recorded = input.read(file);
        environment.ifPresent(id -> DemonstrationFit.check(recorded, Environments.spec(id)));
        Optional<Replay> replayed =
                replay ? Optional.of(Replay.of(recorded, world(recorded))) : Optional.empty();
        Inspection inspection = Inspection.of(file.toString(), recorded, replayed);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.of(inspection) : inspection.text());
        out.flush();
        return ExitCode.DONE;
    }

    private EnvironmentSpec world(Demonstrations recorded) {
        String id =
                environment
                        .or(recorded::environmentId)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the file names no world to replay in; add --env"
                                                        + " ID"));
        return Environments.spec(id);
    }
}
