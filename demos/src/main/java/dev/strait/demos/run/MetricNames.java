package dev.strait.demos.run;

/** The columns of metrics.csv that a report knows how to draw; a run may write others beside. */
public final class MetricNames {

    /** The second column of a policy's metrics: steps of the worlds so far. */
    public static final String ENVIRONMENT_STEPS = "environmentSteps";

    /** The second column of metrics about pictures: real ones that were learned from so far. */
    public static final String IMAGES = "images";

    /** Mean undiscounted return of the episodes that ended in the round's rollout. */
    public static final String ROLLOUT_RETURN = "rollout/return";

    /** Mean return of a deterministic evaluation, in the rounds that have one. */
    public static final String EVALUATION_RETURN = "evaluation/return";

    /** Standard deviation of that evaluation's returns. */
    public static final String EVALUATION_STD = "evaluation/std";

    /** Mean learned reward of a step. */
    public static final String REWARD = "rollout/reward";

    /** KL to the prior in nats, on expert samples. */
    public static final String KL_EXPERT = "bottleneck/kl_expert";

    /** KL to the prior in nats, on the agent's samples. */
    public static final String KL_AGENT = "bottleneck/kl_agent";

    /** The mean KL that is held at I_c, in nats. */
    public static final String RATE = "bottleneck/rate";

    /** I_c, the information that the bottleneck may pass, in nats. */
    public static final String INFORMATION_LIMIT = "bottleneck/limit";

    /** The multiplier β. */
    public static final String BETA = "bottleneck/beta";

    /** Share of expert samples that the discriminator tells right. */
    public static final String ACCURACY_EXPERT = "discriminator/accuracy_expert";

    /** Share of the agent's samples that it tells right. */
    public static final String ACCURACY_AGENT = "discriminator/accuracy_agent";

    /** The highest accuracy that I_c allows. */
    public static final String ACCURACY_CAP = "discriminator/accuracy_cap";

    /** The discriminator's loss without the bottleneck's and the regulariser's terms. */
    public static final String DISCRIMINATOR_LOSS = "discriminator/loss";

    /** PPO's loss: clipped surrogate, value and entropy terms together. */
    public static final String PPO_LOSS = "ppo/loss";

    /** Mean entropy of the policy, in nats. */
    public static final String ENTROPY = "ppo/entropy";

    /** Mean KL between the policies before and after the update. */
    public static final String POLICY_KL = "ppo/kl";

    /** Share of samples whose probability ratio was clipped. */
    public static final String CLIP_FRACTION = "ppo/clip_fraction";

    /** Share of the returns' variance that the value function explains. */
    public static final String EXPLAINED_VARIANCE = "ppo/explained_variance";

    /** Behaviour cloning's loss on the samples it trains on. */
    public static final String CLONING_LOSS = "bc/loss";

    /** Share of held-out actions that the cloned policy chooses, too. */
    public static final String CLONING_ACCURACY = "bc/accuracy";

    /** Its loss on held-out episodes. */
    public static final String CLONING_VALIDATION_LOSS = "bc/held_out_loss";

    /** KL to the prior in nats, on real pictures. */
    public static final String KL_REAL = "bottleneck/kl_real";

    /** KL to the prior in nats, on generated pictures. */
    public static final String KL_FAKE = "bottleneck/kl_fake";

    /** Mean rate over the last half of the run so far, in nats. */
    public static final String LATE_RATE = "bottleneck/late_rate";

    /** Share of real pictures that the discriminator tells right. */
    public static final String ACCURACY_REAL = "discriminator/accuracy_real";

    /** Share of generated pictures that it tells right. */
    public static final String ACCURACY_FAKE = "discriminator/accuracy_fake";

    /** The penalty of the discriminator's regulariser. */
    public static final String PENALTY = "discriminator/penalty";

    /** What the generator minimises. */
    public static final String GENERATOR_LOSS = "generator/loss";

    /** InfoGAN's bound on I(c; x), in nats. */
    public static final String CODE_INFORMATION = "codes/bound";

    /** H(c), its ceiling, in nats. */
    public static final String CODE_ENTROPY = "codes/entropy";

    /** How unsure Q is of the choice of real pictures, in nats. */
    public static final String CODE_DOUBT = "codes/real_entropy";

    /** What begins the name of a figure of pictures, such as {@code pictures/fid}. */
    public static final String PICTURES = "pictures/";

    /** A deep VIB's cross-entropy of the label under drawn codes while training, in nats. */
    public static final String VIB_CROSS_ENTROPY = "vib/cross_entropy_nats";

    /** The same with β E[KL]. */
    public static final String VIB_LOSS = "vib/loss";

    /** Share of drawn codes whose class is told wrong while training. */
    public static final String VIB_TRAINING_ERROR = "vib/training_error";

    /** Share of test pictures that are told wrong. */
    public static final String VIB_TEST_ERROR = "vib/test_error";

    /** The same with averaged weights. */
    public static final String VIB_TEST_ERROR_EMA = "vib/test_error_ema";

    /** The bound on I(X; Z) on test pictures, in bits. */
    public static final String VIB_INFORMATION = "vib/information_bits";

    /** The bound on I(Z; Y) on test pictures, in bits. */
    public static final String VIB_LABEL_INFORMATION = "vib/label_information_bits";

    /** Seconds of training so far. */
    public static final String SECONDS = "time/train_seconds";

    private MetricNames() {}
}
