package dev.strait.agents.ppo;

import static dev.strait.core.Require.require;

import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Collector;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The loop of every training with PPO: collect, reward, improve. With the worlds' own reward it is
 * plain PPO, with a discriminator's it is algorithm 1 of Ho and Ermon 2016.
 */
public final class PpoTraining implements PolicyTraining {

    private final PpoSettings settings;
    private final long plannedSteps;
    private final VectorEnvironment worlds;
    private final Policy policy;
    private final Collector collector;
    private final RewardSource rewards;
    private final Ppo ppo;
    private final PolicyAverage average;
    private int rounds;

    /**
     * A training at its start; it closes what it is given.
     *
     * @param plannedSteps of the worlds in all, rounded up to whole rounds; at least 1
     * @param threads for the worlds, where they are dear
     * @param seeds gives the streams {@code worlds}, {@code action noise} and those of {@link Ppo}
     */
    public PpoTraining(
            EnvironmentSpec spec,
            Policy policy,
            RewardSource rewards,
            PpoSettings settings,
            long plannedSteps,
            int threads,
            Seeds seeds) {
        require(plannedSteps >= 1, "plannedSteps must be at least 1, but was %s", plannedSteps);
        this.settings = settings;
        this.plannedSteps = plannedSteps;
        this.policy = policy;
        this.rewards = rewards;
        worlds = Environments.makeVector(spec, settings.worlds(), threads);
        long worldSeed = seeds.stream("worlds").nextLong(1L << 31);
        collector = new Collector(worlds, policy, worldSeed, seeds.stream("action noise"));
        ppo = new Ppo(policy, settings, seeds);
        average = new PolicyAverage(policy, settings.averaging());
    }

    @Override
    public boolean finished() {
        return environmentSteps() >= plannedSteps;
    }

    @Override
    public RoundReport round() {
        Rollout rollout = collector.collect(settings.stepsPerRound());
        double rateFactor = settings.anneal() ? 1 - progress() : 1;
        // Before the policy moves: AIRL needs log π of the policy that acted.
        RewardSource.Rewarded rewarded = rewards.judge(rollout, rateFactor);
        PpoReport improved = ppo.update(rewarded.rollout(), rateFactor);
        rounds++;
        average.count(rounds);
        return report(rewarded, improved);
    }

    private RoundReport report(RewardSource.Rewarded rewarded, PpoReport improved) {
        Map<String, Double> figures = new LinkedHashMap<>();
        OptionalDouble mean =
                collector.finishedReturns().stream().mapToDouble(Double::doubleValue).average();
        figures.put("rollout/return", mean.orElse(Double.NaN));
        figures.put("rollout/episodes", (double) collector.finishedReturns().size());
        figures.putAll(rewarded.figures());
        improved.describe(figures);
        return new RoundReport(rounds, environmentSteps(), figures);
    }

    @Override
    public long environmentSteps() {
        return (long) rounds * settings.roundSize();
    }

    @Override
    public double progress() {
        return Math.min(1, environmentSteps() / (double) plannedSteps);
    }

    @Override
    public void save(TrainingState state) {
        state.put("rounds", rounds);
        state.put("policy.observation_moments", policy.normaliser().save());
        collector.save(state);
        ppo.save(state);
        average.save(state);
        rewards.save(state);
    }

    @Override
    public void restore(TrainingState state) {
        rounds = (int) state.number("rounds");
        policy.normaliser().restore(state.doubles("policy.observation_moments"));
        collector.restore(state);
        ppo.restore(state);
        average.restore(state);
        rewards.restore(state);
    }

    /** The average of the policies that acted and the one that would act next. */
    @Override
    public Policy policy() {
        return average.policy();
    }

    @Override
    public void saveReward(Path folder, String environment, Map<String, Object> provenance)
            throws IOException {
        rewards.saveReward(folder, environment, provenance);
    }

    @Override
    public void close() {
        ppo.close();
        rewards.close();
        worlds.close();
        policy.close();
    }
}
