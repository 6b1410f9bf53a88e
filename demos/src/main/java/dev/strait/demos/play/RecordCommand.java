package dev.strait.demos.play;

import dev.strait.demos.run.Disk;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.TextTable;
import dev.strait.demos.world.DemonstrationOutput;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Episode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait record}: demonstrations of a saved policy. */
@Command(
        name = "record",
        description = "Play a saved policy and write its episodes as demonstrations.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait record --policy runs/ppo-001 --episodes 20 --out expert.npz",
            "  strait record --policy runs/ppo-001 --out expert --minimum-return 475",
        })
public final class RecordCommand implements Callable<Integer> {

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FOLDER",
            description = "A run folder, or any other with policy.json and policy.safetensors.")
    private Path policy;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "What to write; must not exist. A name that ends in .npz makes an npz.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "minari, imitation-npz or episodes-npz; by default OUT's name tells.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--minimum-return",
            paramLabel = "R",
            description = "Leave out episodes whose return is below this.")
    private Optional<Double> minimum = Optional.empty();

    @Mixin private WorldInput worlds;

    @Mixin private PlayOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        DemonstrationFormat to =
                DemonstrationFormat.named(
                        format.orElseGet(() -> DemonstrationOutput.formatOf(out)));
        requireWritten(to);
        int count = options.episodes();
        long seed = options.seed();
        double least = minimum.orElse(Double.NEGATIVE_INFINITY);
        if (Double.isNaN(least)) {
            throw new IllegalArgumentException("--minimum-return must be a number, but was NaN");
        }
        Disk.requireFree(out);
        Played played = new Played();
        Played kept = new Played();
        List<Episode> recorded = new ArrayList<>();
        try (LoadedPolicy loaded =
                LoadedPolicy.of(policy, options.environment(), worlds::worldOf, options.device())) {
            Playing.play(
                    options.limited(loaded.world()),
                    options.actor(loaded.policy()),
                    count,
                    seed,
                    episode -> {
                        played.add(episode);
                        if (episode.episodeReturn() >= least) {
                            kept.add(episode);
                            recorded.add(episode);
                        }
                    });
            requireSome(recorded, played, least);
            write(loaded.world(), recorded, to);
        }
        print(to, played, kept);
        return ExitCode.DONE;
    }

    private static void requireWritten(DemonstrationFormat format) {
        if (!format.isWritten()) {
            throw new IllegalArgumentException(
                    format
                            + " is read, but not written: choose minari, imitation-npz or"
                            + " episodes-npz");
        }
    }

    private static void requireSome(List<Episode> recorded, Played played, double least) {
        if (recorded.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to write: the best of %s episodes has a return of %.3f, below %s"
                            .formatted(played.episodes(), played.returns().max(), least));
        }
    }

    private void write(EnvironmentSpec kind, List<Episode> recorded, DemonstrationFormat to) {
        DemonstrationOutput.write(
                out,
                kind,
                recorded,
                to,
                policy.toAbsolutePath().normalize().getFileName().toString());
    }

    private void print(DemonstrationFormat to, Played played, Played kept) {
        PrintWriter text = spec.commandLine().getOut();
        TextTable table = PlayedTable.header();
        PlayedTable.row(table, "played", played.returns(), played.lengths());
        PlayedTable.row(table, "recorded", kept.returns(), kept.lengths());
        text.print(table);
        text.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%s: %s %s, as %s; %s below the minimum return left out%n",
                out,
                kept.episodes(),
                kept.episodes() == 1 ? "episode" : "episodes",
                to,
                played.episodes() - kept.episodes());
        err.flush();
    }
}
