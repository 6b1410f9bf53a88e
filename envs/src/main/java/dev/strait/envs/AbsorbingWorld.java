package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A world whose episodes all have the same length: where the world within would terminate, its last
 * state stays to the time limit with reward 0 and whatever actions.
 *
 * <p>An imitator must not learn from the length of an episode that its expert lives long: with
 * early ends, rewards that are positive everywhere already favour survival and negative ones favour
 * death, whatever the discriminator says. Source: Kostrikov and others,
 * "Discriminator-Actor-Critic", ICLR 2019, which gives the state after the end a reward of its own.
 */
public final class AbsorbingWorld implements World {

    private final World inner;
    private boolean absorbed;

    /** A world that goes on where {@code inner} ends. */
    public AbsorbingWorld(World inner) {
        this.inner = inner;
    }

    /**
     * The specification of a world's twin with a fixed horizon.
     *
     * @param id of the twin
     * @param spec of the world; its time limit becomes the length of every episode
     */
    public static EnvironmentSpec twin(String id, EnvironmentSpec spec) {
        return new EnvironmentSpec(
                id,
                spec.maxEpisodeSteps(),
                spec.rewardThreshold(),
                spec.dear(),
                () -> new AbsorbingWorld(spec.factory().get()));
    }

    /** The world that would have ended. */
    public World inner() {
        return inner;
    }

    @Override
    public Box observationSpace() {
        return inner.observationSpace();
    }

    @Override
    public Space actionSpace() {
        return inner.actionSpace();
    }

    @Override
    public StateFeatures features() {
        return inner.features();
    }

    @Override
    public Optional<StateFrames> frames() {
        return inner.frames();
    }

    @Override
    public Optional<StateFeatures> differences() {
        return inner.differences();
    }

    @Override
    public void reset(RandomGenerator random, double[] observations, int offset) {
        inner.reset(random, observations, offset);
        absorbed = false;
    }

    @Override
    public double step(
            double[] actions, int actionOffset, double[] observations, int observationOffset) {
        if (absorbed) {
            inner.observe(observations, observationOffset);
            return 0;
        }
        double reward = inner.step(actions, actionOffset, observations, observationOffset);
        absorbed = inner.terminated();
        return reward;
    }

    @Override
    public boolean terminated() {
        return false;
    }

    @Override
    public boolean truncated() {
        return inner.truncated();
    }

    /** The state of the world within, and 1 if it would have ended, else 0. */
    @Override
    public int stateSize() {
        return inner.stateSize() + 1;
    }

    @Override
    public void saveState(double[] state, int offset) {
        inner.saveState(state, offset);
        state[offset + inner.stateSize()] = absorbed ? 1 : 0;
    }

    @Override
    public void restoreState(double[] state, int offset) {
        double flag = state[offset + inner.stateSize()];
        require(flag == 0 || flag == 1, "absorbed must be 0 or 1, but was %s", flag);
        inner.restoreState(state, offset);
        absorbed = flag == 1;
    }

    @Override
    public void observe(double[] observations, int offset) {
        inner.observe(observations, offset);
    }

    @Override
    public boolean tellsState(double[] observations, int offset) {
        return inner.tellsState(observations, offset);
    }

    @Override
    public boolean tellsReward() {
        return inner.tellsReward();
    }

    /** The world goes on from there, even where the world within would have ended. */
    @Override
    public void restoreFromObservation(double[] observations, int offset) {
        inner.restoreFromObservation(observations, offset);
        absorbed = false;
    }
}
