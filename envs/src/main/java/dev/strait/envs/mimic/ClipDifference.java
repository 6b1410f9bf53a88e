package dev.strait.envs.mimic;

import dev.strait.envs.StateFeatures;

/**
 * What a character's features lack of the clip's: those of the clip at the observed phase minus
 * those of the observed state, 0 for whoever is where the clip is.
 *
 * <p>Velocities of a clip that loops have two values within 0.01 s of the seam of its cycles, one
 * as the beginning and one as the further course of a cycle has them; there even the clip's own
 * states may lack what is between them.
 */
final class ClipDifference implements StateFeatures {

    private final MimicWorld world;
    private final StateFeatures features;
    private final double[] clip;
    private final double[] own;

    /** Differences that are computed with a world, which is left as it is. */
    ClipDifference(MimicWorld world) {
        this.world = world;
        features = world.features();
        clip = new double[world.observationSpace().size()];
        own = new double[features.size()];
    }

    @Override
    public int size() {
        return features.size();
    }

    @Override
    public void write(double[] observations, int offset, double[] differences, int to) {
        world.observeClip(world.phaseOf(observations, offset), clip);
        features.write(clip, 0, differences, to);
        features.write(observations, offset, own, 0);
        for (int i = 0; i < own.length; i++) {
            differences[to + i] -= own[i];
        }
    }
}
