package dev.strait.demos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** One command, run in this process: its exit code and what it printed. */
public record CommandRun(int code, String out, String err) {

    public static CommandRun of(String... arguments) {
        return of(Strait.commandLine(), arguments);
    }

    public static CommandRun of(List<String> arguments) {
        return of(arguments.toArray(String[]::new));
    }

    public static CommandRun of(CommandLine commandLine, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int code = Strait.execute(commandLine, arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
