package dev.strait.agents.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Minibatches;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.distribution.Distribution;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.tensor.Constants;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.normalise.RewardNormaliser;
import java.util.Arrays;

/** Improves a policy on the rewards of a rollout (Schulman et al. 2017, algorithm 1). */
public final class Ppo implements AutoCloseable {

    /** As OpenAI's baselines, instead of 1e-8: steps stay bounded where gradients vanish. */
    private static final double ADAM_EPSILON = 1e-5;

    private final PpoSettings settings;
    private final Policy policy;
    private final ValueFunction value;
    private final Learner learner;
    private final RewardNormaliser rewardNormaliser;
    private final SeedStream shuffle;

    /**
     * A learner for a policy, with a new value function.
     *
     * @param seeds gives the streams {@code value weights} and {@code minibatch order}
     */
    public Ppo(Policy policy, PpoSettings settings, Seeds seeds) {
        this.policy = policy;
        this.settings = settings;
        NDManager manager = policy.manager();
        value =
                new ValueFunction(
                        policy.observationSpace().size(),
                        settings,
                        manager,
                        seeds.stream("value weights"));
        learner =
                Learner.of(
                        "PPO",
                        new Adam(settings.learningRate(), 0.9, 0.999, ADAM_EPSILON, 0),
                        settings.maxGradientNorm(),
                        policy.block(),
                        value.block());
        rewardNormaliser = new RewardNormaliser(settings.worlds(), settings.discount());
        shuffle = seeds.stream("minibatch order");
    }

    void save(TrainingState state) {
        state.put("ppo", learner);
        state.put("ppo.reward_moments", rewardNormaliser.save());
        state.put("ppo.order", shuffle.state());
    }

    void restore(TrainingState state) {
        state.restore("ppo", learner, policy.manager());
        rewardNormaliser.restore(state.doubles("ppo.reward_moments"));
        shuffle.restore(state.number("ppo.order"));
    }

    /**
     * One round: epochs of minibatch steps on a rollout of this policy.
     *
     * @param collected what the policy did and what it is to be rewarded with
     * @param rateFactor what the step size of this round is multiplied by, as annealing does
     */
    public PpoReport update(Rollout collected, double rateFactor) {
        Rollout rollout = settings.normaliseRewards() ? normalised(collected) : collected;
        learner.anneal(rateFactor);
        try (NDManager scope = policy.manager().newSubManager()) {
            float[] values = value.of(rollout.seen(), scope);
            float[] nextValues = value.of(rollout.seenNext(), scope);
            Advantages estimates =
                    Advantages.of(
                            rollout, values, nextValues, settings.discount(), settings.lambda());
            Acted acted = new Acted(policy, rollout, scope);
            float[] before = acted.logProbabilities();
            Minibatches minibatches =
                    new Minibatches(
                            rollout.size(),
                            rollout.seen(),
                            Acted.floats(rollout.choices()),
                            before,
                            estimates.advantages(),
                            estimates.returns(),
                            values);
            PpoReport improved = improve(minibatches, acted, before, estimates.explainedVariance());
            settings.leastLogStd().ifPresent(policy::widen);
            return improved;
        }
    }

    /** V of one observation, in units of the rewards that it learns from. */
    double value(double... observation) {
        float[] seen = new float[observation.length];
        policy.see(observation, seen);
        try (NDManager scope = policy.manager().newSubManager()) {
            return value.of(seen, scope)[0];
        }
    }

    private PpoReport improve(
            Minibatches minibatches, Acted acted, float[] before, double explainedVariance) {
        double entropy = acted.entropy();
        double[] sums = new double[3];
        int epochs = 0;
        Acted.Moved moved = new Acted.Moved(0, 0);
        while (epochs < settings.epochs()) {
            minibatches.pass(
                    policy.manager(),
                    settings.minibatch(),
                    shuffle,
                    columns -> {
                        LearnerReport step = learner.minimise(() -> loss(columns));
                        sums[0] += step.loss();
                        sums[1] += step.gradientNorm();
                        sums[2]++;
                    });
            epochs++;
            boolean last = epochs == settings.epochs();
            if (last || settings.targetKl().isPresent()) {
                moved = acted.since(before, settings.clipRatio());
            }
            if (moved.kl() > 1.5 * settings.targetKl().orElse(Double.POSITIVE_INFINITY)) {
                break;
            }
        }
        return new PpoReport(
                sums[0] / sums[2],
                sums[1] / sums[2],
                entropy,
                moved.kl(),
                moved.clipFraction(),
                explainedVariance,
                epochs);
    }

    private NDArray loss(NDList columns) {
        NDArray seen = columns.get(0);
        NDArray advantages = columns.get(3).reshape(-1);
        NDArray returns = columns.get(4).reshape(-1);
        // A single left-over row has no deviation: it keeps its advantage, as in SB3.
        if (settings.normaliseAdvantages() && advantages.size() > 1) {
            advantages = standardised(advantages);
        }
        Distribution distribution = policy.distribution(seen);
        NDArray policyLoss =
                Surrogate.policyLoss(
                        distribution.logProbability(columns.get(1)),
                        columns.get(2).reshape(-1),
                        advantages,
                        settings.clipRatio());
        NDArray values = value.of(seen);
        NDArray valueLoss =
                settings.valueClip().isPresent()
                        ? Surrogate.clippedValueLoss(
                                values,
                                columns.get(5).reshape(-1),
                                returns,
                                settings.valueClip().getAsDouble())
                        : Surrogate.valueLoss(values, returns);
        NDArray loss = policyLoss.add(Constants.times(valueLoss, settings.valueWeight()));
        return settings.entropyWeight() == 0
                ? loss
                : loss.sub(
                        Constants.times(distribution.entropy().mean(), settings.entropyWeight()));
    }

    /** To mean 0 and deviation 1. */
    private static NDArray standardised(NDArray advantages) {
        NDArray centred = advantages.sub(advantages.mean());
        NDArray deviation =
                Constants.times(centred.square().sum(), 1.0 / (advantages.size() - 1)).sqrt();
        return centred.div(deviation.add(1e-8f));
    }

    private Rollout normalised(Rollout rollout) {
        int worlds = rollout.worlds();
        double[] all = rollout.rewards().clone();
        for (int from = 0; from < all.length; from += worlds) {
            double[] rewards = Arrays.copyOfRange(all, from, from + worlds);
            rewardNormaliser.step(
                    rewards,
                    Arrays.copyOfRange(rollout.terminated(), from, from + worlds),
                    Arrays.copyOfRange(rollout.truncated(), from, from + worlds),
                    rewards);
            System.arraycopy(rewards, 0, all, from, worlds);
        }
        return rollout.withRewards(all);
    }

    @Override
    public void close() {
        learner.close();
    }
}
