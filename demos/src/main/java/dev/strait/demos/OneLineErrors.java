package dev.strait.demos;

import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.terminal.ExitCode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever went wrong into one line on standard error: {@code strait inspect: x.npz: there is
 * no such file}.
 */
final class OneLineErrors {

    private OneLineErrors() {}

    /** Arguments that picocli could not make sense of. */
    static int refused(ParameterException error, String[] arguments) {
        return tell(error.getCommandLine(), message(error), error, ExitCode.REFUSED);
    }

    /** A command that threw: what it was given is to blame for an illegal argument. */
    static int failed(Exception error, CommandLine commandLine, ParseResult result) {
        boolean refused = error instanceof IllegalArgumentException;
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        if (error instanceof UncheckedIOException) {
            message = error.getCause().getMessage();
        } else if (!refused && !(error instanceof IllegalStateException)) {
            message = error.toString();
        }
        return tell(commandLine, message, error, refused ? ExitCode.REFUSED : ExitCode.FAILED);
    }

    private static int tell(CommandLine commandLine, String message, Exception error, int code) {
        String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
        String command = commandLine.getCommandSpec().qualifiedName();
        commandLine.getErr().println(command + ": " + line);
        if (Strait.debugging(commandLine)) {
            error.printStackTrace(commandLine.getErr());
        }
        commandLine.getErr().flush();
        return code;
    }

    private static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(error.getCommandLine(), unmatched.getUnmatched().get(0));
        }
        return lowered(error.getMessage());
    }

    private static String unmatched(CommandLine commandLine, String argument) {
        boolean option = argument.startsWith("-");
        List<String> known = new ArrayList<>();
        if (option) {
            commandLine
                    .getCommandSpec()
                    .options()
                    .forEach(spec -> known.addAll(List.of(spec.names())));
        } else {
            known.addAll(commandLine.getSubcommands().keySet());
        }
        String name = argument.split("=", 2)[0];
        String what =
                option ? "unknown option" : known.isEmpty() ? "unexpected" : "unknown command";
        String hint =
                NearestName.of(name, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse(
                                "; see "
                                        + commandLine.getCommandSpec().qualifiedName()
                                        + " --help");
        return what + " '" + name + "'" + hint;
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
