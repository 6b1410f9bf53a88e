package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What an extractor is called in every figure.
 *
 * @param name for people
 * @param hash SHA-256 of all that its features depend on, in hexadecimal
 * @param accuracy share of held-out pictures whose class it knows; empty where it was not measured
 */
public record ExtractorIdentity(String name, String hash, OptionalDouble accuracy) {

    private static final int SHORT = 12;

    public ExtractorIdentity {
        require(!name.isBlank(), "an extractor needs a name, but it was '%s'", name);
        require(
                hash.matches("[0-9a-f]{64}"),
                "the hash must be a SHA-256 in hexadecimal, but was '%s'",
                hash);
        double share = accuracy.orElse(0);
        require(share >= 0 && share <= 1, "accuracy must be in [0, 1], but was %s", share);
    }

    /** Whether figures of the two may be compared. */
    public boolean comparableWith(ExtractorIdentity other) {
        return name.equals(other.name) && hash.equals(other.hash);
    }

    /** "strait-classifier 3f2a9c01b7de (98.93 % of held-out pictures right)". */
    @Override
    public String toString() {
        String text = name + " " + hash.substring(0, SHORT);
        return accuracy.isEmpty()
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                " (%.2f %% of held-out pictures right)",
                                100 * accuracy.getAsDouble());
    }
}
