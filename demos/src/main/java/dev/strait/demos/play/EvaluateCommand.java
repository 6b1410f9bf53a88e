package dev.strait.demos.play;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.TextTable;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.EnvironmentSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait evaluate}: how well a saved policy does. */
@Command(
        name = "evaluate",
        description = "Play a saved policy, or random actions, and tell returns and lengths.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait evaluate --policy runs/vail-001",
            "  strait evaluate --policy runs/vail-001 --random --json",
            "  strait evaluate --policy runs/vail-001 --episodes 1 --gif film.gif",
            "  strait evaluate --policy runs/vail-002 --episodes 20 --max-steps 1800",
            "  strait evaluate --random --env Pendulum-v1",
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** Episodes whose motion is measured: time warping takes the square of their length. */
    private static final int MOST_MEASURED = 20;

    @Option(
            names = "--policy",
            paramLabel = "FOLDER",
            description = "A run folder, or any other with policy.json and policy.safetensors.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--random",
            description = "Play uniformly random actions, too, or alone with --env ID.")
    private boolean random;

    @Option(
            names = "--gif",
            paramLabel = "FILE",
            description = "Film the first episode, in a .gif; must not exist.")
    private Optional<Path> gif = Optional.empty();

    @Option(
            names = "--frames",
            paramLabel = "FOLDER",
            description = "Draw every state of the first episode as a PNG there; must not exist.")
    private Optional<Path> frames = Optional.empty();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Mixin private WorldInput worlds;

    @Mixin private PlayOptions options;

    @Spec private CommandSpec spec;

    /** What {@code --json} prints; figures of what was not played are {@code null}. */
    private record Result(
            String command,
            Optional<String> policy,
            String environment,
            long seed,
            boolean stochastic,
            Optional<String> device,
            Optional<Played.Figures> policyReturn,
            Optional<Played.Figures> policyLength,
            Optional<Played.Figures> randomReturn,
            Optional<Played.Figures> randomLength,
            Optional<MotionMeasure> motion,
            Map<String, String> versions) {}

    @Override
    public Integer call() {
        options.episodes();
        options.seed();
        gif.ifPresent(file -> Disk.requireFree(file, ".gif"));
        frames.ifPresent(Disk::requireFree);
        if (policy.isEmpty() && !random) {
            throw new IllegalArgumentException("what is to be played? add --policy or --random");
        }
        if (policy.isEmpty() && options.stochastic()) {
            throw new IllegalArgumentException("--stochastic is how a policy acts; add --policy");
        }
        if (policy.isEmpty()) {
            EnvironmentSpec world = options.limited(worlds.world(worldOfRandom()));
            film(world, () -> randomActor(world));
            tell(world, Optional.empty(), Optional.empty(), Optional.empty());
            return ExitCode.DONE;
        }
        Device device = options.device();
        try (LoadedPolicy loaded =
                LoadedPolicy.of(policy.get(), options.environment(), worlds::worldOf, device)) {
            EnvironmentSpec world = options.limited(loaded.world());
            Played played = play(world, options.actor(loaded.policy()));
            film(world, () -> options.actor(loaded.policy()));
            tell(world, Optional.of(device), Optional.of(played), measure(world, loaded.policy()));
        }
        return ExitCode.DONE;
    }

    private Optional<MotionMeasure> measure(EnvironmentSpec world, Policy acting) {
        int few = Math.min(MOST_MEASURED, options.episodes());
        return MotionMeasure.of(world, options.actor(acting), few, seed());
    }

    private String worldOfRandom() {
        return options.environment()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--random without --policy needs a world: add --env ID"));
    }

    private long seed() {
        return options.seed();
    }

    private Actor randomActor(EnvironmentSpec world) {
        return Actor.random(
                world.factory().get().actionSpace(), new Seeds(seed()).stream("random actions"));
    }

    private Played play(EnvironmentSpec world, Actor actor) {
        Played played = new Played();
        Playing.play(world, actor, options.episodes(), seed(), played::add);
        return played;
    }

    private void tell(
            EnvironmentSpec world,
            Optional<Device> device,
            Optional<Played> ofPolicy,
            Optional<MotionMeasure> imitated) {
        Optional<Played> ofRandom =
                random ? Optional.of(play(world, randomActor(world))) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? JsonText.of(result(world, device, ofPolicy, ofRandom, imitated))
                        : table(ofPolicy, ofRandom) + sentence(imitated));
        out.flush();
        Stream.of(gif, frames)
                .flatMap(Optional::stream)
                .forEach(
                        file -> {
                            spec.commandLine().getErr().println("film: " + file);
                            spec.commandLine().getErr().flush();
                        });
    }

    private void film(EnvironmentSpec world, Supplier<Actor> actor) {
        gif.ifPresent(file -> PlayedFilm.shoot(file, world, actor.get(), seed()));
        frames.ifPresent(
                folder ->
                        Disk.writeFolder(
                                folder, to -> PlayedFilm.draw(to, world, actor.get(), seed())));
    }

    private Result result(
            EnvironmentSpec world,
            Optional<Device> device,
            Optional<Played> ofPolicy,
            Optional<Played> ofRandom,
            Optional<MotionMeasure> imitated) {
        return new Result(
                "evaluate",
                policy.map(Path::toString),
                world.id(),
                seed(),
                options.stochastic(),
                device.map(TensorEngine::name),
                ofPolicy.map(Played::returns),
                ofPolicy.map(Played::lengths),
                ofRandom.map(Played::returns),
                ofRandom.map(Played::lengths),
                imitated,
                Versions.all());
    }

    private static String sentence(Optional<MotionMeasure> imitated) {
        return imitated.map(motion -> motion.sentence() + System.lineSeparator()).orElse("");
    }

    private static TextTable table(Optional<Played> ofPolicy, Optional<Played> ofRandom) {
        TextTable table = PlayedTable.header();
        ofPolicy.ifPresent(p -> PlayedTable.row(table, "policy", p.returns(), p.lengths()));
        ofRandom.ifPresent(p -> PlayedTable.row(table, "random", p.returns(), p.lengths()));
        return table;
    }
}
