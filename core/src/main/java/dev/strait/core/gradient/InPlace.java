package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.TensorEngine;

/** Changes of an array's values that keep its storage, and so every view of it. */
public final class InPlace {

    private static final TorchScript COPY =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, to: Tensor, source: Tensor) -> Tensor:
                      return torch.copy_(to, source)
                    """);

    private static final TorchScript MIX =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, to: Tensor, source: Tensor, share: Tensor) -> Tensor:
                      return torch.lerp_(to, source, float(share))
                    """);

    private InPlace() {}

    /**
     * Gives an array the values of another of its shape. DJL's {@code set} and {@code copyTo} give
     * it new storage instead, and its views keep the old values.
     */
    public static void assign(NDArray to, NDArray source) {
        GradientMode.paused(
                () -> {
                    COPY.call(new NDList(to, source)).close();
                    return null;
                });
    }

    /**
     * Moves an array a share of the way to another of its shape, a ← a + share (b − a): the step of
     * a moving average.
     *
     * @param share in [0, 1]
     */
    static void mix(NDArray to, NDArray source, double share) {
        require(share >= 0 && share <= 1, "share must be in [0, 1], but was %s", share);
        GradientMode.paused(
                () -> {
                    try (NDManager host = TensorEngine.newManager(Device.cpu())) {
                        MIX.call(new NDList(to, source, host.create(share))).attach(host);
                    }
                    return null;
                });
    }
}
