package dev.strait.demos.listing;

import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFormat;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait list}: what there is to choose from. */
@Command(
        name = "list",
        description =
                "List worlds, algorithms, recipes of GANs and imitation, forms of the reward, and formats of"
                        + " demonstrations.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  strait list", "  strait list worlds", "  strait list rewards"})
public final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum Subject {
        WORLDS(ListCommand::worlds),
        ALGORITHMS(AlgorithmList::text),
        RECIPES(RecipeList::text),
        REWARDS(RewardList::text),
        FORMATS(ListCommand::formats);

        private final Supplier<String> text;

        Subject(Supplier<String> text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "${COMPLETION-CANDIDATES}; everything if left out.")
    private Optional<Subject> subject = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Subject> chosen = subject.map(List::of).orElse(List.of(Subject.values()));
        for (Subject one : chosen) {
            out.print(one.text.get());
            if (one != chosen.get(chosen.size() - 1)) {
                out.println();
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static String worlds() {
        TextTable table =
                new TextTable().row("WORLD", "OBSERVATION", "ACTION", "STEPS", "SOLVED AT");
        for (String id : Environments.ids()) {
            Environment environment = Environments.make(id);
            EnvironmentSpec kind = environment.spec();
            table.row(
                    id,
                    SpaceText.of(environment.observationSpace()),
                    SpaceText.of(environment.actionSpace()),
                    Integer.toString(kind.maxEpisodeSteps()),
                    kind.rewardThreshold().isPresent()
                            ? BigDecimal.valueOf(kind.rewardThreshold().getAsDouble())
                                    .stripTrailingZeros()
                                    .toPlainString()
                            : "-");
        }
        return table
                + """

                Worlds with bodies (Ant to Walker2d): contact margins of two geoms become one by
                the larger of them in v4, as when its demonstrations were recorded, and by their sum
                in v5, as in MuJoCo 3.14; --margin chooses, --model takes a body of your own.

                """
                + PresetList.text();
    }

    private static String formats() {
        TextTable table = new TextTable().row("FORMAT", "", "WHAT IT IS");
        for (DemonstrationFormat format : DemonstrationFormat.values()) {
            String use = format.isWritten() ? "read, written" : "read";
            table.row(format.toString(), use, format.description());
        }
        return table.toString();
    }
}
