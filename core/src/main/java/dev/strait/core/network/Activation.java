package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** An elementwise function between layers, for tensors and for plain Java alike. */
public enum Activation {
    /** x. */
    IDENTITY(x -> x, x -> x),
    /** tanh x. */
    TANH(NDArray::tanh, Math::tanh),
    /** max(x, 0). */
    RELU(x -> x.getNDArrayInternal().relu(), x -> Math.max(x, 0)),
    /**
     * x where x ≥ 0, else 0.2 x: the slope of DCGAN (Radford et al. 2016) and of the VDB images.
     */
    LEAKY_RELU(x -> x.getNDArrayInternal().leakyRelu(0.2f), x -> x >= 0 ? x : 0.2 * x),
    /** x where x ≥ 0, else eˣ − 1. */
    ELU(x -> x.getNDArrayInternal().elu(1f), x -> x >= 0 ? x : Math.expm1(x)),
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID(x -> x.getNDArrayInternal().sigmoid(), x -> 1 / (1 + Math.exp(-x))),
    /** ln(1 + eˣ). */
    SOFTPLUS(
            x -> x.getNDArrayInternal().softPlus(),
            x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));

    private final UnaryOperator<NDArray> ofTensor;
    private final DoubleUnaryOperator ofNumber;

    Activation(UnaryOperator<NDArray> ofTensor, DoubleUnaryOperator ofNumber) {
        this.ofTensor = ofTensor;
        this.ofNumber = ofNumber;
    }

    /**
     * The function on every element.
     *
     * @param values any shape
     * @return the same shape, on the same manager
     */
    public NDArray apply(NDArray values) {
        return ofTensor.apply(values);
    }

    /** The function on one number, for a forward pass without the engine. */
    public double apply(double value) {
        return ofNumber.applyAsDouble(value);
    }
}
