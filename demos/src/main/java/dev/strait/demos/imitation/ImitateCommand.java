package dev.strait.demos.imitation;

import static dev.strait.core.Require.require;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.imitation.StateView;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.RunStart;
import dev.strait.demos.training.TrainingOptions;
import dev.strait.demos.world.DemonstrationInput;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Demonstrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
            "  strait imitate --env PlanarBiped-v0 --motion run",
            "  strait imitate --recipe vail-one-centred --motion run --pixels",
            "  strait imitate --resume runs/vail-CartPole-v1-001",
        })
public final class ImitateCommand implements Callable<Integer> {

    /** The world where none is named. */
    public static final String FIRST_WORLD = "CartPole-v1";

    /** The world where a clip is named, but none to follow it in. */
    public static final String FIRST_CHARACTER = "PlanarBiped-v0";

    private static final String FRAMES = StateView.Frames.class.getSimpleName();

    @Option(
            names = {"--algorithm", "--recipe"},
            paramLabel = "NAME",
            description =
                    "bc, gail, airl, vail, vairl or another of strait list algorithms; vail if left"
                            + " out.")
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
            description =
                    "survival (every step pays), hurry (every step costs), logit (either) or"
                            + " least-squares (AMP's).")
    private Optional<String> reward = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "WHAT",
            description = "What the discriminator sees: state, state-action or transition.")
    private Optional<String> seen = Optional.empty();

    @Option(
            names = "--pixels",
            description =
                    "The discriminator sees frames of 64 by 64 pixels and nothing else; the policy"
                            + " sees what it always sees.")
    private boolean pixels;

    @Mixin private WorldInput worlds;

    @Mixin private DemonstrationInput input;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ImitationRun asked = asked();
        if (asked.recipe() == ImitationRecipes.BC) {
            requireNoDiscriminator();
        }
        PreparedImitation.check(asked);
        if (asked.recipe() == ImitationRecipes.BC && options.namesSteps()) {
            Remark.say(
                    spec.commandLine().getErr(),
                    "bc takes no steps of the world; --set cloning.epochs=N bounds it");
        }
        try (PreparedImitation prepared = PreparedImitation.of(asked, OptionalDouble.empty())) {
            return new RunStart(options, spec).run(prepared.course(), asked, asked.steps());
        }
    }

    /** Of cloning, which would not heed what is said of a discriminator, or of a warm start. */
    private void requireNoDiscriminator() {
        Map<String, Boolean> idle = new LinkedHashMap<>();
        idle.put("--reward", reward.isPresent());
        idle.put("--input", seen.isPresent());
        idle.put("--pixels", pixels);
        idle.put("--warm-start", warmStart);
        idle.forEach(
                (option, isGiven) ->
                        require(
                                !isGiven,
                                "bc clones the expert, without a discriminator; leave out %s",
                                option));
    }

    private ImitationRun asked() {
        options.refuseOtherCommand(ImitationRun.COMMAND);
        Optional<String> configured = options.peek("algorithm");
        ImitationRecipes recipe =
                algorithm
                        .or(() -> configured)
                        .map(ImitateCommand::recipe)
                        .orElse(ImitationRecipes.VAIL);
        if (configured.isPresent() && recipe(configured.get()) != recipe) {
            throw new IllegalArgumentException(
                    "--algorithm is %s, but the configuration is of %s; leave one of them out"
                            .formatted(recipe.id(), configured.get()));
        }
        String id =
                worlds.id(
                        environment
                                .or(() -> options.peek("environment"))
                                .orElseGet(this::worldOfTheFile));
        boolean configuredPixels =
                options.peek("discriminator.view.type").filter(FRAMES::equals).isPresent();
        ImitationRun preset = ImitationRun.preset(recipe, id, pixels || configuredPixels);
        return options.configure(preset, given(id, pixels && !configuredPixels));
    }

    /**
     * The recipe of a name, with hyphens or underscores.
     *
     * @throws IllegalArgumentException with the nearest of the known ones, where there is none
     */
    public static ImitationRecipes recipe(String name) {
        List<String> known = ImitationRecipes.ids();
        if (!known.contains(name.toLowerCase(Locale.ROOT).replace('_', '-'))) {
            throw new IllegalArgumentException(
                    "no algorithm is called '" + name + "'" + NearestName.hint(name, known));
        }
        return ImitationRecipes.named(name);
    }

    private String worldOfTheFile() {
        if (worlds.motionGiven()) {
            return FIRST_CHARACTER;
        }
        Optional<String> named =
                demonstrations
                        .map(file -> DemonstrationInput.read(file, input.format()))
                        .flatMap(Demonstrations::environmentId);
        named.ifPresent(ImitateCommand::requireKnown);
        return named.orElse(FIRST_WORLD);
    }

    private static void requireKnown(String id) {
        if (!Environments.knows(id)) {
            throw new IllegalArgumentException(
                    "the demonstrations are of %s, which is no world here; --env says which to use"
                            .formatted(id));
        }
    }

    private List<Given> given(String id, boolean frames) {
        List<Given> given = new ArrayList<>(worlds.given(environment, id));
        Collections.addAll(
                given,
                new Given("--algorithm", "algorithm", algorithm.map(name -> recipe(name).id())),
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
                new Given("--input", "discriminator.input", seen.map(ImitateCommand::constant)),
                new Given(
                        "--pixels",
                        "discriminator.view",
                        frames ? Optional.of(FRAMES) : Optional.empty()));
        return given;
    }

    /** {@code state-action} as {@code STATE_ACTION}. */
    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
