package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * x Wᵀ + b in float32 by oneDNN. The engine multiplies by MKL, which leaves the 512-bit
 * instructions of AMD's processors alone; oneDNN uses them and is up to twice as fast there. It is
 * differentiable once.
 */
final class InnerProduct {

    private static final TorchScript PRODUCT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                      return torch.to_dense(torch.mkldnn_linear(torch.to_mkldnn(x), w))
                    """);

    private static final TorchScript AFFINE =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                      return torch.to_dense(torch.mkldnn_linear(torch.to_mkldnn(x), w, b))
                    """);

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private static final boolean FASTER = faster();

    /** Below so many multiplications the call costs more than it spares (measured on a Zen 5). */
    private static final long WORTHWHILE = 1L << 22;

    private InnerProduct() {}

    /** Whether it is the faster way for these arguments, and one may go it. */
    static boolean serves(NDArray input, NDArray weight) {
        return FASTER
                && input.getShape().dimension() == 2
                && weight.size() * input.getShape().get(0) >= WORTHWHILE
                && !input.getDevice().isGpu()
                && input.getDataType() == DataType.FLOAT32
                && fits(weight.getShape().get(0));
    }

    /** Outputs that do not fill blocks of 64 cost the way forward, not the way back. */
    private static boolean fits(long outputs) {
        return JniUtils.isGradMode()
                ? OnceDifferentiable.promised() && outputs % 16 == 0
                : outputs % 64 == 0;
    }

    /**
     * x Wᵀ + b.
     *
     * @param input (B, inputs)
     * @param weight (outputs, inputs)
     * @param bias (outputs); null for none
     * @return (B, outputs), on the manager of {@code input}
     */
    static NDArray of(NDArray input, NDArray weight, NDArray bias) {
        return bias == null
                ? PRODUCT.call(new NDList(input, weight))
                : AFFINE.call(new NDList(input, weight, bias));
    }

    /** Linux alone tells its processor in a file; elsewhere the engine's way stays. */
    private static boolean faster() {
        try {
            String told = Files.isReadable(PROCESSOR) ? Files.readString(PROCESSOR) : "";
            return told.contains("AuthenticAMD") && told.contains(" avx512f ");
        } catch (IOException e) {
            return false;
        }
    }
}
