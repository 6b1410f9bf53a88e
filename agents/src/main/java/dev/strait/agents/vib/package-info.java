/**
 * The deep variational information bottleneck: a classifier whose linear head sees a picture only
 * through a noisy code, and pays β for every nat of it. The library's example user: it takes
 * networks, bottleneck, learner and checkpoints from {@code dev.strait.core} as anyone could.
 *
 * <p>Reading order: {@link dev.strait.agents.vib.VibSettings}, {@link dev.strait.agents.vib.Code}
 * (the bottleneck and its deterministic twins as values of one axis), {@code VibLoss}, {@link
 * dev.strait.agents.vib.VibTraining}, {@link dev.strait.agents.vib.VibEvaluation}, {@link
 * dev.strait.agents.vib.InformationPlane}, {@link dev.strait.agents.vib.Attack} and {@link
 * dev.strait.agents.vib.Robustness}, {@link dev.strait.agents.vib.VibClassifier}.
 *
 * <p>Papers: Alemi, Fischer, Dillon and Murphy 2017 (deep VIB), and the notebook of its first
 * author; Goodfellow et al. 2015 (FGSM); Madry et al. 2018 (PGD); Athalye et al. 2018 (why an
 * attacker must average over the noise).
 *
 * <p>The decision that was weighed: the noise belongs to the {@link dev.strait.agents.vib.Code},
 * not to the classifier. A code says how a picture becomes a distribution, a mean and draws, and so
 * the twin without a bottleneck is another value there and neither training, evaluation nor attack
 * has a branch for it.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>784-1024-1024 ReLU, μ and s of K = 256 each, σ = softplus(s − 5), linear head; pixels in
 *       [−1, 1]; prior N(0, I); loss in nats (paper and notebook).
 *   <li>Adam with β₁ 0.5; 1e-4, × 0.97 every 2 epochs, batch 100, 200 epochs are {@link
 *       dev.strait.agents.vib.VibSettings#PAPER} (notebook); {@link
 *       dev.strait.agents.vib.VibSettings#BRIEF} was chosen on 5,000 training pictures held out
 *       (Strait's own).
 *   <li>Average of the weights with decay min(0.999, (1 + t)/(10 + t)) after t steps (TensorFlow's
 *       rule; the notebook has 0.999 throughout, which a short training never gets away from).
 *   <li>First weights U(±1/√inputs) (PyTorch's rule; the notebook has Glorot's).
 *   <li>The last weights count: no checkpoint is chosen by its error.
 *   <li>Prediction by S codes averages probabilities, not scores (paper).
 *   <li>I(X; Z) ≤ E[KL] and I(Z; Y) ≥ H(Y) − E[−ln q(y|z)] with H(Y) of the evaluated labels
 *       (paper, section 3): bounds, in nats; the paper's figures are in bits.
 *   <li>Training multiplies in bfloat16 where asked (Strait's own); weights, sums and evaluation
 *       are float32.
 *   <li>Attacks are L∞, white-box, within the range of pixels, and differentiate through several
 *       draws; PGD starts at a random point.
 * </ul>
 */
package dev.strait.agents.vib;
