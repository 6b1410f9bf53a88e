/**
 * Networks, described as values and built as DJL Blocks. Their first weights are drawn in Java from
 * a named stream, so one seed gives the same network on every device and engine version. Any other
 * DJL Block can stand wherever one of these does.
 *
 * <p>Reading order: {@link dev.strait.core.network.Dense}, {@link
 * dev.strait.core.network.Convolutional}, {@link dev.strait.core.network.InitialWeights}, {@link
 * dev.strait.core.network.Forward} (a Block as a function), then the package's own {@code Layered},
 * {@code Affine} and {@code SpectralNorm}.
 *
 * <p>Papers: orthogonal weights, Saxe et al. 2014; spectral normalisation, Miyato et al. 2018; N(0,
 * 0.02²) and leaky slope 0.2, Radford et al. 2016.
 *
 * <p>The decision weighed: nested DJL Blocks against one flat Block of layers. DJL builds the list
 * of all parameter names at every pass of every nested Block, so the flat one costs less a pass and
 * gives short names; a user's nested Blocks work all the same.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Biases start at zero, except under {@code FanIn}, which is PyTorch's rule.
 *   <li>Orthogonal weights by Gram–Schmidt, twice over, in double.
 *   <li>Spectral normalisation: one power iteration a training pass and none at inference, u saved
 *       as a buffer, u and v constants of the graph and W not (Miyato et al. 2018, algorithm 1); 20
 *       steps on the first weight (Strait's own, so that the first σ is right); a kernel is the
 *       matrix (filters, channels · area); the division is done on the output, (W/σ)x = (Wx)/σ.
 * </ul>
 */
package dev.strait.core.network;
