package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.terminal.Delivery;
import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class StraitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | strait: a command is missing; strait --help lists them",
                "lst | strait: unknown command 'lst'; did you mean 'list'?",
                "frobnicate | strait: unknown command 'frobnicate'; see strait --help",
                "inspect | strait inspect: what is to be inspected? name a FILE, or pictures with --data",
                "inspect --jsn=1 x | strait inspect: unknown option '--jsn'; did you mean '--json'?",
                "completion x | strait completion: unexpected 'x'; see strait completion --help",
                "inspect nowhere.npz | strait inspect: nowhere.npz: there is no such file",
            })
    void shouldRefuseBadArgumentsInOneLine(String arguments, String line) {
        CommandRun run = CommandRun.of(arguments.isEmpty() ? List.of() : words(arguments));

        assertEquals(line, run.err().strip());
        assertEquals(ExitCode.REFUSED, run.code());
        assertEquals("", run.out());
    }

    private static List<String> words(String arguments) {
        return List.of(arguments.split(" "));
    }

    @Test
    void shouldPrintHelpOfEveryCommandWithAnExample() {
        assertEquals(ExitCode.DONE, CommandRun.of("--help").code());
        for (String command : Strait.commandLine().getSubcommands().keySet()) {
            CommandRun run = CommandRun.of(command, "--help");

            assertEquals(ExitCode.DONE, run.code(), command);
            assertTrue(run.out().contains("\n  strait " + command) || run.out().contains("source"));
        }
    }

    @Test
    void shouldTellItsVersions() {
        String out = CommandRun.of("--version").out();

        assertTrue(out.matches("strait \\d.*, djl \\d.*, pytorch \\d.*, java 1.*\\R"), out);
    }

    @Test
    void shouldListWorldsAndFormats() {
        assertTrue(CommandRun.of("list").out().contains("CartPole-v1"));
        assertTrue(CommandRun.of("list").out().contains("FORMAT"));
        assertFalse(CommandRun.of("list", "formats").out().contains("CartPole-v1"));
        assertFalse(CommandRun.of("list", "worlds").out().contains("FORMAT"));
    }

    @Test
    void shouldPrintACompletionScriptThatKnowsTheCommands() {
        String script = CommandRun.of("completion").out();

        assertTrue(script.contains("complete -F _complete_strait"), "binds to the launcher's name");
        assertTrue(script.contains("inspect"));
    }

    /** A command that fails in whatever way a test wants. */
    @Command(name = "fail")
    static final class Failing implements Runnable {

        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void run() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    private static CommandRun failing(Throwable failure, String... options) {
        CommandLine commandLine = Strait.commandLine();
        commandLine.addSubcommand("fail", CommandSpec.forAnnotatedObject(new Failing(failure)));
        // Handlers and inherited options reach only subcommands that are there before.
        CommandLine added = commandLine.getSubcommands().get("fail");
        added.setExecutionExceptionHandler(OneLineErrors::failed);
        String[] arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = "fail";
        return CommandRun.of(commandLine, arguments);
    }

    @Test
    void shouldBlameTheArgumentsForAnIllegalArgument() {
        CommandRun run = failing(new IllegalArgumentException("beta must be positive,\n was -1"));

        assertEquals("strait fail: beta must be positive, was -1", run.err().strip());
        assertEquals(ExitCode.REFUSED, run.code());
    }

    @Test
    void shouldFailWithTheReasonOtherwise() {
        CommandRun diverged = failing(new IllegalStateException("round 3: the loss is NaN"));
        CommandRun unforeseen = failing(new ArrayIndexOutOfBoundsException("7"));
        CommandRun full =
                failing(new java.io.UncheckedIOException(new java.io.IOException("disk full")));

        assertEquals("strait fail: round 3: the loss is NaN", diverged.err().strip());
        assertEquals(ExitCode.FAILED, diverged.code());
        assertEquals(
                "strait fail: java.lang.ArrayIndexOutOfBoundsException: 7",
                unforeseen.err().strip());
        assertEquals(ExitCode.FAILED, unforeseen.code());
        assertEquals("strait fail: disk full", full.err().strip());
        assertEquals(ExitCode.FAILED, full.code());
    }

    @Test
    void shouldTurnEvenErrorsIntoOneLine() {
        CommandRun run = failing(new OutOfMemoryError("heap"));

        assertEquals("strait: out of memory; try STRAIT_JAVA_OPTS=-Xmx2g", run.err().strip());
        assertEquals(ExitCode.FAILED, run.code());

        CommandRun unlinked = failing(new UnsatisfiedLinkError("no torch_cpu in path"));
        assertTrue(unlinked.err().startsWith("strait: a library is missing or does not fit: "));
        assertEquals(1, unlinked.err().lines().count());
        CommandRun unstarted =
                failing(new ExceptionInInitializerError(new IllegalStateException("no\nengine")));
        assertTrue(unstarted.err().endsWith("IllegalStateException: no" + System.lineSeparator()));
        assertEquals(ExitCode.FAILED, unlinked.code());
    }

    @Test
    void shouldShowTheStackTraceOnlyOnRequest() {
        IllegalStateException failure = new IllegalStateException("x");

        assertFalse(failing(failure).err().contains("at dev.strait"));
        assertTrue(failing(failure, "--debug").err().contains("at dev.strait"));
    }

    @Test
    void shouldNotEndAsDoneWhereTheResultDidNotGetThrough() throws IOException {
        Path full = Path.of("/dev/full"); // Linux: every write to it fails
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
        CommandLine commandLine = Strait.commandLine();
        StringWriter err = new StringWriter();
        commandLine.setErr(new PrintWriter(err));
        try (Delivery results = new Delivery(Files.newOutputStream(full))) {
            commandLine.setOut(new PrintWriter(results, true));

            int code = Strait.execute(commandLine, "list", "rewards");

            assertEquals(ExitCode.FAILED, Strait.delivered(commandLine, results, code));
        }
        assertTrue(err.toString().contains("cannot write to standard output: "), err.toString());
        assertEquals(1, err.toString().lines().count());
    }
}
