package dev.strait.envs.mimic;

import dev.strait.envs.StateFeatures;
import dev.strait.envs.motion.SagittalBody;

/**
 * The 22 features of the planar biped: height, cos and sin of the pitch, ½ vx, ½ vz, a fifth of the
 * pitch rate, six angles, a tenth of their six rates, and twice where each ankle is from the hips,
 * forward and up.
 */
final class PlanarFeatures implements StateFeatures {

    /** Numbers that are the observation's, too, though some on another scale. */
    static final int OBSERVED = 18;

    /** The observation's scale of vx and vz. */
    static final double OBSERVED_SPEED = 0.3;

    private static final double SPEED = 0.5;
    private static final double ANKLES = 2;

    @Override
    public int size() {
        return OBSERVED + 4;
    }

    @Override
    public void write(double[] observations, int offset, double[] features, int to) {
        System.arraycopy(observations, offset, features, to, OBSERVED);
        features[to + 3] *= SPEED / OBSERVED_SPEED;
        features[to + 4] *= SPEED / OBSERVED_SPEED;
        double pitch = Math.atan2(observations[offset + 2], observations[offset + 1]);
        SagittalBody.ankles(pitch, observations, offset + 6, features, to + OBSERVED);
        for (int i = to + OBSERVED; i < to + size(); i++) {
            features[i] *= ANKLES;
        }
    }
}
