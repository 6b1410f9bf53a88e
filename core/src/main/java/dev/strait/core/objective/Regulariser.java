package dev.strait.core.objective;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;
import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.NoiseStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What keeps a critic smooth. A trainer asks for the layers and the trunk when it builds the
 * critic, and calls the other hooks at every step; a regulariser answers those that concern it, and
 * the others do nothing.
 *
 * <p>A critic here takes one array. Where it sees several (state and action), they are joined
 * first, so that every one of them is penalised: Unity ML-Agents penalised the first alone.
 */
public sealed interface Regulariser {

    /**
     * What the discriminator sees in place of its inputs, on either side.
     *
     * @param inputs (B, …)
     * @return (B, …)
     */
    default NDArray perturb(NDArray inputs, NoiseStream noise) {
        return inputs;
    }

    /**
     * A term of the discriminator's loss, called in gradient mode.
     *
     * @param critic (B, …) to (B), rows apart
     * @param real (B, …) real or expert samples
     * @param fake (B, …) generated samples
     * @return a scalar with its graph
     */
    default NDArray penalty(
            UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NoiseStream noise) {
        return real.getManager().create(0f);
    }

    /**
     * A term of the discriminator's loss on its weights alone, called in gradient mode.
     *
     * @param network all that is learned
     * @param head the last linear unit of it, which gives the logit
     * @param scope where the term lives
     * @return a scalar with its graph
     */
    default NDArray weightPenalty(Block network, Block head, NDManager scope) {
        return scope.create(0f);
    }

    /**
     * Puts the critic's parameters back where they are allowed, in place, after the optimiser's
     * step.
     *
     * @param parameters (P)
     */
    default void project(NDArray parameters) {}

    /** How the critic's layers are to use their weights. */
    default WeightForm weightForm() {
        return WeightForm.PLAIN;
    }

    /**
     * The trunk as the heads are to be put on it.
     *
     * @param trunk with its weights
     * @param input shape of a batch of one that it takes
     * @param manager owns what is added
     * @param random gives the seeds of what is random in it
     */
    default Block around(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
        return trunk;
    }

    /**
     * The same at a share of its strength: weights of penalties and the spread of noise are
     * multiplied. What has no strength (a bound, a norm, dropout's rate) stays.
     *
     * @param share positive; 1 leaves it as it is
     */
    default Regulariser scaled(double share) {
        return this;
    }

    /** No regulariser. */
    record None() implements Regulariser {}

    /**
     * weight · E_real[‖∇D‖²] (Mescheder et al. 2018). The paper writes γ/2, its code and the
     * official VDB code write the whole weight: {@link #ofGamma} is the paper's.
     *
     * @param weight what multiplies the mean squared norm; 10 in the official VDB code
     */
    record R1(double weight) implements Regulariser {

        public R1 {
            requirePositive(weight, "weight");
        }

        /** γ/2 · E_real[‖∇D‖²]. */
        public static R1 ofGamma(double gamma) {
            return new R1(gamma / 2);
        }

        @Override
        public NDArray penalty(
                UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NoiseStream noise) {
            return times(Slope.squares(critic, real).mean(), weight);
        }

        @Override
        public Regulariser scaled(double share) {
            return new R1(share * weight);
        }
    }

    /**
     * weight · E_fake[‖∇D‖²]; see {@link R1} on the weight.
     *
     * @param weight what multiplies the mean squared norm
     */
    record R2(double weight) implements Regulariser {

        public R2 {
            requirePositive(weight, "weight");
        }

        /** γ/2 · E_fake[‖∇D‖²]. */
        public static R2 ofGamma(double gamma) {
            return new R2(gamma / 2);
        }

        @Override
        public NDArray penalty(
                UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NoiseStream noise) {
            return times(Slope.squares(critic, fake).mean(), weight);
        }

        @Override
        public Regulariser scaled(double share) {
            return new R2(share * weight);
        }
    }

    /**
     * weight · E[(‖∇D(x̂)‖ − 1)²] at x̂ = εx + (1−ε)y, ε uniform a row: WGAN-GP (Gulrajani et al.
     * 2017).
     *
     * @param weight λ; 10 there, 0.1 on its toy problems
     */
    record OneCentred(double weight) implements Regulariser {

        public OneCentred {
            requirePositive(weight, "weight");
        }

        @Override
        public NDArray penalty(
                UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NoiseStream noise) {
            NDArray between = Slope.between(real, fake, noise);
            return times(Slope.norms(critic, between).sub(1f).square().mean(), weight);
        }

        @Override
        public Regulariser scaled(double share) {
            return new OneCentred(share * weight);
        }
    }

    /**
     * Every parameter in [−bound, bound] after every step: WGAN (Arjovsky et al. 2017).
     *
     * @param bound 0.01 there
     */
    record WeightClipping(double bound) implements Regulariser {

        public WeightClipping {
            requirePositive(bound, "bound");
        }

        @Override
        public void project(NDArray parameters) {
            try (NDManager scope = parameters.getManager().newSubManager()) {
                // On a copy: DJL's clip leaves its two bounds on the manager of the array.
                NDArray copy = scope.zeros(parameters.getShape()).addi(parameters);
                InPlace.assign(parameters, copy.clip((float) -bound, (float) bound));
            }
        }
    }

    /** Every weight divided by its largest singular value (Miyato et al. 2018). */
    record SpectralNorm() implements Regulariser {

        @Override
        public WeightForm weightForm() {
            return WeightForm.SPECTRAL;
        }
    }

    /**
     * weight · Σ w² over every weight, biases left out; in the loss, so that Adam scales it as it
     * scales the rest (the weight decay of AMP's codes).
     *
     * @param weight what multiplies the sum, without a ½
     */
    record WeightDecay(double weight) implements Regulariser {

        public WeightDecay {
            requirePositive(weight, "weight");
        }

        @Override
        public NDArray weightPenalty(Block network, Block head, NDManager scope) {
            return times(Weights.squares(network, scope), weight);
        }

        @Override
        public Regulariser scaled(double share) {
            return new WeightDecay(share * weight);
        }
    }

    /**
     * weight · Σ w² over the weights of the last linear unit alone: logits stay small whatever the
     * features are (logit regularisation of AMP's codes, Peng et al. 2021).
     *
     * @param weight what multiplies the sum, without a ½
     */
    record LogitDecay(double weight) implements Regulariser {

        public LogitDecay {
            requirePositive(weight, "weight");
        }

        @Override
        public NDArray weightPenalty(Block network, Block head, NDManager scope) {
            return times(Weights.squares(head, scope), weight);
        }

        @Override
        public Regulariser scaled(double share) {
            return new LogitDecay(share * weight);
        }
    }

    /**
     * Dropout of the trunk's features while the discriminator learns (Srivastava et al. 2014): with
     * one hidden layer, as imitation has it (Orsini et al. 2021), of all hidden units.
     *
     * @param rate share that is dropped, in (0, 1)
     */
    record Dropout(double rate) implements Regulariser {

        public Dropout {
            require(rate > 0 && rate < 1, "rate must be in (0, 1), but was %s", rate);
        }

        @Override
        public Block around(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            Shape features = trunk.getOutputShapes(new Shape[] {input})[0].slice(1);
            Block dropout =
                    Stack.of(features, new Part.Dropout(rate, false)).build(manager, random);
            Block both = new SequentialBlock().add(trunk).add(dropout);
            both.initialize(manager, DataType.FLOAT32, input);
            return both;
        }
    }

    /**
     * N(0, std²) added to every input of the discriminator, real and generated alike (Sønderby et
     * al. 2017; Arjovsky and Bottou 2017).
     *
     * @param std in units of the inputs
     */
    record InstanceNoise(double std) implements Regulariser {

        public InstanceNoise {
            requirePositive(std, "std");
        }

        @Override
        public NDArray perturb(NDArray inputs, NoiseStream noise) {
            NDArray drawn = noise.normal(inputs.getManager(), inputs.getShape());
            return inputs.add(times(drawn, std));
        }

        @Override
        public Regulariser scaled(double share) {
            return new InstanceNoise(share * std);
        }
    }

    /**
     * Several at once: perturbations, projections and changes of the trunk in order, penalties
     * summed. In imitation several weak ones won over one strong one when all were tuned
     * (Arulkumaran and Lillrank 2023).
     *
     * @param parts in order
     */
    record All(List<Regulariser> parts) implements Regulariser {

        public All {
            parts = List.copyOf(parts);
        }

        /** Several at once. */
        public static All of(Regulariser... parts) {
            return new All(List.of(parts));
        }

        @Override
        public NDArray perturb(NDArray inputs, NoiseStream noise) {
            NDArray perturbed = inputs;
            for (Regulariser part : parts) {
                perturbed = part.perturb(perturbed, noise);
            }
            return perturbed;
        }

        @Override
        public NDArray penalty(
                UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NoiseStream noise) {
            NDArray sum = real.getManager().create(0f);
            for (Regulariser part : parts) {
                sum = sum.add(part.penalty(critic, real, fake, noise));
            }
            return sum;
        }

        @Override
        public NDArray weightPenalty(Block network, Block head, NDManager scope) {
            NDArray sum = scope.create(0f);
            for (Regulariser part : parts) {
                sum = sum.add(part.weightPenalty(network, head, scope));
            }
            return sum;
        }

        @Override
        public void project(NDArray parameters) {
            parts.forEach(part -> part.project(parameters));
        }

        @Override
        public Block around(Block trunk, Shape input, NDManager manager, RandomGenerator random) {
            Block changed = trunk;
            for (Regulariser part : parts) {
                changed = part.around(changed, input, manager, random);
            }
            return changed;
        }

        @Override
        public WeightForm weightForm() {
            boolean spectral =
                    parts.stream().anyMatch(part -> part.weightForm() == WeightForm.SPECTRAL);
            return spectral ? WeightForm.SPECTRAL : WeightForm.PLAIN;
        }

        @Override
        public Regulariser scaled(double share) {
            return new All(parts.stream().map(part -> part.scaled(share)).toList());
        }
    }
}
