package dev.strait.agents.experiment.game;

import org.apache.commons.math3.complex.Complex;

/**
 * How two players of min over x, max over y of f(x, y) = xy move. Its only equilibrium is (0, 0),
 * and the gradient field (−y, x) turns around it.
 */
public enum Turns {
    /** Both at once, from the same place: x − ηy, y + ηx. */
    SIMULTANEOUS {
        @Override
        void move(double[] state, double rate) {
            double x = state[0];
            state[0] -= rate * state[1];
            state[1] += rate * x;
        }

        @Override
        public double growth(double rate) {
            return Math.sqrt(1 + rate * rate);
        }
    },
    /** One after the other, the second seeing the first's move. */
    ALTERNATING {
        @Override
        void move(double[] state, double rate) {
            state[0] -= rate * state[1];
            state[1] += rate * state[0];
        }

        @Override
        public double growth(double rate) {
            // Trace 2 − η², determinant 1: on the unit circle while η ≤ 2.
            return Spectrum.of(2 - rate * rate, 1).radius();
        }
    },
    /** From where a trial step leads (Korpelevich 1976). */
    EXTRAGRADIENT {
        @Override
        void move(double[] state, double rate) {
            double x = state[0] - rate * state[1];
            double y = state[1] + rate * state[0];
            state[0] -= rate * y;
            state[1] += rate * x;
        }

        @Override
        public double growth(double rate) {
            return new Complex(1 - rate * rate, rate).abs();
        }
    },
    /** Simultaneous, with ½‖∇f‖² added to both losses (Mescheder et al. 2017, at γ = 1). */
    CONSENSUS {
        @Override
        void move(double[] state, double rate) {
            double x = state[0];
            state[0] -= rate * (state[1] + x);
            state[1] += rate * (x - state[1]);
        }

        @Override
        public double growth(double rate) {
            return new Complex(1 - rate, rate).abs();
        }
    };

    /** One step of size η, in place. */
    abstract void move(double[] state, double rate);

    /** The closed form: factor of the distance from (0, 0) per step of size η. */
    public abstract double growth(double rate);
}
