package dev.strait.demos;

/** What a command's exit code means. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;

    /** Bad arguments or bad input: mend the command and try again. */
    static final int REFUSED = 2;

    /** Ctrl-C or a request to end; the checkpoint is written. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
