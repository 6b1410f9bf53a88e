package dev.strait.agents.experiment;

import static dev.strait.core.Require.require;

import java.util.Locale;

/**
 * One thing that an experiment must show: a claim, the figure that was measured, and where it has
 * to lie.
 *
 * @param claim what the figure is, in words
 * @param measured the figure
 * @param low it must not be below; −∞ for no bound
 * @param high it must not be above; ∞ for no bound
 */
public record Check(String claim, double measured, double low, double high) {

    public Check {
        require(low <= high, "low must not be above high, but they were %s and %s", low, high);
    }

    /** The figure is {@code expected}, within a tolerance. */
    public static Check near(String claim, double measured, double expected, double tolerance) {
        return new Check(claim, measured, expected - tolerance, expected + tolerance);
    }

    /** The figure is at most a bound. */
    public static Check atMost(String claim, double measured, double bound) {
        return new Check(claim, measured, Double.NEGATIVE_INFINITY, bound);
    }

    /** The figure is at least a bound. */
    public static Check atLeast(String claim, double measured, double bound) {
        return new Check(claim, measured, bound, Double.POSITIVE_INFINITY);
    }

    /** Whether it came out so; NaN never does. */
    public boolean holds() {
        return measured >= low && measured <= high;
    }

    /** Where the figure has to lie: {@code ≤ 0.5}, {@code ≥ 2}, {@code 5 ± 0.001}. */
    public String expected() {
        if (low == Double.NEGATIVE_INFINITY) {
            return "≤ " + text(high);
        } else if (high == Double.POSITIVE_INFINITY) {
            return "≥ " + text(low);
        }
        return text((low + high) / 2) + " ± " + text((high - low) / 2);
    }

    /** Four significant digits. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
