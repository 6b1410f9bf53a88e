package dev.strait.core.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Derivatives with respect to inputs, themselves differentiable: what gradient penalties need. */
public final class InputGradient {

    private static final TorchScript SCRIPT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, y: Tensor, x: Tensor) -> Tensor:
                      go = annotate(List[Optional[Tensor]], [torch.ones_like(y)])
                      g = torch.autograd.grad([y], [x], go, True, True)
                      return unchecked_cast(Tensor, g[0])
                    """);

    private InputGradient() {}

    /**
     * ∂(Σ y)/∂x, with its graph. Rows that do not mix give each row its own gradient.
     *
     * @param outputs y, of any shape, computed from x in gradient mode
     * @param inputs x, an array that requires gradients
     * @return an array of x's shape
     */
    public static NDArray of(NDArray outputs, NDArray inputs) {
        return SCRIPT.call(new NDList(outputs, inputs));
    }
}
