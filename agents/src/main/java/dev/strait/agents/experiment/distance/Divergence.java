package dev.strait.agents.experiment.distance;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;

/** What GANs measure, between two densities on the line, by numerical integration; in nats. */
public enum Divergence {
    /** KL(p ‖ q) = ∫ p ln(p/q): infinite where q is not and p is. */
    KL {
        @Override
        public double of(Density p, Density q) {
            return integral(p.low(), p.high(), x -> p.at(x) * (p.log(x) - q.log(x)));
        }
    },
    /** JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m), m their mean: in [0, ln 2], whatever p and q. */
    JENSEN_SHANNON {
        @Override
        public double of(Density p, Density q) {
            return (half(p, q) + half(q, p)) / 2;
        }

        /** ∫ p ln(2p / (p + q)) = ln 2 − ∫ p softplus(ln q − ln p). */
        private double half(Density p, Density q) {
            return Math.log(2)
                    - integral(p.low(), p.high(), x -> p.at(x) * softplus(q.log(x) - p.log(x)));
        }
    },
    /** W(p, q) = ∫ |P − Q| over the distribution functions, first order. */
    WASSERSTEIN {
        @Override
        public double of(Density p, Density q) {
            double low = Math.min(p.low(), q.low());
            double high = Math.max(p.high(), q.high());
            int cells = 20_000;
            double width = (high - low) / cells;
            double difference = 0;
            double sum = 0;
            for (int i = 0; i < cells; i++) {
                double x = low + (i + 0.5) * width;
                double change = (p.at(x) - q.at(x)) * width;
                sum += Math.abs(difference + change / 2) * width;
                difference += change;
            }
            return sum;
        }
    };

    /** The divergence of q from p. */
    public abstract double of(Density p, Density q);

    /**
     * The loss of the best discriminator, p/(p + q): −∫ p ln D − ∫ q ln(1 − D) = 2 ln 2 − 2 JS.
     *
     * @return summed cross-entropy, in nats
     */
    public static double lossOfBestDiscriminator(Density p, Density q) {
        return integral(p.low(), p.high(), x -> p.at(x) * softplus(q.log(x) - p.log(x)))
                + integral(q.low(), q.high(), x -> q.at(x) * softplus(p.log(x) - q.log(x)));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double integral(double low, double high, UnivariateFunction function) {
        return new IterativeLegendreGaussIntegrator(16, 1e-11, 1e-13)
                .integrate(10_000_000, function, low, high);
    }
}
