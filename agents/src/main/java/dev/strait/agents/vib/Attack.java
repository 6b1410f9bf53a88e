package dev.strait.agents.vib;

import static dev.strait.core.Require.require;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.gradient.OnceDifferentiable;
import dev.strait.core.tensor.NoiseStream;

/**
 * How a picture is moved within L∞ distance ε so that its class is missed. The attacker sees the
 * whole network, and differentiates E_z[−ln q(y|z)] over codes of its own drawing (expectation over
 * transformation, Athalye et al. 2018).
 */
public sealed interface Attack {

    /** A name for tables. */
    String label();

    /**
     * Attacked pictures, within ε of the given ones and in [−1, 1].
     *
     * @param victim what is attacked
     * @param images (B, C·H·W) in [−1, 1]
     * @param labels (B) int64, the true classes
     * @param epsilon ε in units of a pixel in [−1, 1]
     * @param noise of the attacker
     */
    NDArray attacked(
            Victim victim, NDArray images, NDArray labels, double epsilon, NoiseStream noise);

    /**
     * What an attacker differentiates.
     *
     * @param classifier seen through and through
     * @param samples codes drawn for one gradient; 0 for the mean code
     */
    record Victim(VibClassifier classifier, int samples) {

        public Victim {
            require(samples >= 0, "samples must be at least 0, but was %s", samples);
        }

        /** ∂ E[−ln q(y|z)] / ∂x of every picture, (B, C·H·W). */
        NDArray gradient(NDArray images, NDArray labels, NoiseStream noise) {
            NDArray inputs = images.duplicate();
            inputs.setRequiresGradient(true);
            return GradientMode.recording(
                            () -> InputGradient.of(surprise(inputs, labels, noise), inputs))
                    .stopGradient();
        }

        /** (B) E[−ln q(y|z)]. */
        private NDArray surprise(NDArray inputs, NDArray labels, NoiseStream noise) {
            NDArray logits = OnceDifferentiable.in(() -> logits(inputs, noise));
            return VibLoss.surprise(logits, labels).mean(new int[] {0});
        }

        /** Its answers, (B) int64: the class of the highest mean probability. */
        NDArray classes(NDArray images, NoiseStream noise) {
            return logits(images, noise).softmax(2).mean(new int[] {0}).argMax(1);
        }

        private NDArray logits(NDArray images, NoiseStream noise) {
            return samples == 0
                    ? classifier.logits(images).expandDims(0)
                    : classifier.logits(images, samples, noise);
        }
    }

    /** x + ε sign(∂loss/∂x), one step (Goodfellow et al. 2015). */
    record Fgsm() implements Attack {

        @Override
        public String label() {
            return "FGSM";
        }

        @Override
        public NDArray attacked(
                Victim victim, NDArray images, NDArray labels, double epsilon, NoiseStream noise) {
            NDArray ascent = victim.gradient(images, labels, noise).sign();
            return images.add(times(ascent, epsilon)).clip(-1, 1);
        }
    }

    /**
     * Steps of α sign(∂loss/∂x), each put back into the ε-ball, from a random point of it (Madry et
     * al. 2018).
     *
     * @param steps number of steps
     * @param stepShare α/ε; Madry et al. go 2.5 ε in all their steps together
     */
    record Pgd(int steps, double stepShare) implements Attack {

        public Pgd {
            require(steps >= 1, "steps must be at least 1, but was %s", steps);
            require(
                    stepShare > 0 && stepShare <= 2,
                    "stepShare must be in (0, 2], but was %s",
                    stepShare);
        }

        /** So many steps that reach 2.5 ε together. */
        public static Pgd of(int steps) {
            require(steps >= 1, "steps must be at least 1, but was %s", steps);
            return new Pgd(steps, Math.min(1, 2.5 / steps));
        }

        @Override
        public String label() {
            return "PGD-" + steps;
        }

        @Override
        public NDArray attacked(
                Victim victim, NDArray images, NDArray labels, double epsilon, NoiseStream noise) {
            NDManager manager = images.getManager();
            float radius = (float) epsilon;
            NDArray offset = noise.uniform(manager, images.getShape()).sub(0.5f);
            NDArray moved = images.add(times(offset, 2 * epsilon)).clip(-1, 1);
            for (int i = 0; i < steps; i++) {
                try (NDManager scope = manager.newSubManager()) {
                    moved.attach(scope);
                    NDArray ascent = victim.gradient(moved, labels, noise).sign();
                    NDArray ahead =
                            moved.add(times(ascent, epsilon * stepShare))
                                    .sub(images)
                                    .clip(-radius, radius);
                    NDArray next = images.add(ahead).clip(-1, 1);
                    next.attach(manager);
                    moved = next;
                }
            }
            return moved;
        }
    }
}
