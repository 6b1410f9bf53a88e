package dev.strait.agents.imitation;

import dev.strait.core.bottleneck.BottleneckReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a discriminator did in one round.
 *
 * @param loss the adversarial loss alone, without penalties and constraint
 * @param gradientNorm of the whole loss
 * @param bottleneck rates, β and accuracies on sampled codes
 */
public record AdversaryReport(double loss, double gradientNorm, BottleneckReport bottleneck) {

    /** Above every cap of an I_c below half a bit; users of AMP report stuck runs from here on. */
    private static final double SATURATED = 0.98;

    /** What the round is drawn and logged by. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("discriminator/loss", loss);
        figures.put("discriminator/gradient_norm", gradientNorm);
        if (bottleneck.tellsAccuracy()) {
            figures.put("discriminator/accuracy_expert", bottleneck.accuracyReal());
            figures.put("discriminator/accuracy_agent", bottleneck.accuracyFake());
            figures.put("discriminator/accuracy", bottleneck.accuracy());
            figures.put("discriminator/accuracy_cap", bottleneck.accuracyCap());
            figures.put("discriminator/saturated", saturated() ? 1.0 : 0.0);
        }
        figures.put("bottleneck/beta", bottleneck.beta());
        figures.put("bottleneck/kl_expert", bottleneck.klReal());
        figures.put("bottleneck/kl_agent", bottleneck.klFake());
        figures.put("bottleneck/rate", bottleneck.rate());
        figures.put("bottleneck/limit", bottleneck.informationLimit());
        figures.put("bottleneck/satisfied", bottleneck.constraintSatisfied() ? 1.0 : 0.0);
        return figures;
    }

    /**
     * The saturation alarm: the discriminator tells nearly all samples apart, and its rewards no
     * longer say in which direction to improve. Silent where the objective tells no accuracy.
     */
    public boolean saturated() {
        return bottleneck.accuracy() > SATURATED;
    }

    /** Means of several steps; β is the last one's. */
    static final class Mean {

        private final double[] sums = new double[8];
        private int count;
        private BottleneckReport last;

        void add(AdversaryReport step) {
            BottleneckReport b = step.bottleneck();
            double[] values = {
                step.loss(),
                step.gradientNorm(),
                b.klReal(),
                b.klFake(),
                b.rate(),
                b.accuracyReal(),
                b.accuracyFake(),
                b.accuracyCap()
            };
            for (int i = 0; i < values.length; i++) {
                sums[i] += values[i];
            }
            count++;
            last = b;
        }

        AdversaryReport report() {
            double[] means = new double[sums.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = sums[i] / count;
            }
            return new AdversaryReport(
                    means[0],
                    means[1],
                    new BottleneckReport(
                            last.beta(),
                            means[2],
                            means[3],
                            means[4],
                            last.informationLimit(),
                            means[5],
                            means[6],
                            means[7],
                            last.bceFloor()));
        }
    }
}
