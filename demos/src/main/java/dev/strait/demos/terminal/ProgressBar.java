package dev.strait.demos.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far training is: one line that is redrawn on a terminal; a line every ten percent or
 * five seconds elsewhere; nothing where quiet is asked for.
 */
public final class ProgressBar implements AutoCloseable {

    /** How progress is shown. */
    enum Style {
        REDRAWN,
        LINES,
        NONE
    }

    private static final int WIDTH = 20;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final Style style;
    private final LongSupplier nanoTime;
    private final String label;
    private final String unit;
    private final long total;
    private final long firstSteps;
    private final long started;
    private long shownAt;
    private long shownSteps;
    private String headline = "";
    private boolean drawn;

    ProgressBar(
            PrintStream out,
            Style style,
            LongSupplier nanoTime,
            String label,
            String unit,
            long total,
            long firstSteps) {
        this.out = out;
        this.style = style;
        this.nanoTime = nanoTime;
        this.label = label;
        this.unit = unit;
        this.total = total;
        this.firstSteps = firstSteps;
        this.started = nanoTime.getAsLong();
        this.shownAt = started - LINE_NANOS;
        this.shownSteps = firstSteps;
    }

    /**
     * On standard error.
     *
     * @param label what trains, such as {@code vail}
     * @param unit what is counted, such as {@code steps}
     * @param total steps at which it is done
     * @param firstSteps steps that a resumed run has behind it
     */
    public static ProgressBar onStandardError(
            String label, String unit, long total, long firstSteps, boolean quiet) {
        Style style = quiet ? Style.NONE : terminal() ? Style.REDRAWN : Style.LINES;
        return new ProgressBar(System.err, style, System::nanoTime, label, unit, total, firstSteps);
    }

    /** The launcher knows what standard error is; without it, a console is a fair sign. */
    private static boolean terminal() {
        String told = System.getProperty("strait.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /**
     * Shows progress if it is time to.
     *
     * @param steps taken so far
     * @param now how good it is, such as {@code return 475.0}; where empty, the last one stays
     */
    public void update(long steps, String now) {
        headline = now.isEmpty() ? headline : now;
        if (style != Style.NONE && due(steps)) {
            String line = line(steps);
            out.print(style == Style.REDRAWN ? CLEAR_LINE + line : line + System.lineSeparator());
            out.flush();
            drawn = true;
            shownAt = nanoTime.getAsLong();
            shownSteps = steps;
        }
    }

    /** Says something above the bar. */
    void say(String message) {
        if (style != Style.NONE) {
            out.print(style == Style.REDRAWN ? CLEAR_LINE : "");
            out.println(message);
            drawn = false;
            shownAt = nanoTime.getAsLong() - LINE_NANOS;
        }
    }

    @Override
    public void close() {
        if (style == Style.REDRAWN && drawn) {
            out.println();
        }
    }

    private boolean due(long steps) {
        long since = nanoTime.getAsLong() - shownAt;
        boolean finished = steps >= total;
        if (style == Style.REDRAWN) {
            return finished || since >= REDRAW_NANOS;
        }
        return finished || since >= LINE_NANOS || (steps - shownSteps) * 10 >= total;
    }

    private String line(long steps) {
        double seconds = (nanoTime.getAsLong() - started) / 1e9;
        double rate = seconds > 0 ? (steps - firstSteps) / seconds : 0;
        double share = Math.min(1, steps / (double) total);
        String bar = style == Style.REDRAWN ? " " + bar(share) : "";
        String eta = rate > 0 ? ", " + clock((total - steps) / rate) + " left" : "";
        String gained = headline.isEmpty() ? "" : ", " + headline;
        return String.format(
                Locale.ROOT,
                "%s%s %3.0f %%, %,d %s, %s/s%s%s",
                label,
                bar,
                100 * share,
                steps,
                unit,
                String.format(Locale.ROOT, rate < 1 ? "%.2f" : "%,.0f", rate),
                eta,
                gained);
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * WIDTH);
        return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    /** Seconds as {@code 1:02:03} or {@code 2:03}. */
    static String clock(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
