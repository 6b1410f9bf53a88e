/**
 * Behaviour cloning: supervised learning of π(a|s) from demonstrated pairs. It is the baseline that
 * every adversarial method has to beat, and a warm start for them. Whole episodes are held out, and
 * the weights that did best on them are kept.
 *
 * <p>Reading order: {@link dev.strait.agents.bc.CloningSettings}, {@link
 * dev.strait.agents.bc.Cloning}, {@link dev.strait.agents.bc.CloningTraining}.
 *
 * <p>Papers: Pomerleau 1991; Ross and Bagnell 2010 (why errors add up over an episode).
 *
 * <p>The decision that was weighed: likelihood against squared error for continuous actions. The
 * likelihood also learns σ, which a warm start needs: PPO explores with it. Squared error would
 * leave σ where it began.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Loss: −E[ln π(a|s)] of the recorded action, clipped to its bounds, as a choice.
 *   <li>The observation moments become those of the demonstrations before the first step, and stay.
 *   <li>A share of the episodes, from the end of the file, is held out; a single episode is judged
 *       by itself (whole episodes, since steps of one episode are no independent witnesses).
 *   <li>Training stops after {@code patience} epochs without a better held-out loss, and takes the
 *       best weights back (Prechelt 1998).
 *   <li>Adam with ε = 1e-8, gradients held to norm 10 because a narrow Gaussian's grow without
 *       bound, L2 weight decay added to the gradient (PyTorch's Adam).
 *   <li>Accuracy is the share of held-out indices that the mode equals; for coordinates it is NaN.
 * </ul>
 */
package dev.strait.agents.bc;
