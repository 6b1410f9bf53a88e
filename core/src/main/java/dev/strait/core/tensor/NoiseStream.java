package dev.strait.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Noise drawn by the engine on the device of its tensors. Each draw reseeds the engine from (seed,
 * counter), so the counter is the whole state and a resumed run draws what the uninterrupted one
 * would have drawn.
 */
public final class NoiseStream {

    /** The engine has one random state for all threads. */
    private static final Object ENGINE_STATE = new Object();

    private final long seed;
    private long counter;

    NoiseStream(long seed) {
        this.seed = seed;
    }

    /** Standard normal noise of a shape. */
    public NDArray normal(NDManager manager, Shape shape) {
        synchronized (ENGINE_STATE) {
            reseed();
            return manager.randomNormal(shape);
        }
    }

    /** Uniform noise on [0, 1) of a shape. */
    public NDArray uniform(NDManager manager, Shape shape) {
        synchronized (ENGINE_STATE) {
            reseed();
            return manager.randomUniform(0f, 1f, shape);
        }
    }

    /** Number of draws so far. */
    public long counter() {
        return counter;
    }

    /** Continues after so many draws. */
    public void restore(long draws) {
        counter = draws;
    }

    private void reseed() {
        long mixed = SeedStream.mix(seed + SeedStream.mix(++counter));
        TensorEngine.engine().setRandomSeed((int) (mixed >>> 33));
    }
}
