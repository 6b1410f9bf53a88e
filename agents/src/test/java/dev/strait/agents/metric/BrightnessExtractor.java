package dev.strait.agents.metric;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.agents.metric.extractor.Extraction;
import dev.strait.agents.metric.extractor.ExtractorIdentity;
import dev.strait.agents.metric.extractor.FeatureExtractor;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sees the first two pixels, and tells whether the first is the brighter one. */
final class BrightnessExtractor implements FeatureExtractor {

    @Override
    public ExtractorIdentity identity() {
        return new ExtractorIdentity("brightness", "0".repeat(64), OptionalDouble.empty());
    }

    @Override
    public int features() {
        return 2;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Device device() {
        return Device.cpu();
    }

    @Override
    public Extraction extract(NDArray images) {
        NDArray features = images.reshape(images.getShape().get(0), -1).get(":, 0:2");
        return new Extraction(features, Optional.of(features.softmax(1)));
    }

    @Override
    public void close() {}
}
