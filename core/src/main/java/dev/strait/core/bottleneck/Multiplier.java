package dev.strait.core.bottleneck;

/** β: state that lives as long as the run does. It is never reset between rounds. */
public final class Multiplier {

    private final DualAscent rule;
    private final double informationLimit;
    private DualAscent.State state;

    /**
     * A β at its start.
     *
     * @param rule how it moves
     * @param informationLimit I_c, in nats
     * @param initial the first β
     */
    public Multiplier(DualAscent rule, double informationLimit, double initial) {
        this.rule = rule;
        this.informationLimit = informationLimit;
        this.state = DualAscent.State.of(initial);
    }

    /** β. */
    public double value() {
        return state.beta();
    }

    /**
     * Moves β once.
     *
     * @param kl the raw rate E[KL] in nats; I_c is subtracted here and nowhere else
     * @param loss the adversarial loss of the step, without the constraint
     * @throws IllegalStateException if either number is not finite
     */
    public void update(double kl, double loss) {
        if (!Double.isFinite(kl) || !Double.isFinite(loss)) {
            throw new IllegalStateException(
                    String.format("beta cannot follow a rate of %s at a loss of %s", kl, loss));
        }
        state = rule.next(state, kl - informationLimit, loss);
    }

    /** What a checkpoint keeps. */
    public DualAscent.State state() {
        return state;
    }

    /** Goes on from a checkpoint. */
    public void restore(DualAscent.State saved) {
        state = saved;
    }
}
