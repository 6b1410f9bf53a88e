package dev.strait.agents.metric;

import static dev.strait.core.Require.require;

import dev.strait.agents.metric.extractor.ExtractorIdentity;
import java.util.List;

/**
 * One figure with all that it depends on. Figures of different extractors live on different scales,
 * and biased ones of different numbers of pictures on shifted ones: comparing or averaging those is
 * refused.
 *
 * @param metric what was measured
 * @param value the figure
 * @param deviation its standard deviation, over KID's subsets or over averaged figures; NaN where
 *     it has none
 * @param extractor what saw the features
 * @param realImages number of real pictures
 * @param generatedImages number of generated pictures
 */
public record Measurement(
        Metric metric,
        double value,
        double deviation,
        ExtractorIdentity extractor,
        int realImages,
        int generatedImages) {

    public Measurement {
        require(Double.isFinite(value), "%s must be finite, but was %s", metric, value);
        require(
                realImages >= 1 && generatedImages >= 1,
                "%s needs pictures on either side, but there were %s and %s",
                metric,
                realImages,
                generatedImages);
    }

    /**
     * This figure less another.
     *
     * @throws IllegalArgumentException where the two do not compare
     */
    public double minus(Measurement other) {
        requireComparable(other);
        return value - other.value;
    }

    /**
     * Mean of some figures, with their standard deviation (dividing by one less than their number;
     * NaN for a single one), as over seeds.
     *
     * @throws IllegalArgumentException where two do not compare
     */
    public static Measurement mean(List<Measurement> figures) {
        require(!figures.isEmpty(), "there must be figures to average, but there were %s", 0);
        Measurement first = figures.get(0);
        figures.forEach(first::requireComparable);
        int count = figures.size();
        double mean = figures.stream().mapToDouble(Measurement::value).sum() / count;
        double squares =
                figures.stream().mapToDouble(f -> (f.value - mean) * (f.value - mean)).sum();
        return new Measurement(
                first.metric,
                mean,
                Math.sqrt(squares / (count - 1)),
                first.extractor,
                first.realImages,
                first.generatedImages);
    }

    private void requireComparable(Measurement other) {
        require(metric == other.metric, "%s and %s do not compare", metric, other.metric);
        require(
                extractor.comparableWith(other.extractor),
                "%s by %s and by %s do not compare",
                metric,
                extractor,
                other.extractor);
        require(
                !metric.dependsOnCounts()
                        || realImages == other.realImages
                                && generatedImages == other.generatedImages,
                "%s of %s and %s pictures and of %s and %s do not compare",
                metric,
                realImages,
                generatedImages,
                other.realImages,
                other.generatedImages);
    }
}
