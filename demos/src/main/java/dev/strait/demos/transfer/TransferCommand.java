package dev.strait.demos.transfer;

import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.RunLock;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.ConfigurationHeader;
import dev.strait.demos.training.TrainingOptions;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.World;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait transfer}: a reward learned in one world trains a policy in another. */
@Command(
        name = "transfer",
        description =
                "Learn a reward from demonstrations in one world, freeze it, and train a new policy"
                        + " on it in another: the mirror of a maze.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait transfer",
            "  strait transfer --recipe vairl-gp --env SMaze-v0 --seeds 5",
            "  strait transfer --recipe all --seeds 5",
            "  strait transfer --resume runs/vairl-CMaze-v0-001"
        })
public final class TransferCommand implements Callable<Integer> {

    private static final String FIRST_WORLD = "CMaze-v0";

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description =
                    "gail, vail, airl, vairl, airl-gp or vairl-gp; several with commas between"
                            + " them, or all. vairl if left out.")
    private Optional<String> recipe = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world to learn the reward in; CMaze-v0 if left out.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "The world to use it in; by default the mirror of the first.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, counted upwards from --seed; 1 if left out.")
    private Optional<String> seeds = Optional.empty();

    @Option(
            names = "--demonstrations",
            paramLabel = "FILE",
            description = "What to learn from; by default the file of the world in demos/data.")
    private Optional<Path> demonstrations = Optional.empty();

    @Option(
            names = "--train-expert",
            description = "Train an expert in the first world and learn from its recording.")
    private boolean trainExpert;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        options.refuseOtherCommand(TransferRun.COMMAND);
        recipe.ifPresent(TransferCommand::requireKnown);
        String id = environment.or(() -> options.peek("environment")).orElse(FIRST_WORLD);
        Environments.spec(id);
        TransferRun asked = options.configure(TransferRun.preset(id), given());
        requireAlike(Environments.spec(asked.environment()), target(asked));
        Path file = asked.trainExpert() ? null : TransferDemonstrations.file(asked);
        TensorEngine.threads(asked.threads());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunFolder folder = options.resumed().orElseGet(() -> create(asked));
        try (RunLock lock = RunLock.take(folder)) {
            if (lock.folder().finished()) {
                Remark.say(
                        err,
                        "%s is finished; its report: %s".formatted(folder.path(), folder.report()));
                return ExitCode.DONE;
            }
            return new Transfer(lock.folder(), asked, out, err, options.quiet()).run(file);
        }
    }

    private static EnvironmentSpec target(TransferRun asked) {
        if (!Environments.ids().contains(asked.to()) && asked.to().contains("Mirrored")) {
            throw new IllegalArgumentException(
                    asked.environment() + " has no mirror; name a world with --to");
        }
        return Environments.spec(asked.to());
    }

    private static void requireKnown(String names) {
        List<String> known = new ArrayList<>(TransferRecipes.ids());
        known.add("all");
        for (String name : names.split(",", -1)) {
            if (!known.contains(name.strip().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "no recipe is called '" + name + "'" + NearestName.hint(name, known));
            }
        }
    }

    private static void requireAlike(EnvironmentSpec from, EnvironmentSpec to) {
        World here = from.factory().get();
        World there = to.factory().get();
        int size = here.observationSpace().size();
        if (size != there.observationSpace().size()
                || !here.actionSpace().equals(there.actionSpace())) {
            throw new IllegalArgumentException(
                    "a reward of %s cannot be used in %s: they have %s and %s observed numbers, and the"
                                    .formatted(
                                            from.id(),
                                            to.id(),
                                            size,
                                            there.observationSpace().size())
                            + " actions "
                            + here.actionSpace()
                            + " and "
                            + there.actionSpace());
        }
    }

    private RunFolder create(TransferRun asked) {
        String names = asked.recipes().size() == 1 ? asked.recipe() : TransferRun.COMMAND;
        String stem = names + "-" + asked.environment().replace('/', '-');
        return options.create(stem, ConfigurationHeader.arguments(spec), asked);
    }

    private List<Given> given() {
        return List.of(
                new Given("--recipe", "recipe", recipe),
                new Given("--env", "environment", environment),
                new Given("--to", "to", to),
                new Given("--seeds", "seeds", seeds),
                new Given(
                        "--demonstrations",
                        "demonstrations",
                        demonstrations.map(path -> path.toAbsolutePath().normalize().toString())),
                new Given(
                        "--train-expert",
                        "trainExpert",
                        trainExpert ? Optional.of(true) : Optional.empty()));
    }
}
