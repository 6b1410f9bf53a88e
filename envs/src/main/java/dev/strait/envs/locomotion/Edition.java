package dev.strait.envs.locomotion;

import dev.strait.envs.physics.MarginRule;

/**
 * The two editions of Gymnasium's MuJoCo worlds that are in use. They differ in what an episode's
 * last step pays and in some observations; each world says in what else.
 */
enum Edition {
    /** Pays for health in the last step, too. */
    V4("-v4", MarginRule.MAX),
    /** Pays for health only where it lasts. */
    V5("-v5", MarginRule.SUM);

    private final String suffix;
    private final MarginRule marginRule;

    Edition(String suffix, MarginRule marginRule) {
        this.suffix = suffix;
        this.marginRule = marginRule;
    }

    /** What ends its ids. */
    String suffix() {
        return suffix;
    }

    /**
     * The rule by which contact margins add up where none is asked for: the older one for v4, whose
     * demonstrations and published returns are older, today's for v5.
     */
    MarginRule marginRule() {
        return marginRule;
    }

    /** What staying healthy pays in a step: all of it or nothing. */
    double survival(double bonus, boolean terminated) {
        return this == V4 || !terminated ? bonus : 0;
    }
}
