package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

/** How the optimiser's step size moves over a training. */
public sealed interface RateSchedule {

    /**
     * What the step size is multiplied by.
     *
     * @param epoch epochs that are over, with their fraction
     * @param epochs of the whole training
     */
    double factor(double epoch, int epochs);

    /**
     * factor^⌊epoch / every⌋: 0.97 every 2 epochs in the notebook of Alemi et al.
     *
     * @param factor in (0, 1]; 1 for a constant step size
     * @param every epochs
     */
    record Staircase(double factor, int every) implements RateSchedule {

        public Staircase {
            require(factor > 0 && factor <= 1, "factor must be in (0, 1], but was %s", factor);
            require(every >= 1, "every must be at least 1, but was %s", every);
        }

        @Override
        public double factor(double epoch, int epochs) {
            return Math.pow(factor, Math.floor(epoch / every));
        }
    }

    /**
     * last^(epoch / epochs): falls by the same share an epoch, whatever the length.
     *
     * @param last in (0, 1], what is left of the step size at the end
     */
    record Exponential(double last) implements RateSchedule {

        public Exponential {
            require(last > 0 && last <= 1, "last must be in (0, 1], but was %s", last);
        }

        @Override
        public double factor(double epoch, int epochs) {
            return Math.pow(last, epoch / epochs);
        }
    }

    /** ½(1 + cos(π epoch / epochs)): from 1 to 0 (Loshchilov and Hutter 2017). */
    record Cosine() implements RateSchedule {

        @Override
        public double factor(double epoch, int epochs) {
            return (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
        }
    }
}
