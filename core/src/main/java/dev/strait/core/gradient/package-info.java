/**
 * The only seam to the engine: everything that turns gradient mode on, asks for gradients or
 * imports {@code ai.djl.pytorch} is here.
 *
 * <p>Reading order: {@link dev.strait.core.gradient.Learner} (one flat parameter vector and its
 * optimiser), {@link dev.strait.core.gradient.Optimiser} and its records, {@link
 * dev.strait.core.gradient.InputGradient} (∂y/∂x with its graph, for penalties), {@link
 * dev.strait.core.gradient.ParameterAverage} (EMA and historical averages of the vector), {@link
 * dev.strait.core.gradient.MatrixPrecision}, {@link dev.strait.core.gradient.OnceDifferentiable},
 * {@link dev.strait.core.gradient.Upload}, then {@link dev.strait.core.gradient.TorchScript}, which
 * {@code core.network} uses too, and no other package.
 *
 * <p>The decision weighed: DJL's {@code GradientCollector} allows one open collector per JVM,
 * leaves gradients on every parameter it reached, and cannot differentiate twice; {@code
 * JniUtils.backward(createGraph)} leaks. DJL runs TorchScript, though, and {@code
 * torch.autograd.grad} inside a script has none of these faults. A TorchScript archive is a zip
 * that {@code TorchScript} writes in memory.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Global-norm clipping after Pascanu et al. 2013: g ← g · min(1, c / (‖g‖ + 1e-6)).
 *   <li>Adam after Kingma and Ba 2015, ε added outside the root; RMSProp after Hinton's lecture 6,
 *       ε outside the root, as PyTorch; the moments are part of a checkpoint.
 *   <li>Averages of parameters: the running mean of historical averaging (Salimans et al. 2016) and
 *       exponential ones, which start at the parameters; a twin network's parameters are views of
 *       the average, its running statistics copies (as in GAN_stability).
 *   <li>Dense layers multiply in float32, or in bfloat16 with sums, weights and everything else in
 *       float32 where a thread asks for it (Kalamkar et al. 2019).
 *   <li>In float32 they multiply by oneDNN instead of MKL on AMD's processors with AVX-512, where
 *       MKL uses half of the vector's width: 200 GFLOP/s a core instead of 105 on a Zen 5. That
 *       product is differentiable once, so in gradient mode it serves only under {@link
 *       dev.strait.core.gradient.OnceDifferentiable}.
 *   <li>Gradients are gathered in one buffer, and Adam goes over the vector by blocks of 262,144:
 *       new memory and long ways to it cost as much as the arithmetic.
 *   <li>A loss must be one float32 number: DJL silently makes float64 of a 0-dimensional array
 *       times a Java double.
 * </ul>
 */
package dev.strait.core.gradient;
