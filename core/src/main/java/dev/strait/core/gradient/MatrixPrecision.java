package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import java.util.function.Supplier;

/**
 * In which numbers the dense layers of this thread multiply, forwards and backwards. Weights,
 * activations, sums, losses and optimisers are float32 either way.
 */
public enum MatrixPrecision {
    /** 24 bits of mantissa, by the engine's own product or a faster one ({@code InnerProduct}). */
    FLOAT32 {
        @Override
        NDArray product(NDArray input, NDArray weight, NDArray bias) {
            return InnerProduct.serves(input, weight)
                    ? InnerProduct.of(input, weight, bias)
                    : Linear.linear(input, weight, bias).singletonOrThrow();
        }
    },
    /**
     * Factors and results rounded to 8 bits of mantissa, sums in float32 (Kalamkar et al. 2019).
     * Two to four times faster where the processor has instructions for it (AVX-512 BF16, AMX,
     * NVIDIA cards since Ampere), far slower where it has none.
     */
    BFLOAT16 {
        @Override
        NDArray product(NDArray input, NDArray weight, NDArray bias) {
            return bias == null
                    ? PRODUCT.call(new NDList(input, weight))
                    : AFFINE.call(new NDList(input, weight, bias));
        }
    };

    private static final ThreadLocal<MatrixPrecision> CURRENT =
            ThreadLocal.withInitial(() -> FLOAT32);

    /** 15 and 6 are libtorch's numbers of bfloat16 and float32. */
    private static final TorchScript PRODUCT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                      xs = torch.to(x, 15, False, False)
                      return torch.to(torch.linear(xs, torch.to(w, 15, False, False)), 6, False, False)
                    """);

    private static final TorchScript AFFINE =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                      xs = torch.to(x, 15, False, False)
                      ws = torch.to(w, 15, False, False)
                      y = torch.linear(xs, ws, torch.to(b, 15, False, False))
                      return torch.to(y, 6, False, False)
                    """);

    abstract NDArray product(NDArray input, NDArray weight, NDArray bias);

    /** Computes with this precision, and puts back what was. */
    public <T> T in(Supplier<T> computation) {
        MatrixPrecision before = CURRENT.get();
        CURRENT.set(this);
        try {
            return computation.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /**
     * x Wᵀ + b in the precision of this thread.
     *
     * @param input (B, inputs)
     * @param weight (outputs, inputs)
     * @param bias (outputs); null for none
     * @return (B, outputs), on the manager of {@code input}
     */
    public static NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        return CURRENT.get().product(input, weight, bias);
    }
}
