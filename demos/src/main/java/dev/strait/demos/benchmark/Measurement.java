package dev.strait.demos.benchmark;

/**
 * One measured figure.
 *
 * @param what was measured
 * @param value the median of five timed runs
 * @param unit of the value
 */
public record Measurement(String what, double value, String unit) {}
