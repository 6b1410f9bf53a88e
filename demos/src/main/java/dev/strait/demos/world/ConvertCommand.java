package dev.strait.demos.world;

import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DatasetDescription;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
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

/** {@code strait convert}: demonstrations from one format into another. */
@Command(
        name = "convert",
        description = "Write demonstrations in a format that other tools read.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait convert expert.npz expert-minari --env CartPole-v1",
            "  strait convert D4RL.hdf5 first-ten.npz --episodes 10",
        })
public final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN", description = "A file or folder.")
    private Path in;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "What to write; must not exist. A name that ends in .npz makes an npz.")
    private Path out;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = "minari, imitation-npz or episodes-npz; by default OUT's name tells.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world that was recorded; checked, and noted in the file.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Minari's name of the dataset, such as cartpole/expert-v0.")
    private Optional<String> id = Optional.empty();

    @Mixin private DemonstrationInput input;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        DemonstrationFormat to =
                DemonstrationFormat.named(
                        target.orElseGet(() -> DemonstrationOutput.formatOf(out)));
        Demonstrations recorded = input.read(in);
        DemonstrationFile.write(out, recorded, to, describe(recorded));
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%s: %s episodes, %s steps, as %s%n",
                out, recorded.episodes().size(), recorded.steps(), to);
        err.flush();
        return ExitCode.DONE;
    }

    private DatasetDescription describe(Demonstrations recorded) {
        String name = id.orElseGet(() -> DemonstrationOutput.datasetId(out));
        Optional<EnvironmentSpec> world =
                environment
                        .or(() -> recorded.environmentId().filter(Environments::knows))
                        .map(Environments::spec);
        if (world.isEmpty()) {
            return DatasetDescription.of(name, recorded);
        }
        DemonstrationFit.check(recorded, world.get());
        return DatasetDescription.of(
                name, world.get(), "", "converted by strait " + Versions.all().get("strait"));
    }
}
