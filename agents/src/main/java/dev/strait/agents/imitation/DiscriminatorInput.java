package dev.strait.agents.imitation;

/** What a discriminator sees of a transition (s, a, s′). */
public enum DiscriminatorInput {
    /** s: state-only demonstrations suffice. */
    STATE(false, false),

    /** (s, a), as GAIL (Ho and Ermon 2016). */
    STATE_ACTION(true, false),

    /** (s, s′): state-only demonstrations suffice (Torabi et al. 2018). */
    TRANSITION(false, true);

    private final boolean action;
    private final boolean successor;

    DiscriminatorInput(boolean action, boolean successor) {
        this.action = action;
        this.successor = successor;
    }

    /** Whether demonstrations need actions. */
    public boolean needsActions() {
        return action;
    }

    /** Whether demonstrations need successors. */
    public boolean needsSuccessors() {
        return successor;
    }
}
