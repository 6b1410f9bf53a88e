package dev.strait.core.network;

import ai.djl.ndarray.NDArray;

/**
 * An elementwise function between layers, for tensors and for plain Java alike. The class loads
 * where there is no DJL: saved policies act without it.
 */
public enum Activation {
    /** x. */
    IDENTITY {
        @Override
        public NDArray apply(NDArray values) {
            return values;
        }

        @Override
        public double apply(double value) {
            return value;
        }
    },
    /** tanh x. */
    TANH {
        @Override
        public NDArray apply(NDArray values) {
            return values.tanh();
        }

        @Override
        public double apply(double value) {
            return Math.tanh(value);
        }
    },
    /** max(x, 0). */
    RELU {
        @Override
        public NDArray apply(NDArray values) {
            return values.getNDArrayInternal().relu();
        }

        @Override
        public double apply(double value) {
            return Math.max(value, 0);
        }
    },
    /**
     * x where x ≥ 0, else 0.2 x: the slope of DCGAN (Radford et al. 2016) and of the VDB images.
     */
    LEAKY_RELU {
        @Override
        public NDArray apply(NDArray values) {
            return values.getNDArrayInternal().leakyRelu(0.2f);
        }

        @Override
        public double apply(double value) {
            return value >= 0 ? value : 0.2 * value;
        }
    },
    /** x where x ≥ 0, else eˣ − 1. */
    ELU {
        @Override
        public NDArray apply(NDArray values) {
            return values.getNDArrayInternal().elu(1f);
        }

        @Override
        public double apply(double value) {
            return value >= 0 ? value : Math.expm1(value);
        }
    },
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID {
        @Override
        public NDArray apply(NDArray values) {
            return values.getNDArrayInternal().sigmoid();
        }

        @Override
        public double apply(double value) {
            return 1 / (1 + Math.exp(-value));
        }
    },
    /** ln(1 + eˣ). */
    SOFTPLUS {
        @Override
        public NDArray apply(NDArray values) {
            return values.getNDArrayInternal().softPlus();
        }

        @Override
        public double apply(double value) {
            return Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
        }
    };

    /**
     * The function on every element.
     *
     * @param values any shape
     * @return the same shape, on the same manager
     */
    public abstract NDArray apply(NDArray values);

    /** The function on one number, for a forward pass without the engine. */
    public abstract double apply(double value);
}
