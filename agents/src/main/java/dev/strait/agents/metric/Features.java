package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import dev.strait.agents.metric.extractor.ExtractorIdentity;
import java.util.Optional;

/**
 * What an extractor saw in a set of pictures.
 *
 * @param extractor what saw it
 * @param points (N, F)
 * @param classes shares of the classes; empty where the extractor is no classifier
 */
public record Features(ExtractorIdentity extractor, Points points, Optional<ClassShares> classes) {

    /** Number of pictures. */
    public int images() {
        return points.count();
    }

    /** Refuses features of another extractor. */
    void requireSameExtractor(Features other) {
        require(
                extractor.comparableWith(other.extractor),
                "features of %s and of %s do not compare",
                extractor,
                other.extractor);
    }
}
