package dev.strait.agents.gan;

import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.gradient.LearnerReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means over the steps of a round. */
final class RoundFigures {

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Double> companion = new ArrayList<>();
    private int updates;
    private BottleneckReport last;

    void add(DiscriminatorUpdate.Report step) {
        last = step.bottleneck();
        updates++;
        add("discriminator/loss", step.adversarialLoss());
        add("discriminator/penalty", step.penalty());
        add("discriminator/gradient_norm", step.learner().gradientNorm());
        if (last.tellsAccuracy()) {
            add("discriminator/accuracy_real", last.accuracyReal());
            add("discriminator/accuracy_fake", last.accuracyFake());
            add("discriminator/accuracy", last.accuracy());
            add("discriminator/accuracy_cap", last.accuracyCap());
        }
        add("bottleneck/kl_real", last.klReal());
        add("bottleneck/kl_fake", last.klFake());
        add("bottleneck/rate", last.rate());
        for (int i = 0; i < step.companion().size(); i++) {
            if (i == companion.size()) {
                companion.add(0.0);
            }
            companion.set(i, companion.get(i) + step.companion().get(i));
        }
    }

    void add(LearnerReport generator) {
        add("generator/loss", generator.loss());
        add("generator/gradient_norm", generator.gradientNorm());
    }

    private void add(String name, double value) {
        sums.merge(name, value, Double::sum);
        counts.merge(name, 1, Integer::sum);
    }

    /** Means by name; β is the last. */
    Map<String, Double> means(Recogniser recogniser) {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / counts.get(name)));
        means.put("bottleneck/beta", last.beta());
        means.put("bottleneck/limit", last.informationLimit());
        double rate = means.get("bottleneck/rate");
        means.put("bottleneck/satisfied", rate <= last.informationLimit() ? 1.0 : 0.0);
        recogniser.figures(companion.stream().map(sum -> sum / updates).toList(), means);
        return means;
    }
}
