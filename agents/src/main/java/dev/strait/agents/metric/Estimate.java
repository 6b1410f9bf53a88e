package dev.strait.agents.metric;

/**
 * A figure and how far it scatters.
 *
 * @param deviation standard deviation; NaN where nothing was drawn
 */
public record Estimate(double value, double deviation) {

    /** A figure that no draw entered. */
    static Estimate exact(double value) {
        return new Estimate(value, Double.NaN);
    }
}
