package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Changes of an array's values that keep its storage, and so every view of it. */
public final class InPlace {

    private static final TorchScript COPY =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, to: Tensor, source: Tensor) -> Tensor:
                      return torch.copy_(to, source)
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
}
