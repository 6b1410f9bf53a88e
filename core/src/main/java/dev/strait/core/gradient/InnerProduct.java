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

    /** Whole blocks of outputs by oneDNN, the rest by the engine. */
    private static final TorchScript SPLIT_PRODUCT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                      rest = torch.remainder(torch.size(w, 0), 64)
                      ws = torch.split_with_sizes(w, [torch.sub(torch.size(w, 0), rest), rest])
                      y = torch.to_dense(torch.mkldnn_linear(torch.to_mkldnn(x), ws[0]))
                      return torch.cat([y, torch.linear(x, ws[1])], 1)
                    """);

    private static final TorchScript SPLIT_AFFINE =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                      rest = torch.remainder(torch.size(w, 0), 64)
                      sizes = [torch.sub(torch.size(w, 0), rest), rest]
                      ws = torch.split_with_sizes(w, sizes)
                      bs = torch.split_with_sizes(b, sizes)
                      y = torch.to_dense(torch.mkldnn_linear(torch.to_mkldnn(x), ws[0], bs[0]))
                      return torch.cat([y, torch.linear(x, ws[1], bs[1])], 1)
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
        boolean filling = outputs % 64 == 0 || splits(outputs);
        return JniUtils.isGradMode()
                ? OnceDifferentiable.promised() && (filling || outputs % 16 == 0)
                : filling;
    }

    /** Where the rest is small beside the blocks, such as 16 of 784 (measured on a Zen 5). */
    private static boolean splits(long outputs) {
        return outputs % 64 != 0 && outputs >= 512;
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
        boolean splits = splits(weight.getShape().get(0));
        return bias == null
                ? (splits ? SPLIT_PRODUCT : PRODUCT).call(new NDList(input, weight))
                : (splits ? SPLIT_AFFINE : AFFINE).call(new NDList(input, weight, bias));
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
