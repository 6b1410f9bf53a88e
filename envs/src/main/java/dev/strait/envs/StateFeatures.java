package dev.strait.envs;

/**
 * What of a state counts for whoever compares states, such as a discriminator, computed from an
 * observation of it. Where a policy sees more than may be compared (the phase of a clip) or less
 * directly (angles in place of where the feet are), it differs from the observation.
 */
public interface StateFeatures {

    /** Numbers of a state. */
    int size();

    /**
     * Writes the features of an observed state.
     *
     * @param observations (…, F) the row at {@code offset} is read
     * @param features written from {@code to} on
     */
    void write(double[] observations, int offset, double[] features, int to);

    /**
     * The same in single precision, which is how tensors want it.
     *
     * @param rows written from {@code to} on
     */
    default void write(double[] observations, int offset, float[] rows, int to) {
        double[] features = new double[size()];
        write(observations, offset, features, 0);
        for (int i = 0; i < features.length; i++) {
            rows[to + i] = (float) features[i];
        }
    }

    /** Observations of {@code size} numbers as they are. */
    static StateFeatures observed(int size) {
        return new StateFeatures() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void write(double[] observations, int offset, double[] features, int to) {
                System.arraycopy(observations, offset, features, to, size);
            }
        };
    }
}
