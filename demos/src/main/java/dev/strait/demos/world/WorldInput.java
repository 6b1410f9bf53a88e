package dev.strait.demos.world;

import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.run.RunFolder;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.locomotion.Locomotion;
import dev.strait.envs.physics.MarginRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of every command that steps worlds: the clip that a character follows, whose body,
 * and by which rule its contact margins add up.
 */
public final class WorldInput {

    @Mixin private MotionInput motion;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "MJCF file to use in place of the bundled body of a locomotion world; it must"
                            + " have as many positions, velocities and controls.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--margin",
            paramLabel = "RULE",
            description =
                    "How the contact margins of two geoms become one: max (MuJoCo when v4 data"
                            + " were recorded) or sum (MuJoCo 3.14). By default max for v4 and sum"
                            + " for v5.")
    private Optional<String> margin = Optional.empty();

    /** Whether a clip was given. */
    public boolean motionGiven() {
        return motion.given();
    }

    /** The id of a world with the clip in place of its own, where one is given. */
    public String id(String id) {
        return motion.world(id);
    }

    /**
     * The options as settings of a run.
     *
     * @param environment as {@code --env} says
     * @param id what the run's world is called, the clip included
     */
    public List<Given> given(Optional<String> environment, String id) {
        return List.of(
                new Given("--env", "environment", environment.map(asked -> id)),
                new Given(
                        "--motion",
                        "environment",
                        motion.given() ? Optional.of(id) : Optional.empty()),
                new Given("--model", "model", model.map(WorldInput::absolute)),
                new Given("--margin", "margin", margin.map(name -> lower(rule(name)))));
    }

    /** The world of an id, as the options say. */
    public EnvironmentSpec world(String id) {
        return world(id(id), model.map(WorldInput::absolute), margin);
    }

    /**
     * The world of an id, as the options say, or else, in the run's own world, as the run says
     * whose policy is to act in it.
     *
     * @param policy a run folder, or a file in it
     */
    public EnvironmentSpec worldOf(Path policy, String id) {
        Path folder = Files.isDirectory(policy) ? policy : policy.toAbsolutePath().getParent();
        Optional<Path> run =
                Optional.of(new RunFolder(folder).configuration())
                        .filter(Files::isRegularFile)
                        .filter(
                                file ->
                                        Configuration.peek(file, "environment")
                                                .equals(Optional.of(id)));
        return world(
                id(id),
                model.map(WorldInput::absolute)
                        .or(() -> run.flatMap(file -> Configuration.peek(file, "model"))),
                margin.or(() -> run.flatMap(file -> Configuration.peek(file, "margin"))));
    }

    /**
     * The world of an id on a body and by a rule of one's own.
     *
     * @throws IllegalArgumentException where the id is unknown or has no body, or the file is no
     *     model of that kind
     */
    public static EnvironmentSpec world(
            String id, Optional<String> model, Optional<String> margin) {
        EnvironmentSpec bundled = Environments.spec(id);
        return model.isEmpty() && margin.isEmpty()
                ? bundled
                : Locomotion.spec(id, model.map(Path::of), margin.map(WorldInput::rule));
    }

    /**
     * Refuses options that would do nothing.
     *
     * @param why what they are about, for the message
     * @throws IllegalArgumentException where one is given
     */
    public void requireNothing(String why) {
        motion.anyGiven()
                .or(() -> model.map(file -> "--model"))
                .or(() -> margin.map(name -> "--margin"))
                .ifPresent(
                        option -> {
                            throw new IllegalArgumentException(option + " is about " + why);
                        });
    }

    private static MarginRule rule(String name) {
        for (MarginRule rule : MarginRule.values()) {
            if (lower(rule).equals(name.toLowerCase(Locale.ROOT))) {
                return rule;
            }
        }
        throw new IllegalArgumentException("--margin must be max or sum, but was '" + name + "'");
    }

    private static String lower(MarginRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
