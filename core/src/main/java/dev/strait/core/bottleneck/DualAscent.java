package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

/**
 * How β follows the violation v = E[KL] − I_c after every step. The rules are values; what they
 * move is a {@link State}.
 */
public sealed interface DualAscent {

    /**
     * What is checkpointed.
     *
     * @param beta β, the weight of the constraint, at least 0
     * @param dual what the rule adds up; β itself under most rules
     * @param scale size of the loss against that of an undecided logistic discriminator
     */
    record State(double beta, double dual, double scale) {

        public State {
            require(beta >= 0 && beta < Double.POSITIVE_INFINITY, "beta was %s", beta);
            require(dual >= 0 && dual < Double.POSITIVE_INFINITY, "dual was %s", dual);
            require(scale >= 0 && scale < Double.POSITIVE_INFINITY, "scale was %s", scale);
        }

        /** A first β. */
        public static State of(double beta) {
            return new State(beta, beta, 1);
        }
    }

    /**
     * The state after one step.
     *
     * @param violation E[KL] − I_c, in nats
     * @param loss the adversarial loss of the step, without the constraint
     */
    State next(State state, double violation, double loss);

    /**
     * β ← max(0, β + step · v): the paper. At its 10⁻⁵ a violation of 10 nats moves β by 0.1 in a
     * thousand steps; short runs want more.
     *
     * @param step α_β
     */
    record PaperRule(double step) implements DualAscent {

        /** α_β of the paper and its codes. */
        public static final PaperRule DEFAULT = new PaperRule(1e-5);

        /** α_β of Unity ML-Agents, for shorter runs. */
        public static final PaperRule ML_AGENTS = new PaperRule(5e-4);

        public PaperRule {
            requireStep(step);
        }

        @Override
        public State next(State state, double violation, double loss) {
            double beta = Math.max(0, state.beta + step * violation);
            return new State(beta, beta, state.scale);
        }
    }

    /**
     * β ← β · exp(step · v): moves in proportion to β, so it finds the right size of β quickly
     * whatever that is. Needs a first β above 0, and keeps it there.
     *
     * @param step per nat
     */
    record LogSpace(double step) implements DualAscent {

        /** No lower: a β of 0 could never rise again. */
        private static final double LOWEST = 1e-8;

        private static final double HIGHEST = 1e8;

        public LogSpace {
            requireStep(step);
        }

        @Override
        public State next(State state, double violation, double loss) {
            require(state.beta > 0, "the log-space rule needs beta above 0, but it was %s", 0.0);
            double free = state.beta * Math.exp(step * violation);
            double beta = Math.min(HIGHEST, Math.max(LOWEST, free));
            return new State(beta, beta, state.scale);
        }
    }

    /**
     * A PI controller: dual ← max(0, dual + integral · v), β = max(0, dual + proportional · v). The
     * proportional part answers at once and damps the swing of pure integration.
     *
     * @param proportional per nat
     * @param integral per nat and step
     */
    record ProportionalIntegral(double proportional, double integral) implements DualAscent {

        public ProportionalIntegral {
            requireStep(proportional);
            requireStep(integral);
        }

        @Override
        public State next(State state, double violation, double loss) {
            double dual = Math.max(0, state.dual + integral * violation);
            return new State(Math.max(0, dual + proportional * violation), dual, state.scale);
        }
    }

    /**
     * The paper's rule for dual, and β = dual × the running size of the loss: an unbounded critic
     * (Wasserstein) cannot outbid β by scaling its loss. The size is 1 at 2 ln 2, the loss of an
     * undecided logistic discriminator.
     *
     * @param step α_β
     * @param memory how much of the running size stays at each step, in [0, 1)
     */
    record LossScaled(double step, double memory) implements DualAscent {

        private static final double UNDECIDED = 2 * Math.log(2);

        public LossScaled {
            requireStep(step);
            require(memory >= 0 && memory < 1, "memory must be in [0, 1), but was %s", memory);
        }

        @Override
        public State next(State state, double violation, double loss) {
            double dual = Math.max(0, state.dual + step * violation);
            double size = Math.abs(loss) / UNDECIDED;
            double scale = memory * state.scale + (1 - memory) * size;
            return new State(dual * scale, dual, scale);
        }
    }

    /** β stays: the paper's comparison of fixed weights, and with 0 its VAIRL (β = 0). */
    record Fixed() implements DualAscent {

        @Override
        public State next(State state, double violation, double loss) {
            return state;
        }
    }

    private static void requireStep(double step) {
        requirePositive(step, "a step");
    }
}
