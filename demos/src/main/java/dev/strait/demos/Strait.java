package dev.strait.demos;

import dev.strait.demos.comparison.CompareCommand;
import dev.strait.demos.gan.GanCommand;
import dev.strait.demos.gan.MeasureCommand;
import dev.strait.demos.gan.SampleCommand;
import dev.strait.demos.imitation.ImitateCommand;
import dev.strait.demos.inspection.InspectCommand;
import dev.strait.demos.listing.ListCommand;
import dev.strait.demos.play.EvaluateCommand;
import dev.strait.demos.play.RecordCommand;
import dev.strait.demos.policy.PpoCommand;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.Delivery;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.transfer.TransferCommand;
import dev.strait.demos.vib.VibCommand;
import dev.strait.demos.world.ConvertCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Strait: {@code strait COMMAND …}. */
@Command(
        name = "strait",
        description =
                "Adversarial learning through an information bottleneck: from demonstrations to a"
                        + " policy, from pictures to a generator.",
        mixinStandardHelpOptions = true,
        versionProvider = Strait.VersionLines.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImitateCommand.class,
            CompareCommand.class,
            PpoCommand.class,
            TransferCommand.class,
            GanCommand.class,
            SampleCommand.class,
            MeasureCommand.class,
            VibCommand.class,
            InspectCommand.class,
            ConvertCommand.class,
            RecordCommand.class,
            EvaluateCommand.class,
            ExperimentCommand.class,
            BenchCommand.class,
            ListCommand.class,
            CompletionCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:bad arguments or input",
            "130:interrupted, with the checkpoint written",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait imitate --env CartPole-v1 --demonstrations expert.npz",
            "  strait gan --recipe vgan-gp --data mnist",
            "  strait inspect expert.npz --env CartPole-v1 --replay",
            "  strait convert expert.npz expert-minari",
            "  strait COMMAND --help",
        })
public final class Strait implements Runnable {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error (also: STRAIT_DEBUG=1).")
    private boolean debug;

    @Spec private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine commandLine = commandLine();
        if (System.console() == null) {
            // What goes to a file or a program is UTF-8, whatever the locale.
            Delivery results = new Delivery(new FileOutputStream(FileDescriptor.out));
            commandLine.setOut(utf8(results));
            commandLine.setErr(utf8(new FileOutputStream(FileDescriptor.err)));
            System.exit(delivered(commandLine, results, execute(commandLine, arguments)));
        }
        System.exit(execute(commandLine, arguments));
    }

    /** The exit code, which is that of a failure where the results did not get through. */
    static int delivered(CommandLine commandLine, Delivery results, int code) {
        commandLine.getOut().flush();
        results.failure()
                .ifPresent(
                        reason -> {
                            PrintWriter err = commandLine.getErr();
                            Remark.say(err, "cannot write to standard output: " + reason);
                            err.flush();
                        });
        boolean lost = code == ExitCode.DONE && results.failure().isPresent();
        return lost ? ExitCode.FAILED : code;
    }

    /** The command line with all its commands. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Strait());
        commandLine.setParameterExceptionHandler(OneLineErrors::refused);
        commandLine.setExecutionExceptionHandler(OneLineErrors::failed);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine;
    }

    /** Runs one command; what even picocli lets through becomes one line, too. */
    static int execute(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            return fatal(commandLine, "out of memory; try STRAIT_JAVA_OPTS=-Xmx2g", e);
        } catch (LinkageError e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            String line = reason.toString().lines().findFirst().orElseThrow();
            return fatal(commandLine, "a library is missing or does not fit: " + line, e);
        } catch (StackOverflowError e) {
            return fatal(commandLine, "the input nests too deeply", e);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing; strait --help lists them");
    }

    /** Whether stack traces are wanted. */
    static boolean debugging(CommandLine commandLine) {
        Object root = commandLine.getCommandSpec().root().userObject();
        return System.getenv("STRAIT_DEBUG") != null || root instanceof Strait s && s.debug;
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int fatal(CommandLine commandLine, String message, Error error) {
        PrintWriter err = commandLine.getErr();
        Remark.say(err, message);
        if (debugging(commandLine)) {
            error.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAILED;
    }

    /** What {@code --version} prints. */
    static final class VersionLines implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Versions.line()};
        }
    }
}
