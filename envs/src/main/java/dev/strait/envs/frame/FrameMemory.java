package dev.strait.envs.frame;

import static dev.strait.envs.Require.require;

import dev.strait.envs.StateFrames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures that are drawn once and kept as bytes for as long as they are asked for: the successor
 * of one step is the state of the next, and an expert shows the same states again and again. Every
 * picture goes through its bytes, in 255 levels, so what is seen does not depend on what is kept.
 */
public final class FrameMemory implements StateFrames {

    /** States of two rounds of 4,096 steps; 35 MB. */
    private static final int MOST = 8192;

    private static final int LEVELS = 255;
    private static final float[] LEVEL = new float[LEVELS + 1];

    static {
        for (int i = 0; i <= LEVELS; i++) {
            LEVEL[i] = (float) i / LEVELS;
        }
    }

    private final StateFrames frames;
    private final Key wanted;
    private final double[] drawn;
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    /**
     * Remembers what is drawn by others.
     *
     * @param observationSize F
     */
    public FrameMemory(StateFrames frames, int observationSize) {
        require(observationSize >= 1, "observations have numbers, but here %s", observationSize);
        this.frames = frames;
        wanted = new Key(new double[observationSize]);
        drawn = new double[frames.size()];
    }

    /** An observation by its bits. */
    private record Key(double[] observation) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(observation, key.observation);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(observation);
        }
    }

    @Override
    public void write(double[] observations, int offset, double[] features, int to) {
        byte[] bytes = of(observations, offset);
        for (int i = 0; i < bytes.length; i++) {
            features[to + i] = LEVEL[bytes[i] & 0xff];
        }
    }

    @Override
    public void write(double[] observations, int offset, float[] rows, int to) {
        byte[] bytes = of(observations, offset);
        for (int i = 0; i < bytes.length; i++) {
            rows[to + i] = LEVEL[bytes[i] & 0xff];
        }
    }

    private byte[] of(double[] observations, int offset) {
        System.arraycopy(observations, offset, wanted.observation, 0, wanted.observation.length);
        byte[] bytes = kept.get(wanted);
        if (bytes == null) {
            bytes = draw();
            kept.put(new Key(wanted.observation.clone()), bytes);
            forget();
        }
        return bytes;
    }

    private byte[] draw() {
        frames.write(wanted.observation, 0, drawn, 0);
        byte[] bytes = new byte[drawn.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (drawn[i] * LEVELS + 0.5);
        }
        return bytes;
    }

    /** The one that was asked for longest ago. */
    private void forget() {
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
