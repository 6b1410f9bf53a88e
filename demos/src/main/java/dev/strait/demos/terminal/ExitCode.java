package dev.strait.demos.terminal;

/** What a command's exit code means. */
public final class ExitCode {

    /** All is as it was asked for. */
    public static final int DONE = 0;

    /** It went wrong, and no argument or input is to blame. */
    public static final int FAILED = 1;

    /** Bad arguments or bad input: mend the command and try again. */
    public static final int REFUSED = 2;

    /** Ctrl-C or a request to end; the checkpoint is written. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
