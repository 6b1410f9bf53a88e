package dev.strait.demos.policy;

import dev.strait.agents.rollout.Evaluation;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.Demonstrations;
import java.util.Optional;

/**
 * What the training of a policy is measured by.
 *
 * @param spec the world
 * @param evaluateEvery rounds between two evaluations
 * @param bottleneck whether there is a constraint to keep
 * @param expert returns of the demonstrations, where they tell rewards
 * @param random returns of random actions
 * @param target mean return that counts as reached; NaN for none
 * @param watched the demonstrations, where the discriminator sees frames of them
 * @param secondsBefore spent on training before the first round, by a warm start
 */
public record PolicyPlan(
        EnvironmentSpec spec,
        int evaluateEvery,
        boolean bottleneck,
        Optional<ReturnStatistics> expert,
        ReturnStatistics random,
        double target,
        Optional<Demonstrations> watched,
        double secondsBefore) {

    private static final long RANDOM_SEED = 7_654_321;

    /** Returns of random actions: where every comparison begins. */
    public static ReturnStatistics randomReturn(EnvironmentSpec world) {
        Evaluation random = Evaluation.ofRandomActions(world, PolicyOutcome.EPISODES, RANDOM_SEED);
        return new ReturnStatistics(random.mean(), random.std(), random.episodes());
    }
}
