package dev.strait.envs;

import java.util.Arrays;

/**
 * The vector environment: one {@link WorldBatch}, a clock and a random stream a row, and workers
 * where a world is dear. Rows are independent, so the number of threads changes no result.
 */
final class BatchedEnvironment implements VectorEnvironment {

    private final EnvironmentSpec spec;
    private final int count;
    private final Box observationSpace;
    private final Space actionSpace;
    private final int observationSize;
    private final int stateSize;
    private final WorldBatch batch;
    private final Pcg64[] random;
    private final int[] elapsedSteps;
    private final Workers workers;
    private double[] actions;
    private StepBatch out;
    private boolean running;

    BatchedEnvironment(EnvironmentSpec spec, int count, int threads) {
        this.spec = spec;
        this.count = count;
        World world = spec.factory().get();
        observationSpace = world.observationSpace();
        actionSpace = world.actionSpace();
        observationSize = observationSpace.size();
        stateSize = world.stateSize();
        batch = world instanceof WorldBatch.Source source ? source.batch(count) : rows(world);
        random = new Pcg64[count];
        Arrays.setAll(random, Pcg64::new);
        elapsedSteps = new int[count];
        workers = new Workers(spec.id(), threads, this::stepShard);
    }

    private WorldBatch rows(World first) {
        World[] worlds = new World[count];
        Arrays.setAll(worlds, i -> i == 0 ? first : spec.factory().get());
        return new WorldRows(worlds);
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Box observationSpace() {
        return observationSpace;
    }

    @Override
    public Space actionSpace() {
        return actionSpace;
    }

    @Override
    public void reset(long seed, double[] observations) {
        requireLength("observations", observations.length, count * observationSize);
        for (int i = 0; i < count; i++) {
            random[i].seed(seed + i);
            begin(i, observations);
        }
        running = true;
    }

    private void begin(int row, double[] observations) {
        elapsedSteps[row] = 0;
        batch.reset(row, random[row], observations, row * observationSize);
    }

    @Override
    public void step(double[] actions, StepBatch out) {
        if (!running) {
            throw new IllegalStateException(spec.id() + ": call reset before step");
        }
        requireLength("actions", actions.length, count * actionSpace.size());
        requireLength("observations", out.observations.length, count * observationSize);
        requireLength("rewards", out.rewards.length, count);
        Actions.requireAcceptable(actionSpace, actions, 0, count);
        this.actions = actions;
        this.out = out;
        workers.run();
    }

    private void stepShard(int shard, int shards) {
        int from = (int) ((long) count * shard / shards);
        int to = (int) ((long) count * (shard + 1) / shards);
        batch.step(from, to, actions, out.observations, out.rewards, out.terminated);
        int limit = spec.maxEpisodeSteps();
        boolean[] terminated = out.terminated;
        boolean[] truncated = out.truncated;
        for (int i = from; i < to; i++) {
            boolean cut = ++elapsedSteps[i] >= limit || batch.truncated(i);
            truncated[i] = cut;
            if (cut | terminated[i]) {
                end(i);
            }
        }
    }

    private void end(int row) {
        int offset = row * observationSize;
        System.arraycopy(out.observations, offset, out.finalObservations, offset, observationSize);
        begin(row, out.observations);
    }

    @Override
    public Snapshot save() {
        double[] states = new double[count * stateSize];
        long[] randomStates = new long[count * Pcg64.STATE_SIZE];
        for (int i = 0; i < count; i++) {
            batch.saveState(i, states, i * stateSize);
            random[i].saveState(randomStates, i * Pcg64.STATE_SIZE);
        }
        return new Snapshot(states, elapsedSteps.clone(), randomStates);
    }

    @Override
    public void restore(Snapshot snapshot) {
        requireLength("states", snapshot.states().length, count * stateSize);
        requireLength("elapsedSteps", snapshot.elapsedSteps().length, count);
        requireLength("randomStates", snapshot.randomStates().length, count * Pcg64.STATE_SIZE);
        for (int i = 0; i < count; i++) {
            batch.restoreState(i, snapshot.states(), i * stateSize);
            random[i].restoreState(snapshot.randomStates(), i * Pcg64.STATE_SIZE);
        }
        System.arraycopy(snapshot.elapsedSteps(), 0, elapsedSteps, 0, count);
        running = true;
    }

    @Override
    public void observe(double[] observations) {
        requireLength("observations", observations.length, count * observationSize);
        for (int i = 0; i < count; i++) {
            batch.observe(i, observations, i * observationSize);
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private void requireLength(String what, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s of %s worlds of %s must have %s values, but had %s",
                            what, count, spec.id(), expected, length));
        }
    }
}
