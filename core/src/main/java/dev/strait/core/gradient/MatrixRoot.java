package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * Square roots of symmetric matrices without negative eigenvalues, such as covariances, by LAPACK's
 * symmetric eigendecomposition, which DJL does not bind. Eigenvalues that rounding made negative
 * count as 0; the result carries no gradient.
 */
public final class MatrixRoot {

    private static final TorchScript ROOT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, matrix: Tensor) -> Tensor:
                      values, vectors, = torch.linalg_eigh(matrix)
                      roots = torch.sqrt(torch.clamp(values, 0))
                      return torch.matmul(torch.mul(vectors, roots), torch.transpose(vectors, 0, 1))
                    """);

    private static final TorchScript TRACE =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, matrix: Tensor) -> Tensor:
                      values = torch.linalg_eigvalsh(matrix)
                      return torch.sum(torch.sqrt(torch.clamp(values, 0)))
                    """);

    private MatrixRoot() {}

    /**
     * √A = Q √Λ Qᵀ of A = Q Λ Qᵀ.
     *
     * @param matrix (F, F), symmetric: what is above the diagonal is not read
     * @return (F, F), on the manager of {@code matrix}
     */
    public static NDArray of(NDArray matrix) {
        return call(ROOT, matrix);
    }

    /**
     * Tr √A = Σ √λ, for less than √A itself costs.
     *
     * @param matrix (F, F), symmetric: what is above the diagonal is not read
     * @return one number, on the manager of {@code matrix}
     */
    public static NDArray trace(NDArray matrix) {
        return call(TRACE, matrix);
    }

    private static NDArray call(TorchScript script, NDArray matrix) {
        Shape shape = matrix.getShape();
        require(
                shape.dimension() == 2 && shape.get(0) == shape.get(1),
                "the matrix must be square, but was %s",
                shape);
        return GradientMode.paused(() -> script.call(new NDList(matrix)));
    }
}
