package dev.strait.demos.comparison;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.imitation.ImitateCommand;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.RunLock;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.ConfigurationHeader;
import dev.strait.demos.world.DemonstrationInput;
import dev.strait.demos.world.MotionInput;
import dev.strait.envs.Environments;
import dev.strait.envs.motion.ClipName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait compare}: recipes × seeds × worlds under one budget, one table, one figure. */
@Command(
        name = "compare",
        description =
                "Run several recipes of imitation over seeds and worlds under an equal budget, and"
                        + " draw one table and their learning curves. Stopped whenever, it goes on"
                        + " with --resume.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait compare --recipes gail,vail,vail-gp --env CartPole-v1,Pendulum-v1 --seeds 3",
            "  strait compare --recipes gail,vail --env Pendulum-v1=expert.npz --seconds 20",
            "  strait compare --recipes vail --variant 'fixed: vail"
                    + " discriminator.bottleneck.dualAscent=Fixed'",
            "  strait compare --resume runs/compare-001",
        })
public final class CompareCommand implements Callable<Integer> {

    @Option(
            names = {"--recipes", "--recipe"},
            paramLabel = "NAME",
            split = ",",
            description = "Recipes of strait list algorithms, as they are; gail,vail if left out.")
    private List<String> recipes = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "TEXT",
            description =
                    "'LABEL: RECIPE KEY=VALUE ...': a recipe with settings of its own. May be"
                            + " repeated.")
    private List<String> variants = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "ID[=FILE]",
            split = ",",
            description =
                    "Worlds, each with its demonstrations or those in demos/data; CartPole-v1, or"
                            + " PlanarBiped-v0 with --motion, if left out.")
    private List<String> worlds = new ArrayList<>();

    @Option(
            names = "--motion",
            paramLabel = "CLIP",
            split = ",",
            description =
                    "Clips of motion, by name or file, with +loop or +mirror behind it where"
                            + " --loop or --mirror is meant: each is learned in every world of --env,"
                            + " which must be worlds of characters.")
    private List<String> motions = new ArrayList<>();

    @Mixin private DemonstrationInput input;

    @Option(
            names = "--subsample",
            paramLabel = "N",
            description = "Use every N-th pair of an episode only.")
    private Optional<String> subsample = Optional.empty();

    @Option(
            names = "--pixels",
            description = "Discriminators see frames of 64 by 64 pixels, as in strait imitate.")
    private boolean pixels;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds; 3 if left out.")
    private Optional<String> seeds = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "The first of them; 0 if left out.")
    private Optional<String> firstSeed = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Steps of the world of each run; what the world's preset says if left out.")
    private Optional<String> steps = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "End each run after this much time of the processor.")
    private Optional<String> seconds = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, or a graphics card such as gpu:0.")
    private Optional<String> device = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the engine; one is fastest for small networks.")
    private Optional<String> threads = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting of every run, as strait imitate takes it. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder of the comparison; by default the next free one in runs/.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description =
                    "Go on with the comparison in this folder: what is finished is kept. Takes"
                            + " only --quiet beside it.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Begin what the config.yaml of another comparison asks for. Takes only --out"
                            + " and --quiet beside it.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--quiet", description = "No progress; errors and results only.")
    private boolean quiet;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Comparison asked = wanted();
        ComparisonRuns.check(asked);
        RunFolder folder = resume.map(RunFolder::open).orElseGet(() -> create(asked));
        if (!quiet) {
            Remark.say(
                    err,
                    "%s runs below %s; if stopped, go on with: strait compare --resume %2$s"
                            .formatted(asked.cells().size(), folder.path()));
        }
        try (RunLock lock = RunLock.take(folder)) {
            ComparisonRuns runs = new ComparisonRuns(asked, lock.folder(), err, quiet);
            int code = runs.run();
            if (code != ExitCode.INTERRUPTED) {
                spec.commandLine().getOut().print(runs.table());
                spec.commandLine().getOut().flush();
            }
            return code;
        }
    }

    private Comparison wanted() {
        if (resume.isPresent()) {
            refuseBeside("--resume");
            return read(RunFolder.open(resume.get()).configuration());
        } else if (config.isPresent()) {
            refuseBeside("--config", "--out");
            return read(config.get());
        }
        return asked();
    }

    private Comparison asked() {
        List<Contender> contenders = new ArrayList<>();
        List<String> named =
                recipes.isEmpty() && variants.isEmpty() ? List.of("gail", "vail") : recipes;
        named.forEach(name -> contenders.add(Contender.of(ImitateCommand.recipe(name))));
        variants.forEach(text -> contenders.add(Contender.parse(text)));
        Comparison plain = Comparison.of(contenders, subjects(), settings);
        Configuration<Comparison> asked = Configuration.startingFrom(plain);
        asked = with(asked, "--format", "format", input.format());
        asked = with(asked, "--episodes", "episodes", input.episodes());
        asked = with(asked, "--subsample", "subsample", subsample);
        asked = pixels ? asked.withOption("--pixels", "pixels", true) : asked;
        asked = with(asked, "--seeds", "seeds", seeds);
        asked = with(asked, "--seed", "firstSeed", firstSeed);
        asked = with(asked, "--steps", "steps", steps);
        asked = with(asked, "--seconds", "seconds", seconds);
        asked = with(asked, "--device", "device", device);
        asked = with(asked, "--threads", "threads", threads);
        return asked.value();
    }

    private static Configuration<Comparison> with(
            Configuration<Comparison> asked, String option, String key, Optional<String> value) {
        return value.map(given -> asked.withOption(option, key, given)).orElse(asked);
    }

    /** The worlds, or with clips every clip in every world: {@code ID:CLIP}. */
    private List<Comparison.Subject> subjects() {
        String first =
                motions.isEmpty() ? ImitateCommand.FIRST_WORLD : ImitateCommand.FIRST_CHARACTER;
        List<String> in = worlds.isEmpty() ? List.of(first) : worlds;
        if (motions.isEmpty()) {
            return in.stream().map(CompareCommand::subject).toList();
        }
        return in.stream()
                .map(world -> Environments.spec(world).id())
                .flatMap(
                        world ->
                                motions.stream()
                                        .map(
                                                clip ->
                                                        MotionInput.world(
                                                                world, ClipName.parse(clip))))
                .map(id -> new Comparison.Subject(Environments.spec(id).id(), Optional.empty()))
                .toList();
    }

    /** {@code ID} or {@code ID=FILE}. */
    private static Comparison.Subject subject(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new Comparison.Subject(Environments.spec(text).id(), Optional.empty());
        }
        Path file = Path.of(text.substring(equals + 1)).toAbsolutePath().normalize();
        return new Comparison.Subject(
                Environments.spec(text.substring(0, equals)).id(), Optional.of(file.toString()));
    }

    private RunFolder create(Comparison asked) {
        String command = ConfigurationHeader.arguments(spec);
        String text = ConfigurationHeader.of(command) + Configuration.yaml(asked);
        return out.map(path -> RunFolder.create(path, text))
                .orElseGet(() -> RunFolder.createNumbered(Path.of("runs"), "compare", text));
    }

    /** What a comparison's config.yaml asks for. */
    private static Comparison read(Path file) {
        Configuration.peek(file, "command")
                .filter(command -> !command.equals(Comparison.COMMAND))
                .ifPresent(
                        other -> {
                            throw new IllegalArgumentException(
                                    "that is a run of strait %s; use strait %1$s".formatted(other));
                        });
        Comparison any =
                Comparison.of(
                        List.of(Contender.of(ImitationRecipes.VAIL)),
                        List.of(new Comparison.Subject("CartPole-v1", Optional.empty())),
                        List.of());
        return Configuration.startingFrom(any).withFile(file).value();
    }

    private void refuseBeside(String option, String... allowed) {
        for (OptionSpec other : spec.options()) {
            boolean taken =
                    option.equals(other.longestName())
                            || List.of("--quiet", "--debug").contains(other.longestName())
                            || List.of(allowed).contains(other.longestName());
            if (!taken && spec.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new IllegalArgumentException(
                        option
                                + " takes the comparison's own settings; leave out "
                                + other.longestName());
            }
        }
    }
}
