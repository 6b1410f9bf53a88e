package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
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
     * @param trunk any DJL Block that gives (B, features); initialised here unless it already is
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
     * The best mean accuracy on sampled codes while the limit is kept (see {@link
     * InformationBound}).
     *
     * @return in (½, 1]; 1 where nothing is held
     */
    double accuracyCap();

    /** No bottleneck. */
    record None() implements Bottleneck {

        @Override
        public Discriminator around(
                Block trunk,
                Shape input,
                WeightForm heads,
                NDManager manager,
                RandomGenerator random) {
            return PlainDiscriminator.of(trunk, input, heads, manager, random);
        }

        @Override
        public Constraint constraint() {
            return new Unconstrained();
        }

        @Override
        public double accuracyCap() {
            return 1;
        }
    }

    /**
     * The variational bottleneck.
     *
     * @param latentSize K
     * @param informationLimit I_c in nats; ln 2 = 0.693 nats is the one bit that a label holds
     * @param spread how σ is said
     * @param codeWeights first weights of the heads for μ and σ
     * @param expectation which mean KL is held at I_c
     * @param dualAscent how β moves
     * @param initialBeta the first β
     */
    record Variational(
            int latentSize,
            double informationLimit,
            Spread spread,
            InitialWeights codeWeights,
            RateExpectation expectation,
            DualAscent dualAscent,
            double initialBeta)
            implements Bottleneck {

        public Variational {
            require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
            require(
                    informationLimit > 0 && informationLimit < Double.POSITIVE_INFINITY,
                    "informationLimit must be positive and finite, but was %s",
                    informationLimit);
            require(
                    initialBeta >= 0 && initialBeta < Double.POSITIVE_INFINITY,
                    "initialBeta must be at least 0 and finite, but was %s",
                    initialBeta);
            require(
                    initialBeta > 0 || !(dualAscent instanceof DualAscent.LogSpace),
                    "the log-space rule needs initialBeta above 0, but it was %s",
                    initialBeta);
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

        /** The same under another rule for β. */
        public Variational dualAscent(DualAscent rule) {
            return new Variational(
                    latentSize,
                    informationLimit,
                    spread,
                    codeWeights,
                    expectation,
                    rule,
                    initialBeta);
        }

        @Override
        public Discriminator around(
                Block trunk,
                Shape input,
                WeightForm heads,
                NDManager manager,
                RandomGenerator random) {
            StochasticEncoder encoder =
                    StochasticEncoder.of(
                            trunk, input, latentSize, spread, codeWeights, heads, manager, random);
            return VdbDiscriminator.of(encoder, latentSize, input, heads, manager, random);
        }

        @Override
        public Constraint constraint() {
            return new RateConstraint(this);
        }

        @Override
        public double accuracyCap() {
            return InformationBound.accuracyCap(expectation.mixtureLimit(informationLimit));
        }
    }
}
