package dev.strait.envs;

import java.util.random.RandomGenerator;

/** N worlds side by side: the batch of a world that has no faster one. */
final class WorldRows implements WorldBatch {

    private final World[] worlds;
    private final int observationSize;
    private final int actionSize;

    WorldRows(World[] worlds) {
        this.worlds = worlds;
        observationSize = worlds[0].observationSpace().size();
        actionSize = worlds[0].actionSpace().size();
    }

    @Override
    public void reset(int row, RandomGenerator random, double[] observations, int offset) {
        worlds[row].reset(random, observations, offset);
    }

    @Override
    public void step(
            int from,
            int to,
            double[] actions,
            double[] observations,
            double[] rewards,
            boolean[] terminated) {
        for (int i = from; i < to; i++) {
            World world = worlds[i];
            rewards[i] = world.step(actions, i * actionSize, observations, i * observationSize);
            terminated[i] = world.terminated();
        }
    }

    @Override
    public boolean truncated(int row) {
        return worlds[row].truncated();
    }

    @Override
    public void saveState(int row, double[] state, int offset) {
        worlds[row].saveState(state, offset);
    }

    @Override
    public void restoreState(int row, double[] state, int offset) {
        worlds[row].restoreState(state, offset);
    }

    @Override
    public void observe(int row, double[] observations, int offset) {
        worlds[row].observe(observations, offset);
    }
}
