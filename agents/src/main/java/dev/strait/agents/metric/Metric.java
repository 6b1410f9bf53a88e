package dev.strait.agents.metric;

import java.util.Locale;

/** What is measured of generated pictures. */
public enum Metric {
    /** {@link FrechetDistance}: lower is better; its bias depends on the numbers of pictures. */
    FID(true),
    /** {@link KernelDistance}: lower is better, and unbiased. */
    KID(false),
    /** Share of generated pictures inside the real {@link Neighbourhoods}: higher is better. */
    PRECISION(true),
    /** Share of real pictures inside the generated {@link Neighbourhoods}: higher is better. */
    RECALL(true),
    /** Number of classes with a share worth the name: higher is better. */
    COVERAGE(true),
    /** Entropy of {@link ClassShares} in nats: that of the real pictures is best. */
    ENTROPY(true);

    private final boolean dependsOnCounts;

    Metric(boolean dependsOnCounts) {
        this.dependsOnCounts = dependsOnCounts;
    }

    /** Whether the expected figure depends on how many pictures were looked at. */
    boolean dependsOnCounts() {
        return dependsOnCounts;
    }

    /** "fid", as in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
