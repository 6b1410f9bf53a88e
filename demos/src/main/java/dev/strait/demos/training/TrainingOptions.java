package dev.strait.demos.training;

import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.RunFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/**
 * The options that every training command takes. Those that are settings land in the outermost
 * record of the configuration, under {@code seed}, {@code steps}, {@code device} and {@code
 * threads}; numbers may be written {@code 1e6}.
 */
public final class TrainingOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything that is random; the same seed gives the same run.")
    private String seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Steps to train for, such as 1e6: of the world (in transfer, of the one where the"
                            + " reward is learned) or of a GAN's generator; vib counts --epochs.")
    private String steps;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, or a graphics card such as gpu:0.")
    private String device;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the engine; one is fastest for small networks.")
    private String threads;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder of this run; by default the next free one in runs/.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description =
                    "Continue the run in this folder from its checkpoint, as if it had never"
                            + " stopped. Takes only --steps, --device and --quiet beside it.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML on top of the preset; the config.yaml of another run serves.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "One setting on top of the rest, by its place in config.yaml: of a policy"
                            + " ppo.learningRate=1e-3, of a GAN latent.size=32. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--quiet", description = "No progress; errors and results only.")
    private boolean quiet;

    /** The run to continue, where one is named. */
    public Optional<RunFolder> resumed() {
        if (resume.isPresent()) {
            refuseBesideResume("--seed", seed != null);
            refuseBesideResume("--threads", threads != null);
            refuseBesideResume("--out", out.isPresent());
            refuseBesideResume("--config", config.isPresent());
            refuseBesideResume("--set", !settings.isEmpty());
        }
        return resume.map(RunFolder::open);
    }

    /**
     * What was asked, on top of a preset: the run's own configuration or {@code --config}, then the
     * options, then each {@code --set}.
     *
     * @param preset every value where nothing is said
     * @param own the command's own options that are settings
     * @throws IllegalArgumentException where a setting is not one, or a resumed run does not take
     *     it
     */
    public <T extends Record> T configure(T preset, List<Given> own) {
        if (resume.isPresent()) {
            own.stream()
                    .filter(given -> !given.besideResume())
                    .forEach(
                            given -> refuseBesideResume(given.option(), given.value().isPresent()));
        }
        Configuration<T> configuration = Configuration.startingFrom(preset);
        Optional<Path> file = resumed().map(RunFolder::configuration).or(() -> config);
        if (file.isPresent()) {
            configuration = configuration.withFile(file.get());
        }
        for (Given given : own) {
            if (given.value().isPresent()) {
                Object value = given.value().get();
                configuration = configuration.withOption(given.option(), given.key(), value);
            }
        }
        configuration = with(configuration, "seed", seed);
        configuration = with(configuration, "steps", steps);
        configuration = with(configuration, "device", device);
        configuration = with(configuration, "threads", threads);
        return configuration.withSettings(settings).value();
    }

    /**
     * A key's value in {@code --config} or in the resumed run: what chooses the preset, such as the
     * algorithm, has to be known before the rest can be read.
     */
    public Optional<String> peek(String key) {
        return resumed()
                .map(RunFolder::configuration)
                .or(() -> config)
                .flatMap(file -> Configuration.peek(file, key));
    }

    /**
     * Refuses a run or configuration of another command.
     *
     * @param command the one that was called
     */
    public void refuseOtherCommand(String command) {
        peek("command")
                .filter(other -> !other.equals(command))
                .ifPresent(
                        other -> {
                            throw new IllegalArgumentException(
                                    "that is a run of strait %s; use strait %s --%s"
                                            .formatted(
                                                    other,
                                                    other,
                                                    resume.isPresent() ? "resume" : "config"));
                        });
    }

    /** Refuses an {@code --out} that is taken, before dear work is done for it. */
    public void requireFreeOut() {
        if (out.isPresent()) {
            try {
                RunFolder.requireFree(out.get());
            } catch (IOException e) {
                throw Disk.failure("read", out.get(), e);
            }
        }
    }

    /**
     * The folder of a new run.
     *
     * @param stem begins its name where {@code --out} gives none
     * @param command the arguments, noted in the configuration's first lines
     */
    public RunFolder create(String stem, String command, Record configuration) {
        String text = ConfigurationHeader.of(command) + Configuration.yaml(configuration);
        return out.map(folder -> RunFolder.create(folder, text))
                .orElseGet(() -> RunFolder.createNumbered(Path.of("runs"), stem, text));
    }

    /** Gives a resumed run a configuration that asks for more steps. */
    void extend(RunFolder folder, String command, Record configuration) {
        folder.extend(ConfigurationHeader.of(command) + Configuration.yaml(configuration));
    }

    /** The {@code --steps} that were given, where they are a number. */
    public OptionalLong steps() {
        try {
            return steps == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(new BigDecimal(steps.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            // Whoever binds the configuration says what is wrong with it.
            return OptionalLong.empty();
        }
    }

    /** Whether {@code --steps} was given. */
    public boolean namesSteps() {
        return steps != null;
    }

    /** Whether errors and results are all that is to be printed. */
    public boolean quiet() {
        return quiet;
    }

    private static <T extends Record> Configuration<T> with(
            Configuration<T> configuration, String key, String value) {
        return value == null ? configuration : configuration.withOption("--" + key, key, value);
    }

    private static void refuseBesideResume(String option, boolean given) {
        if (given) {
            throw new IllegalArgumentException(
                    "--resume continues with the run's own settings; leave out " + option);
        }
    }
}
