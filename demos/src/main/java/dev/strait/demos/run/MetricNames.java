package dev.strait.demos.run;

/** The columns of metrics.csv that a report knows how to draw; a run may write others beside. */
public final class MetricNames {

    /** Mean undiscounted return of the episodes that ended in the round's rollout. */
    public static final String ROLLOUT_RETURN = "rollout/return";

    /** Mean length of those episodes. */
    public static final String ROLLOUT_LENGTH = "rollout/length";

    /** Mean return of a deterministic evaluation, in the rounds that have one. */
    public static final String EVALUATION_RETURN = "evaluation/return";

    /** Standard deviation of that evaluation's returns. */
    public static final String EVALUATION_STD = "evaluation/std";

    /** Mean learned reward of a step. */
    public static final String REWARD = "discriminator/reward";

    /** KL to the prior in nats, on expert samples. */
    public static final String KL_EXPERT = "discriminator/klExpert";

    /** KL to the prior in nats, on the agent's samples. */
    public static final String KL_AGENT = "discriminator/klAgent";

    /** I_c, the information that the bottleneck may pass, in nats. */
    public static final String INFORMATION_LIMIT = "discriminator/informationLimit";

    /** The multiplier β. */
    public static final String BETA = "discriminator/beta";

    /** Share of expert samples that the discriminator tells right. */
    public static final String ACCURACY_EXPERT = "discriminator/accuracyExpert";

    /** Share of the agent's samples that it tells right. */
    public static final String ACCURACY_AGENT = "discriminator/accuracyAgent";

    /** The highest accuracy that I_c allows. */
    public static final String ACCURACY_CAP = "discriminator/accuracyCap";

    /** The discriminator's loss without the bottleneck's and the regulariser's terms. */
    public static final String DISCRIMINATOR_LOSS = "discriminator/loss";

    /** The regulariser's term. */
    public static final String PENALTY = "discriminator/penalty";

    /** PPO's clipped surrogate loss. */
    public static final String POLICY_LOSS = "policy/loss";

    /** The value function's loss. */
    public static final String VALUE_LOSS = "policy/valueLoss";

    /** Mean entropy of the policy, in nats. */
    public static final String ENTROPY = "policy/entropy";

    /** Mean KL between the policies before and after the update. */
    public static final String POLICY_KL = "policy/kl";

    /** Share of samples whose probability ratio was clipped. */
    public static final String CLIP_FRACTION = "policy/clipFraction";

    /** Share of the returns' variance that the value function explains. */
    public static final String EXPLAINED_VARIANCE = "policy/explainedVariance";

    /** Behaviour cloning's loss on the samples it trains on. */
    public static final String CLONING_LOSS = "cloning/loss";

    /** Its loss on held-out episodes. */
    public static final String CLONING_VALIDATION_LOSS = "cloning/validationLoss";

    /** Seconds of training so far. */
    public static final String SECONDS = "time/trainSeconds";

    private MetricNames() {}
}
