package dev.strait.agents.imitation;

/**
 * The reward that an agent gets for a logit ℓ = ln D − ln(1 − D), high for expert.
 *
 * <p>The forms agree on what is expert-like and differ in sign, which matters wherever the length
 * of an episode is in the agent's hands: a reward that is always positive pays for staying alive,
 * one that is always negative pays for ending. Kostrikov et al. 2019 call it survival bias.
 */
public enum RewardForm {
    /**
     * −ln(1 − D) = softplus(ℓ), always positive: pays for every step, so the agent stays. Right
     * where ending is failing (CartPole, Hopper); wrong where the expert hurries to the end.
     */
    SURVIVAL {
        @Override
        public double of(double logit) {
            return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        }
    },

    /**
     * ln D = −softplus(−ℓ), always negative: every step costs, so the agent hurries. Right where
     * ending is succeeding (MountainCar, Acrobot); wrong where ending is failing.
     */
    HURRY {
        @Override
        public double of(double logit) {
            return -SURVIVAL.of(-logit);
        }
    },

    /**
     * ln D − ln(1 − D) = ℓ, of either sign: AIRL's. Least biased of the three, but while the
     * discriminator wins it is negative and pays for ending; best where episodes have a fixed
     * length (Pendulum).
     */
    LOGIT {
        @Override
        public double of(double logit) {
            return logit;
        }
    },

    /**
     * max(0, 1 − ¼(ℓ − 1)²), from 0 to 1: AMP's (Peng et al. 2021), for an objective of least
     * squares that draws the expert's ℓ to 1 and the agent's to −1. Pays for every step, as
     * SURVIVAL does, but nothing beyond reach. Above 1, where the formula falls again, it stays 1:
     * what looks more like the expert is never paid less.
     */
    LEAST_SQUARES {
        @Override
        public double of(double logit) {
            double distance = Math.max(0, 1 - logit);
            return Math.max(0, 1 - distance * distance / 4);
        }
    };

    /** The reward of one logit. */
    public abstract double of(double logit);
}
