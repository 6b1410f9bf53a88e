package dev.strait.demos;

import ai.djl.Device;
import dev.strait.agents.imitation.Imitation;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.TrainingOptions.Given;
import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.EpisodeSelection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait imitate}: from a file of demonstrations to a policy. */
@Command(
        name = "imitate",
        description = "Learn a policy from demonstrations.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait imitate",
            "  strait imitate --algorithm gail --env Pendulum-v1 --demonstrations expert.npz",
            "  strait imitate --resume runs/vail-CartPole-v1-001",
        })
final class ImitateCommand implements Callable<Integer> {

    /** Share of the way from random actions to the expert that counts as reached. */
    private static final double TARGET = 0.95;

    private static final String FIRST_WORLD = "CartPole-v1";

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "bc, gail, airl, vail or vairl; vail if left out.")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world; by default the one that the file names, or CartPole-v1.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--demonstrations",
            paramLabel = "FILE",
            description = "What to learn from; by default the file of the world in demos/data.")
    private Optional<Path> demonstrations = Optional.empty();

    @Option(
            names = "--subsample",
            paramLabel = "N",
            description = "Use every N-th pair of an episode only.")
    private Optional<String> subsample = Optional.empty();

    @Option(names = "--warm-start", description = "Begin with a policy cloned from the expert.")
    private boolean warmStart;

    @Option(
            names = "--reward",
            paramLabel = "FORM",
            description = "survival (every step pays), hurry (every step costs) or logit (either).")
    private Optional<String> reward = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "WHAT",
            description = "What the discriminator sees: state, state-action or transition.")
    private Optional<String> seen = Optional.empty();

    @Mixin private DemonstrationInput input;

    @Mixin private ModelInput model;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ImitationRun asked = asked();
        EnvironmentSpec world =
                ModelInput.world(asked.environment(), asked.model(), asked.margin());
        Demonstrations recorded = read(asked).episodes(EpisodeSelection.parse(asked.episodes()));
        DemonstrationFit.check(recorded, world);
        if (asked.recipe() == ImitationRecipes.BC && options.namesSteps()) {
            err.println("strait: bc takes no steps of the world; --set cloning.epochs=N bounds it");
            err.flush();
        }
        TensorEngine.threads(asked.threads());
        Device device = TensorEngine.device(asked.device());
        Seeds seeds = new Seeds(asked.seed());
        long begun = System.nanoTime();
        try (PolicyTraining training =
                new Imitation(world, asked.settings(), device, asked.threads(), seeds)
                        .training(asked.recipe(), recorded, asked.subsample())) {
            double warmStart = asked.warmStart() ? (System.nanoTime() - begun) / 1e9 : 0;
            PolicyPlan measures = measures(asked, world, recorded, warmStart);
            PolicyCourse course = new PolicyCourse(plan(asked, device), measures, training);
            return new RunStart(options, spec).run(course, asked, asked.steps());
        }
    }

    private ImitationRun asked() {
        options.refuseOtherCommand(ImitationRun.COMMAND);
        Optional<String> configured = options.peek("algorithm");
        ImitationRecipes recipe =
                algorithm.or(() -> configured).map(this::recipe).orElse(ImitationRecipes.VAIL);
        if (configured.isPresent() && !configured.get().equalsIgnoreCase(recipe.name())) {
            throw new IllegalArgumentException(
                    "--algorithm is %s, but the configuration is of %s; leave one of them out"
                            .formatted(recipe.name().toLowerCase(Locale.ROOT), configured.get()));
        }
        String id =
                environment.or(() -> options.peek("environment")).orElseGet(this::worldOfTheFile);
        return options.configure(ImitationRun.preset(recipe, id), given());
    }

    private ImitationRecipes recipe(String name) {
        List<String> known =
                Arrays.stream(ImitationRecipes.values())
                        .map(recipe -> recipe.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!known.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "no algorithm is called '" + name + "'" + NearestName.hint(name, known));
        }
        return ImitationRecipes.named(name);
    }

    private String worldOfTheFile() {
        return demonstrations
                .map(file -> DemonstrationInput.read(file, input.format()))
                .flatMap(Demonstrations::environmentId)
                .filter(Environments.ids()::contains)
                .orElse(FIRST_WORLD);
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>(model.given());
        Collections.addAll(
                given,
                new Given("--algorithm", "algorithm", algorithm.map(ImitateCommand::lower)),
                new Given("--env", "environment", environment),
                new Given(
                        "--demonstrations",
                        "demonstrations",
                        demonstrations.map(file -> file.toAbsolutePath().normalize().toString())),
                new Given("--format", "format", input.format()),
                new Given("--episodes", "episodes", input.episodes()),
                new Given("--subsample", "subsample", subsample),
                new Given(
                        "--warm-start",
                        "warmStart",
                        warmStart ? Optional.of(true) : Optional.empty()),
                new Given("--reward", "discriminator.reward", reward.map(ImitateCommand::constant)),
                new Given("--input", "discriminator.input", seen.map(ImitateCommand::constant)));
        return given;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@code state-action} as {@code STATE_ACTION}. */
    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Demonstrations read(ImitationRun asked) {
        Path file =
                asked.demonstrations()
                        .map(Path::of)
                        .orElseGet(() -> BundledDemonstrations.of(asked.environment()));
        return DemonstrationInput.read(file, asked.format());
    }

    private static RunPlan plan(ImitationRun asked, Device device) {
        boolean adversarial = asked.recipe().adversarial();
        return new RunPlan(
                ImitationRun.COMMAND,
                asked.algorithm(),
                asked.environment(),
                asked.seed(),
                device,
                MetricNames.ENVIRONMENT_STEPS,
                adversarial ? "steps" : "epochs",
                adversarial ? asked.steps() : asked.cloning().epochs());
    }

    private static PolicyPlan measures(
            ImitationRun asked,
            EnvironmentSpec world,
            Demonstrations recorded,
            double secondsBefore) {
        Optional<ReturnStatistics> expert =
                recorded.statistics()
                        .returns()
                        .map(
                                r ->
                                        new ReturnStatistics(
                                                r.mean(), r.std(), recorded.episodes().size()));
        ReturnStatistics random = RunStart.randomReturn(world);
        return new PolicyPlan(
                world,
                asked.evaluateEvery(),
                asked.recipe().adversarial()
                        && asked.discriminator().bottleneck() instanceof Bottleneck.Variational,
                expert,
                random,
                expert.map(e -> random.mean() + TARGET * (e.mean() - random.mean()))
                        .orElse(Double.NaN),
                secondsBefore);
    }
}
