package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.network.Activation;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.WeightForm;
import java.util.random.RandomGenerator;

/**
 * Whether and how a discriminator is narrowed. A recipe names one; trainers ask it for the
 * discriminator and the constraint and have no branch.
 */
public sealed interface Bottleneck {

    /**
     * A discriminator around a trunk of features.
     *
     * @param trunk any DJL Block that gives (B, features) or (B, C, H, W); initialised here unless
     *     it already is
     * @param input shape of a batch of one that the trunk takes, such as (1, F)
     * @param heads form of the weights of the linear heads, as the regulariser asks
     * @param manager owns the weights
     * @param random the stream that first weights are drawn from
     */
    Discriminator around(
            Block trunk, Shape input, WeightForm heads, NDManager manager, RandomGenerator random);

    /** The same with plain heads. */
    default Discriminator around(
            Block trunk, Shape input, NDManager manager, RandomGenerator random) {
        return around(trunk, input, WeightForm.PLAIN, manager, random);
    }

    /** A constraint at its start, one a discriminator (or one for several that share a rate). */
    Constraint constraint();

    /**
     * The same on a trunk that keeps its places, with the heads of the official image code: the
     * unit, and a code where there is one, at every place, and a leaky ReLU before the unit.
     *
     * @param channels K of the code of each place
     */
    Bottleneck spatial(int channels);

    /**
     * The best mean accuracy on sampled codes while the limit is kept (see {@link
     * InformationBound}).
     *
     * @return in (½, 1]; 1 where nothing is held
     */
    double accuracyCap();

    /**
     * No bottleneck.
     *
     * @param headActivation between the trunk's features and the linear unit
     */
    record None(Activation headActivation) implements Bottleneck {

        /** The unit right on the features. */
        public None() {
            this(Activation.IDENTITY);
        }

        @Override
        public Discriminator around(
                Block trunk,
                Shape input,
                WeightForm heads,
                NDManager manager,
                RandomGenerator random) {
            return PlainDiscriminator.of(trunk, input, headActivation, heads, manager, random);
        }

        @Override
        public Constraint constraint() {
            return new Unconstrained();
        }

        @Override
        public None spatial(int channels) {
            return new None(Activation.LEAKY_RELU);
        }

        @Override
        public double accuracyCap() {
            return 1;
        }
    }

    /**
     * The variational bottleneck.
     *
     * @param latentSize K; of each place where the code has places
     * @param informationLimit I_c in nats; ln 2 = 0.693 nats is the one bit that a label holds
     * @param spread how σ is said
     * @param codeWeights first weights of the heads for μ and σ
     * @param expectation which mean KL is held at I_c
     * @param dualAscent how β moves
     * @param initialBeta the first β
     * @param codeHead how μ and ln σ come from the features
     * @param headActivation between the code and the linear unit
     */
    record Variational(
            int latentSize,
            double informationLimit,
            Spread spread,
            InitialWeights codeWeights,
            RateExpectation expectation,
            DualAscent dualAscent,
            double initialBeta,
            CodeHead codeHead,
            Activation headActivation)
            implements Bottleneck {

        public Variational {
            require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
            requirePositive(informationLimit, "informationLimit");
            require(
                    initialBeta >= 0 && initialBeta < Double.POSITIVE_INFINITY,
                    "initialBeta must be at least 0 and finite, but was %s",
                    initialBeta);
            require(
                    initialBeta > 0 || !(dualAscent instanceof DualAscent.LogSpace),
                    "the log-space rule needs initialBeta above 0, but it was %s",
                    initialBeta);
        }

        /** A dense code and nothing between it and the linear unit. */
        public Variational(
                int latentSize,
                double informationLimit,
                Spread spread,
                InitialWeights codeWeights,
                RateExpectation expectation,
                DualAscent dualAscent,
                double initialBeta) {
            this(
                    latentSize,
                    informationLimit,
                    spread,
                    codeWeights,
                    expectation,
                    dualAscent,
                    initialBeta,
                    new CodeHead.Dense(),
                    Activation.IDENTITY);
        }

        /**
         * The paper's: σ = eˢ, the mixture, its rule from β = 0.1; heads as the official VAIRL's.
         *
         * @param latentSize K
         * @param informationLimit I_c in nats
         */
        public static Variational of(int latentSize, double informationLimit) {
            return new Variational(
                    latentSize,
                    informationLimit,
                    new Spread.LogStd(),
                    new InitialWeights.Uniform(0.01),
                    new RateExpectation.Mixture(),
                    DualAscent.PaperRule.DEFAULT,
                    0.1);
        }

        /** {@link #of} 128 numbers and half a nat: the paper's for motions. */
        public static Variational defaults() {
            return of(128, 0.5);
        }

        /**
         * The official image code's: a code of K channels at every place, its KL averaged over the
         * places, a leaky ReLU before the unit, β from 0.1 in steps of 1e-5. Its generator sees
         * {@link CodePath#SAMPLED}. With I_c = 0.1 and 16 places the whole code may carry 1.6 nats.
         *
         * @param channels K: 256 for CIFAR-10
         * @param informationLimit I_c in nats a place: 0.1, and 0.2 for CelebA
         * @param cells H·W of the trunk's features
         */
        public static Variational officialImages(int channels, double informationLimit, int cells) {
            return new Variational(
                            channels,
                            informationLimit,
                            new Spread.LogStd(),
                            new InitialWeights.FanIn(),
                            new RateExpectation.MeanOverCells(cells),
                            DualAscent.PaperRule.DEFAULT,
                            0.1)
                    .spatial(channels);
        }

        /** The same under another rule for β. */
        public Variational dualAscent(DualAscent rule) {
            return new Variational(
                    latentSize,
                    informationLimit,
                    spread,
                    codeWeights,
                    expectation,
                    rule,
                    initialBeta,
                    codeHead,
                    headActivation);
        }

        /** The same with another head for μ and ln σ. */
        public Variational codeHead(CodeHead head) {
            return new Variational(
                    latentSize,
                    informationLimit,
                    spread,
                    codeWeights,
                    expectation,
                    dualAscent,
                    initialBeta,
                    head,
                    headActivation);
        }

        @Override
        public Discriminator around(
                Block trunk,
                Shape input,
                WeightForm heads,
                NDManager manager,
                RandomGenerator random) {
            expectation.requireCells(codeHead.cells(Trunk.features(trunk, input, manager)));
            StochasticEncoder encoder =
                    StochasticEncoder.of(
                            trunk,
                            input,
                            codeHead,
                            latentSize,
                            spread,
                            codeWeights,
                            heads,
                            manager,
                            random);
            return VdbDiscriminator.of(encoder, input, headActivation, heads, manager, random);
        }

        @Override
        public Constraint constraint() {
            return new RateConstraint(this);
        }

        @Override
        public Variational spatial(int channels) {
            return new Variational(
                    channels,
                    informationLimit,
                    spread,
                    codeWeights,
                    expectation,
                    dualAscent,
                    initialBeta,
                    new CodeHead.Spatial(),
                    Activation.LEAKY_RELU);
        }

        @Override
        public double accuracyCap() {
            return InformationBound.accuracyCap(expectation.mixtureLimit(informationLimit));
        }
    }
}
