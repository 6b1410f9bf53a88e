package dev.strait.demos.terminal;

import java.io.PrintWriter;

/**
 * What a command tells a person beside its result: a line on standard error that begins with {@code
 * strait:}.
 */
public final class Remark {

    private Remark() {}

    /**
     * Prints one at once.
     *
     * @param err the command's standard error
     * @param text of one line
     */
    public static void say(PrintWriter err, String text) {
        err.println("strait: " + text);
        err.flush();
    }
}
