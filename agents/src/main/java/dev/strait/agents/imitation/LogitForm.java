package dev.strait.agents.imitation;

/** What the discriminator's logit is made of. */
public sealed interface LogitForm {

    /** ℓ = D's own output: GAIL and VAIL. */
    record Plain() implements LogitForm {}

    /**
     * ℓ = f(s, a, s′) − ln π(a|s), f = g + γ h(s′) − h(s): AIRL and VAIRL (Fu et al. 2018, eq. 4).
     * g is the reward that can be transferred, h the shaping that is thrown away; after a
     * terminated step nothing follows, so h(s′) counts as 0.
     *
     * @param stateOnlyReward whether g sees s alone (needed for transfer) or (s, a)
     */
    record Shaped(boolean stateOnlyReward) implements LogitForm {}
}
