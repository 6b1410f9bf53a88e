package dev.strait.agents.rollout;

import dev.strait.agents.policy.Policy;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.tensor.SeedStream;
import dev.strait.envs.StepBatch;
import dev.strait.envs.VectorEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets a policy act in N worlds and keeps what happened. Episodes run on across rounds. The
 * observation statistics of the policy learn here, before each step, as SB3's VecNormalize does.
 */
public final class Collector {

    private final VectorEnvironment worlds;
    private final Policy policy;
    private final SeedStream actionNoise;
    private final StepBatch now;
    private final double[] runningReturns;
    private final List<Double> finishedReturns = new ArrayList<>();

    /**
     * A collector at the start of an episode in every world.
     *
     * @param worlds stepped by this collector alone
     * @param seed of the worlds' initial states
     * @param actionNoise where actions are drawn from
     */
    public Collector(VectorEnvironment worlds, Policy policy, long seed, SeedStream actionNoise) {
        this.worlds = worlds;
        this.policy = policy;
        this.actionNoise = actionNoise;
        now = new StepBatch(worlds.count(), worlds.observationSpace().size());
        runningReturns = new double[worlds.count()];
        worlds.reset(seed, now.observations);
    }

    /**
     * Collects a round.
     *
     * @param steps T, of each world
     */
    public Rollout collect(int steps) {
        finishedReturns.clear();
        int rows = worlds.count();
        int features = worlds.observationSpace().size();
        int actionSize = worlds.actionSpace().size();
        Rollout rollout = empty(steps, rows, features, actionSize);
        float[] seen = new float[rows * features];
        double[] choices = new double[rows * actionSize];
        double[] actions = new double[rows * actionSize];
        for (int t = 0; t < steps; t++) {
            if (policy.settings().normaliseObservations()) {
                policy.normaliser().update(now.observations);
            }
            policy.see(now.observations, seen);
            policy.sample(seen, actionNoise, choices);
            policy.toActions(choices, actions);
            int at = t * rows;
            System.arraycopy(seen, 0, rollout.seen(), at * features, seen.length);
            put(now.observations, rollout.observations(), at * features);
            put(choices, rollout.choices(), at * actionSize);
            put(actions, rollout.actions(), at * actionSize);
            worlds.step(actions, now);
            record(rollout, at, features);
            seeSuccessors(rollout, at * features, seen);
        }
        return rollout;
    }

    private static Rollout empty(int steps, int rows, int features, int actionSize) {
        int size = steps * rows;
        return new Rollout(
                steps,
                rows,
                new float[size * features],
                new float[size * features],
                new double[size * features],
                new double[size * features],
                new double[size * actionSize],
                new double[size * actionSize],
                new double[size],
                new boolean[size],
                new boolean[size]);
    }

    private static void put(double[] rows, double[] table, int at) {
        System.arraycopy(rows, 0, table, at, rows.length);
    }

    /** What the step gave: the successor is the final observation where an episode ended. */
    private void record(Rollout rollout, int at, int features) {
        put(now.rewards, rollout.rewards(), at);
        put(now.observations, rollout.nextObservations(), at * features);
        for (int world = 0; world < worlds.count(); world++) {
            rollout.terminated()[at + world] = now.terminated[world];
            rollout.truncated()[at + world] = now.truncated[world];
            runningReturns[world] += now.rewards[world];
            if (now.terminated[world] || now.truncated[world]) {
                System.arraycopy(
                        now.finalObservations,
                        world * features,
                        rollout.nextObservations(),
                        (at + world) * features,
                        features);
                finishedReturns.add(runningReturns[world]);
                runningReturns[world] = 0;
            }
        }
    }

    /** Successors through the statistics that their predecessors were seen through. */
    private void seeSuccessors(Rollout rollout, int at, float[] seen) {
        double[] successors = Arrays.copyOfRange(rollout.nextObservations(), at, at + seen.length);
        policy.see(successors, seen);
        System.arraycopy(seen, 0, rollout.seenNext(), at, seen.length);
    }

    /** Returns of the episodes that ended in the last round, in the world's own reward. */
    public List<Double> finishedReturns() {
        return List.copyOf(finishedReturns);
    }

    /** Puts the worlds' states, the running episodes and the stream of actions. */
    public void save(TrainingState state) {
        VectorEnvironment.Snapshot snapshot = worlds.save();
        state.put("worlds.states", snapshot.states());
        state.put(
                "worlds.elapsed", Arrays.stream(snapshot.elapsedSteps()).asLongStream().toArray());
        state.put("worlds.random", snapshot.randomStates());
        state.put("worlds.observations", now.observations);
        state.put("worlds.running_returns", runningReturns);
        state.put("worlds.action_noise", actionNoise.state());
    }

    /** Goes on from a saved state of an equal collector. */
    public void restore(TrainingState state) {
        worlds.restore(
                new VectorEnvironment.Snapshot(
                        state.doubles("worlds.states"),
                        Arrays.stream(state.longs("worlds.elapsed"))
                                .mapToInt(i -> (int) i)
                                .toArray(),
                        state.longs("worlds.random")));
        double[] observations = state.doubles("worlds.observations", now.observations.length);
        System.arraycopy(observations, 0, now.observations, 0, observations.length);
        double[] returns = state.doubles("worlds.running_returns", runningReturns.length);
        System.arraycopy(returns, 0, runningReturns, 0, returns.length);
        actionNoise.restore(state.number("worlds.action_noise"));
    }
}
