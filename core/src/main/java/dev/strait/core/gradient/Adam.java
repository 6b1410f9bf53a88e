package dev.strait.core.gradient;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;

/**
 * Adam: p ← p − α m̂ / (√v̂ + ε) with bias-corrected moments m̂, v̂ of the gradient (Kingma and Ba
 * 2015, algorithm 1).
 *
 * @param learningRate α
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon ε, added outside the root
 * @param weightDecay L2 coefficient λ: the gradient gets λ p added
 */
public record Adam(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimiser {

    /**
     * One call, a block of the vectors after the other: what a block's operations pass on to each
     * other stays in the processor's cache.
     */
    private static final TorchScript STEP =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, p: Tensor, gradient: Tensor, m: Tensor, v: Tensor, numbers: Tensor) -> Tensor:
                      b1 = float(torch.select(numbers, 0, 0))
                      b2 = float(torch.select(numbers, 0, 1))
                      decay = float(torch.select(numbers, 0, 2))
                      epsilon = float(torch.select(numbers, 0, 3))
                      alpha = float(torch.select(numbers, 0, 4))
                      if torch.gt(decay, 0.):
                        _0 = torch.add_(gradient, p, alpha=decay)
                      size = int(torch.select(numbers, 0, 5))
                      count = torch.floordiv(torch.add(torch.numel(p), torch.sub(size, 1)), size)
                      ps = torch.chunk(p, count)
                      gs = torch.chunk(gradient, count)
                      ms = torch.chunk(m, count)
                      vs = torch.chunk(v, count)
                      root = torch.empty_like(vs[0])
                      for i in range(torch.len(ps)):
                        g = gs[i]
                        _1 = torch.lerp_(ms[i], g, torch.sub(1., b1))
                        _2 = torch.addcmul_(torch.mul_(vs[i], b2), g, g, value=torch.sub(1., b2))
                        r = torch.narrow(root, 0, 0, torch.numel(g))
                        _3 = torch.add_(torch.sqrt(vs[i], out=r), epsilon)
                        _4 = torch.addcdiv_(ps[i], ms[i], r, value=alpha)
                      return p
                    """);

    /** Numbers of a block on the CPU: 1 MB of each vector. Other devices take all at once. */
    private static final long BLOCK = 1L << 18;

    public Adam {
        requirePositive(learningRate, "learningRate");
        require(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1), but was %s", beta1);
        require(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1), but was %s", beta2);
        requirePositive(epsilon, "epsilon");
        require(weightDecay >= 0, "weightDecay must not be negative, but was %s", weightDecay);
    }

    /** The paper's constants at a given step size. */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    /** The paper's constants, α = 1e-3 too. */
    public static Adam defaults() {
        return of(1e-3);
    }

    /** The same with other decays: β₁ = ½ in DCGAN, 0 in WGAN-GP and R3GAN. */
    public Adam decays(double first, double second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay);
    }

    @Override
    public List<String> moments() {
        return List.of("m", "v");
    }

    @Override
    public void step(
            NDArray parameters, NDArray gradient, List<NDArray> moments, long step, double rate) {
        double correction = Math.sqrt(1 - Math.pow(beta2, step));
        // α m̂ / (√v̂ + ε): both bias corrections go into the step size and ε.
        double alpha = rate * correction / (1 - Math.pow(beta1, step));
        long block = parameters.getDevice().isGpu() ? parameters.size() : BLOCK;
        double[] numbers = {beta1, beta2, weightDecay, epsilon * correction, -alpha, block};
        try (NDManager host = TensorEngine.newManager(Device.cpu())) {
            NDArray moved =
                    STEP.call(
                            new NDList(
                                    parameters,
                                    gradient,
                                    moments.get(0),
                                    moments.get(1),
                                    host.create(numbers)));
            moved.attach(host);
        }
    }
}
