package dev.strait.demos.play;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.StepBatch;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.demonstration.Episode;
import java.util.Arrays;
import java.util.function.Consumer;

/** Plays whole episodes, one in each of some worlds. */
public final class Playing {

    private static final int MOST_WORLDS = 256;

    private final VectorEnvironment worlds;
    private final StepBatch now;
    private final double[] actions;
    private final Take[] takes;

    private Playing(VectorEnvironment worlds) {
        this.worlds = worlds;
        now = new StepBatch(worlds.count(), worlds.observationSpace().size());
        actions = new double[worlds.count() * worlds.actionSpace().size()];
        takes = new Take[worlds.count()];
    }

    /**
     * Plays episodes and hands them over in their order.
     *
     * @param episodes at least 1
     * @param seed at least 0; episode i starts from seed + i
     */
    public static void play(
            EnvironmentSpec spec,
            Actor actor,
            int episodes,
            long seed,
            Consumer<Episode> audience) {
        for (int from = 0; from < episodes; from += MOST_WORLDS) {
            int count = Math.min(MOST_WORLDS, episodes - from);
            try (VectorEnvironment worlds = Environments.makeVector(spec, count, 1)) {
                new Playing(worlds).play(actor, seed + from, audience);
            }
        }
    }

    private void play(Actor actor, long seed, Consumer<Episode> audience) {
        worlds.reset(seed, now.observations);
        Arrays.setAll(takes, i -> new Take());
        int size = worlds.observationSpace().size();
        for (int i = 0; i < takes.length; i++) {
            takes[i].observations.add(now.observations, i * size, size);
        }
        for (int running = takes.length; running > 0; ) {
            actor.act(now.observations, actions);
            worlds.step(actions, now);
            for (int i = 0; i < takes.length; i++) {
                running -= takes[i].over || !step(i) ? 0 : 1;
            }
        }
        for (Take take : takes) {
            audience.accept(take.episode());
        }
    }

    /** Notes the last step of one world; whether it ended the episode. */
    private boolean step(int world) {
        Take take = takes[world];
        int actionSize = worlds.actionSpace().size();
        int size = worlds.observationSpace().size();
        take.terminated = now.terminated[world];
        take.truncated = now.truncated[world];
        take.over = take.terminated || take.truncated;
        take.actions.add(actions, world * actionSize, actionSize);
        take.rewards.add(now.rewards, world, 1);
        // At an end, observations already hold the first one of the next episode.
        double[] successors = take.over ? now.finalObservations : now.observations;
        take.observations.add(successors, world * size, size);
        return take.over;
    }

    /** One episode while it is played. */
    private static final class Take {
        private final Numbers observations = new Numbers();
        private final Numbers actions = new Numbers();
        private final Numbers rewards = new Numbers();
        private boolean terminated;
        private boolean truncated;
        private boolean over;

        private Episode episode() {
            double[] all = rewards.toArray();
            return new Episode(
                    all.length,
                    observations.toArray(),
                    actions.toArray(),
                    all,
                    terminated,
                    truncated);
        }
    }

    /** Numbers that grow in number. */
    private static final class Numbers {
        private double[] values = new double[256];
        private int size;

        private void add(double[] from, int offset, int count) {
            if (size + count > values.length) {
                values = Arrays.copyOf(values, 2 * (size + count));
            }
            System.arraycopy(from, offset, values, size, count);
            size += count;
        }

        private double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
