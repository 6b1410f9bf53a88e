package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.strait.core.gradient.TorchScript;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Operations that DJL does not bind. Each is differentiable twice. */
final class ScriptedOps {

    /** Where the kernels' output channels stand second, as the engine has it. */
    private static final String TRANSPOSED =
            """
            def forward(self: __torch__.Ops, x: Tensor, w: Tensor%s) -> Tensor:
              k = torch.transpose(w, 0, 1)
              return torch.conv_transpose2d(x, k, %s, [%d, %d], [%d, %d])
            """;

    private static final TorchScript NEAREST =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                      size = [torch.mul(torch.size(x, 2), 2), torch.mul(torch.size(x, 3), 2)]
                      return torch.upsample_nearest2d(x, size)
                    """);

    private static final TorchScript RESIDUAL =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, branch: Tensor) -> Tensor:
                      return torch.add(x, branch, alpha=0.1)
                    """);

    private static final TorchScript GROUP_NORM =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor, scale: Tensor, offset: Tensor) -> Tensor:
                      return torch.group_norm(x, 1, scale, offset, 1.0000000000000001e-05)
                    """);

    private record Geometry(int stride, int padding, boolean biased) {}

    private static final Map<Geometry, TorchScript> TRANSPOSES = new ConcurrentHashMap<>();

    private ScriptedOps() {}

    /**
     * The transpose of a convolution.
     *
     * @param x (B, C, H, W)
     * @param weight (outputs, C, k, k)
     * @param bias (outputs), or null
     */
    static NDArray transposedConvolution(
            NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
        boolean biased = bias != null;
        TorchScript script =
                TRANSPOSES.computeIfAbsent(
                        new Geometry(stride, padding, biased), ScriptedOps::transposed);
        return script.call(biased ? new NDList(x, weight, bias) : new NDList(x, weight));
    }

    private static TorchScript transposed(Geometry of) {
        return new TorchScript(
                TRANSPOSED.formatted(
                        of.biased() ? ", b: Tensor" : "",
                        of.biased() ? "b" : "None",
                        of.stride(),
                        of.stride(),
                        of.padding(),
                        of.padding()));
    }

    /** (B, C, H, W) to (B, C, 2H, 2W), each value four times. */
    static NDArray nearest(NDArray x) {
        return NEAREST.call(new NDList(x));
    }

    /** x + 0.1 · branch. */
    static NDArray residual(NDArray x, NDArray branch) {
        return RESIDUAL.call(new NDList(x, branch));
    }

    /** (B, C, …) each sample to mean 0 and variance 1, then scale (C) and offset (C). */
    static NDArray layerNorm(NDArray x, NDArray scale, NDArray offset) {
        return GROUP_NORM.call(new NDList(x, scale, offset));
    }
}
