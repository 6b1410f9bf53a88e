package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

/**
 * What a rate permits. With as many real as generated samples, I(label; code) ≤ E[KL] whatever the
 * head does, so a discriminator on <em>sampled</em> codes cannot be surer than that. Nothing is
 * bounded on the mean path.
 */
public final class InformationBound {

    private static final double LN_2 = Math.log(2);

    private static final int BISECTIONS = 60;

    private InformationBound() {}

    /**
     * The best possible accuracy at a rate, by Fano: h(error) ≥ ln 2 − KL, with h the binary
     * entropy.
     *
     * @param klNats mean KL over the half-and-half mixture, in nats
     * @return in [½, 1]; 1 from ln 2 nats (one bit) on
     */
    public static double accuracyCap(double klNats) {
        requireRate(klNats);
        double missing = LN_2 - klNats;
        if (missing <= 0) {
            return 1;
        }
        double low = 0;
        double high = 0.5;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (binaryEntropy(middle) < missing) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 1 - high;
    }

    /**
     * The lowest possible sum of the cross-entropies of the two sides: 2(ln 2 − KL), at least 0.
     *
     * @param klNats mean KL over the half-and-half mixture, in nats
     * @return nats
     */
    public static double bceFloor(double klNats) {
        requireRate(klNats);
        return Math.max(0, 2 * (LN_2 - klNats));
    }

    private static void requireRate(double klNats) {
        require(klNats >= 0, "klNats must not be negative, but was %s", klNats);
    }

    private static double binaryEntropy(double p) {
        return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    }
}
