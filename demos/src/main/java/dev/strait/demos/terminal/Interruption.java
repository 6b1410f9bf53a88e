package dev.strait.demos.terminal;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM while a run trains: the loop is asked to stop, has the time to write its
 * checkpoint, and the process ends with 130.
 *
 * <pre>{@code
 * try (Interruption interruption = Interruption.install(System.err)) {
 *     while (!finished && !interruption.requested()) { … }
 *     writeCheckpoint();
 * }
 * }</pre>
 *
 * <p>The virtual machine answers both signals by running its shutdown hooks while the main thread
 * goes on; the hook installed here waits for {@link #close()}, which therefore comes last. A hook
 * is the portable way; {@code sun.misc.Signal} is not part of Java.
 */
public final class Interruption implements AutoCloseable {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(PrintStream err) {
        hook = new Thread(() -> interrupted(err), "interruption");
    }

    /** From here on a signal is a request. */
    public static Interruption install(PrintStream err) {
        Interruption interruption = new Interruption(err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the loop should stop at the next round. */
    public boolean requested() {
        return requested;
    }

    /**
     * Everything is written. After a signal the process ends within this call or soon after it;
     * otherwise signals mean again what they always do.
     */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending already: the hook gives the exit code.
        }
    }

    private void interrupted(PrintStream err) {
        requested = true;
        err.println();
        err.println("strait: interrupted; finishing the round and writing the checkpoint");
        try {
            finished.await();
        } catch (InterruptedException e) {
            err.println("strait: interrupted before the checkpoint was written");
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
