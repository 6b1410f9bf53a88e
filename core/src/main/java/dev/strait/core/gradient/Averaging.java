package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

/** How much of the newest parameters goes into their average: θ̄ ← θ̄ + w(θ − θ̄). */
public sealed interface Averaging {

    /**
     * w of an update.
     *
     * @param update its number, from 1
     * @return in [0, 1]
     */
    double weight(long update);

    /** w = 1/t: the mean of all parameters seen (historical averaging, Salimans et al. 2016). */
    record RunningMean() implements Averaging {

        @Override
        public double weight(long update) {
            return 1.0 / update;
        }
    }

    /**
     * w = 1 − decay.
     *
     * @param decay 0.999 for generators in Mescheder et al. 2018 and for the deep VIB
     */
    record Exponential(double decay) implements Averaging {

        public Exponential {
            require(decay >= 0 && decay < 1, "decay must be in [0, 1), but was %s", decay);
        }

        @Override
        public double weight(long update) {
            return 1 - decay;
        }
    }

    /**
     * w = 1 − min(decay, (1 + t)/(10 + t)): exponential over a window that grows to its length, so
     * that a short training, too, leaves its first parameters behind (TensorFlow's moving average).
     *
     * @param decay in the end
     */
    record Growing(double decay) implements Averaging {

        public Growing {
            require(decay >= 0 && decay < 1, "decay must be in [0, 1), but was %s", decay);
        }

        @Override
        public double weight(long update) {
            return 1 - Math.min(decay, (1.0 + update) / (10.0 + update));
        }
    }
}
