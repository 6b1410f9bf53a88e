/**
 * Networks, described as values and built as DJL Blocks. Their first weights are drawn in Java from
 * a named stream, so one seed gives the same network on every device and engine version. Any other
 * DJL Block can stand wherever one of these does.
 *
 * <p>Reading order: {@link dev.strait.core.network.Stack} and {@link dev.strait.core.network.Part}
 * (any row of layers), {@link dev.strait.core.network.Normalisation}, the named networks {@link
 * dev.strait.core.network.Dense}, {@link dev.strait.core.network.Convolutional}, {@link
 * dev.strait.core.network.DcganGenerator}, {@link dev.strait.core.network.ResidualEncoder} and
 * {@link dev.strait.core.network.ResidualGenerator}, {@link
 * dev.strait.core.network.InitialWeights}, {@link dev.strait.core.network.Forward} (a Block as a
 * function), {@link dev.strait.core.network.BlockState}, then the package's own {@code Layered},
 * {@code Affine}, {@code ScriptedOps} and {@code SpectralNorm}.
 *
 * <p>Papers: orthogonal weights, Saxe et al. 2014; spectral normalisation, Miyato et al. 2018; N(0,
 * 0.02²), leaky slope 0.2 and the generator of transposed convolutions, Radford et al. 2016;
 * residual networks without normalisation, Mescheder et al. 2018; minibatch discrimination and
 * virtual batch normalisation, Salimans et al. 2016.
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
 *       matrix (filters, channels · area), a transposed one too; the division is done on the
 *       output, (W/σ)x = (Wx)/σ.
 *   <li>Batch normalisation from the second hidden layer on, so not on a discriminator's input, and
 *       not after a generator's last layer (Radford et al. 2016); first scales N(1, 0.02²) as in
 *       their code; ε = 1e-5 and momentum 0.1 as PyTorch; the running variance with Bessel's
 *       correction. Running statistics, counters of noise and reference batches are buffers.
 *   <li>Layer normalisation over channels and places, one scale and offset a channel (Gulrajani et
 *       al. 2017).
 *   <li>Residual blocks (official VDB image code, after GAN_stability): φ before the kernels, slope
 *       0.2, as many hidden channels as the fewer of inputs and outputs, a tenth of the branch, the
 *       shortcut 1×1 without bias where channels change; means over 3×3 squares at every second
 *       place, zeros counted; nearest neighbours; the encoder ends without φ.
 *   <li>Nearest neighbours and 3×3 kernels are one transposed convolution (Strait's own; 110 ms for
 *       334 ms, forward and backward, of 64 pictures from 128 channels at 16×16 to 64 at 32×32 on
 *       one busy core).
 *   <li>Transposed weights have their outputs first, and {@code FanIn} takes inputs times area for
 *       them; PyTorch takes outputs times area.
 *   <li>Minibatch discrimination leaves the sample itself out of its sum; no bias, and the tensor
 *       starts as the other weights do (the authors' code scales it by the first batch).
 *   <li>Virtual batch normalisation: the reference batch goes along as the first rows of every
 *       pass; its own rows have its moments alone.
 * </ul>
 */
package dev.strait.core.network;
