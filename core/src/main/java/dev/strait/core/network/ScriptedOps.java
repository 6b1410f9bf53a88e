package dev.strait.core.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.TorchScript;
import dev.strait.core.tensor.TensorEngine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Operations that DJL does not bind. Each is differentiable twice. */
final class ScriptedOps {

    /**
     * Adds the bias {@code b} to {@code y}, in place: the transposed convolution of oneDNN adds one
     * by its reference code, which takes as long as all its products.
     */
    private static final String ADD_BIAS = "y = torch.add_(y, torch.reshape(b, [1, -1, 1, 1]))";

    /** Where the kernels' output channels stand second, as the engine has it. */
    private static final String TRANSPOSED =
            """
            def forward(self: __torch__.Ops, x: Tensor, w: Tensor%s) -> Tensor:
              k = torch.transpose(w, 0, 1)
              y = torch.conv_transpose2d(x, k, None, [%d, %d], [%d, %d])
              %s
              return y
            """;

    private static final String UPSAMPLING =
            """
            def forward(self: __torch__.Ops, x: Tensor, w: Tensor, fold: Tensor%s) -> Tensor:
              rows = torch.reshape(torch.transpose(w, 0, 1), [-1, 9])
              size = [torch.size(w, 1), torch.size(w, 0), 4, 4]
              k = torch.reshape(torch.matmul(rows, torch.type_as(fold, w)), size)
              y = torch.conv_transpose2d(x, k, None, [2, 2], [1, 1])
              %s
              return y
            """;

    private static final TorchScript NEAREST =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                      size = [torch.mul(torch.size(x, 2), 2), torch.mul(torch.size(x, 3), 2)]
                      return torch.upsample_nearest2d(x, size)
                    """);

    private static final TorchScript UPSAMPLED = new TorchScript(UPSAMPLING.formatted("", ""));

    private static final TorchScript UPSAMPLED_BIASED =
            new TorchScript(UPSAMPLING.formatted(", b: Tensor", ADD_BIAS));

    private static final Map<Device, NDArray> FOLDS = new ConcurrentHashMap<>();

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
                        of.stride(),
                        of.stride(),
                        of.padding(),
                        of.padding(),
                        of.biased() ? ADD_BIAS : ""));
    }

    /** (B, C, H, W) to (B, C, 2H, 2W), each value four times. */
    static NDArray nearest(NDArray x) {
        return NEAREST.call(new NDList(x));
    }

    /**
     * 3×3 kernels with padding 1 on {@link #nearest}(x), without making the large picture.
     *
     * <p>Repeating a value is a transposed convolution with ones, so both together are one with 4×4
     * kernels: along an axis K[m] = w[2 − m] + w[3 − m], where w is 0 outside. That is 4 products a
     * value of the output instead of 9.
     *
     * @param x (B, C, H, W)
     * @param weight (outputs, C, 3, 3)
     * @param bias (outputs), or null
     */
    static NDArray upsampledConvolution(NDArray x, NDArray weight, NDArray bias) {
        NDArray fold = FOLDS.computeIfAbsent(x.getDevice(), ScriptedOps::fold);
        return bias == null
                ? UPSAMPLED.call(new NDList(x, weight, fold))
                : UPSAMPLED_BIASED.call(new NDList(x, weight, fold, bias));
    }

    /** (9, 16): which of the 3×3 weights go into which of the 4×4. Lives as long as the process. */
    private static NDArray fold(Device device) {
        float[] fold = new float[9 * 16];
        for (int i = 0; i < fold.length; i++) {
            int row = i / 16 / 3 + i % 16 / 4;
            int column = i / 16 % 3 + i % 4;
            boolean meets = (row == 2 || row == 3) && (column == 2 || column == 3);
            fold[i] = meets ? 1 : 0;
        }
        return TensorEngine.newManager(device).create(fold, new Shape(9, 16));
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
