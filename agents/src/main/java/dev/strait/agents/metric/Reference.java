package dev.strait.agents.metric;

import dev.strait.core.tensor.Seeds;
import java.util.Optional;

/**
 * Real pictures as the metrics need them.
 *
 * @param frechet present where FID is asked for
 * @param neighbourhoods present where precision is asked for
 */
record Reference(
        Features features,
        MetricSettings settings,
        Optional<FrechetDistance> frechet,
        Optional<Neighbourhoods> neighbourhoods) {

    static Reference of(Features features, MetricSettings settings) {
        Optional<FrechetDistance> frechet =
                settings.metrics().contains(Metric.FID)
                        ? Optional.of(FrechetDistance.from(Moments.of(features.points())))
                        : Optional.empty();
        Optional<Neighbourhoods> neighbourhoods =
                settings.metrics().contains(Metric.PRECISION)
                        ? Optional.of(Neighbourhoods.of(features.points(), settings.neighbours()))
                        : Optional.empty();
        return new Reference(features, settings, frechet, neighbourhoods);
    }

    /** Empty where the metric is one of classes and the extractor knows none. */
    Optional<Measurement> measure(Metric metric, Features generated, Seeds seeds) {
        return value(metric, generated, seeds)
                .map(
                        figure ->
                                new Measurement(
                                        metric,
                                        figure.value(),
                                        figure.deviation(),
                                        generated.extractor(),
                                        features.images(),
                                        generated.images()));
    }

    private Optional<Estimate> value(Metric metric, Features generated, Seeds seeds) {
        Points points = generated.points();
        return switch (metric) {
            case FID -> exact(frechet.orElseThrow().to(Moments.of(points)));
            case KID ->
                    Optional.of(
                            settings.kid()
                                    .between(
                                            features.points(),
                                            points,
                                            seeds.stream("kid subsets")));
            case PRECISION -> exact(neighbourhoods.orElseThrow().share(points));
            case RECALL ->
                    exact(
                            Neighbourhoods.of(points, settings.neighbours())
                                    .share(features.points()));
            case COVERAGE ->
                    generated
                            .classes()
                            .map(
                                    classes ->
                                            Estimate.exact(
                                                    classes.covered(settings.coveredShare())));
            case ENTROPY -> generated.classes().map(classes -> Estimate.exact(classes.entropy()));
        };
    }

    private static Optional<Estimate> exact(double value) {
        return Optional.of(Estimate.exact(value));
    }
}
