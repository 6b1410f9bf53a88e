package dev.strait.agents.metric.extractor;

/**
 * Brings every dimension to mean 0 and standard deviation 1: (x − mean) · scale. Without it the
 * size of the features, and with it that of FID and KID, would be an accident of the training, and
 * KID's kernel (x·y / F + 1)³ nothing but its cube.
 *
 * @param mean (F)
 * @param scale (F) 1 / standard deviation; 1 where a dimension never changes
 */
record Standardisation(float[] mean, float[] scale) {

    /**
     * That of some rows.
     *
     * @param rows (N, F)
     * @param size F
     */
    static Standardisation of(float[] rows, int size) {
        int count = rows.length / size;
        float[] mean = new float[size];
        float[] scale = new float[size];
        for (int column = 0; column < size; column++) {
            double sum = 0;
            for (int row = 0; row < count; row++) {
                sum += rows[row * size + column];
            }
            mean[column] = (float) (sum / count);
            double squares = 0;
            for (int row = 0; row < count; row++) {
                double difference = rows[row * size + column] - mean[column];
                squares += difference * difference;
            }
            scale[column] = squares > 0 ? (float) Math.sqrt(count / squares) : 1;
        }
        return new Standardisation(mean, scale);
    }
}
