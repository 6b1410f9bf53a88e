package dev.strait.demos;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.experiment.Exhibit;
import dev.strait.demos.experiment.Exhibits;
import dev.strait.demos.experiment.ExperimentReport;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait experiment}: figures of the literature, drawn and checked. */
@Command(
        name = "experiment",
        description =
                "Run experiments of the literature: each draws its figure into a report and checks"
                        + " it against its closed form. Without a name, lists them.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait experiment",
            "  strait experiment dirac-gan",
            "  strait experiment all --out figures"
        })
final class ExperimentCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "One of those that are listed, or all.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "New folder for the report; by default a numbered one in runs.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description =
                    "cpu, or a graphics card such as gpu:0, which such small networks do not need."
                            + " Default: ${DEFAULT-VALUE}.")
    private String device;

    @Option(
            names = "--recipes",
            paramLabel = "R",
            split = ",",
            description = "mixtures: GAN recipes to play, such as gan,vgan-gp; or all.")
    private List<String> recipes = new ArrayList<>();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "mixtures: steps of the generator; by default the preset's.")
    private Optional<Long> steps = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            out.print(list());
            out.flush();
            return ExitCode.DONE;
        }
        List<Exhibit> chosen = chosen(name.get());
        requireFit(chosen);
        Device used = TensorEngine.device(device);
        boolean holds = true;
        for (Exhibit exhibit : chosen) {
            holds &= run(exhibit, used, chosen.size() > 1, out);
        }
        return holds ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String list() {
        TextTable table = new TextTable().row("EXPERIMENT", "WHAT IT SHOWS");
        Exhibits.all().forEach(exhibit -> table.row(exhibit.name(), exhibit.line()));
        return table.toString();
    }

    private static List<Exhibit> chosen(String name) {
        if (name.equals(ALL)) {
            return Exhibits.all();
        }
        List<Exhibit> named =
                Exhibits.all().stream().filter(exhibit -> exhibit.name().equals(name)).toList();
        if (named.isEmpty()) {
            List<String> names = new ArrayList<>(Exhibits.names());
            names.add(ALL);
            throw new IllegalArgumentException(
                    "unknown experiment '"
                            + name
                            + "'"
                            + NearestName.of(name, names)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("; strait experiment lists them"));
        }
        return named;
    }

    /** Before anything is written. */
    private void requireFit(List<Exhibit> chosen) {
        if (seed < 0) {
            throw new IllegalArgumentException("--seed must not be negative, but was " + seed);
        }
        boolean asked = !recipes.isEmpty() || steps.isPresent();
        if (asked && chosen.stream().noneMatch(Exhibit::playsRecipes)) {
            throw new IllegalArgumentException(
                    "--recipes and --steps are for mixtures; "
                            + chosen.get(0).name()
                            + " has neither");
        }
        if (!recipes.equals(List.of(ALL))) {
            recipes.forEach(GanRecipes::named);
        }
        if (steps.isPresent() && steps.get() < 1) {
            throw new IllegalArgumentException(
                    "--steps must be at least 1, but was " + steps.get());
        }
    }

    private boolean run(Exhibit exhibit, Device used, boolean several, PrintWriter out) {
        RunFolder to = folder(exhibit, several);
        long begun = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        Exhibit.Shown shown =
                exhibit.run(
                        new Exhibit.Request(
                                new Seeds(seed),
                                used,
                                recipes,
                                steps.map(OptionalLong::of).orElse(OptionalLong.empty()),
                                line -> {
                                    err.println(line);
                                    err.flush();
                                }));
        double seconds = (System.nanoTime() - begun) / 1e9;
        ExperimentReport report =
                new ExperimentReport(
                        exhibit, shown, command(exhibit), seed, TensorEngine.name(used), seconds);
        report.write(to);
        shown.checks().stream()
                .filter(check -> !check.holds())
                .forEach(
                        check ->
                                out.printf(
                                        "missed: %s: %s, has to be %s%n",
                                        check.claim(),
                                        Check.text(check.measured()),
                                        check.expected()));
        out.printf(
                Locale.ROOT,
                "%s: %s %.1f s, %s%n",
                exhibit.name(),
                report.verdict(),
                seconds,
                to.report());
        out.flush();
        return shown.holds();
    }

    private RunFolder folder(Exhibit exhibit, boolean several) {
        String asked = "command: " + command(exhibit) + "\n";
        if (folder.isEmpty()) {
            return RunFolder.createNumbered(Path.of("runs"), exhibit.name(), asked);
        }
        Path path = several ? folder.get().resolve(exhibit.name()) : folder.get();
        return RunFolder.create(path, asked);
    }

    private String command(Exhibit exhibit) {
        StringBuilder command = new StringBuilder("strait experiment ").append(exhibit.name());
        if (exhibit.playsRecipes() && !recipes.isEmpty()) {
            command.append(" --recipes ").append(String.join(",", recipes));
        }
        if (exhibit.playsRecipes() && steps.isPresent()) {
            command.append(" --steps ").append(steps.get());
        }
        return command.append(" --seed ").append(seed).toString();
    }
}
