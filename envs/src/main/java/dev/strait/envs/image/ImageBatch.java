package dev.strait.envs.image;

/**
 * Some pictures in a row. The arrays are the receiver's from then on.
 *
 * @param pixels (B, C, H, W) in one array, in [−1, 1]
 * @param labels (B) classes; −1 where there are none
 */
public record ImageBatch(float[] pixels, int[] labels) {

    /** The pictures at these positions of a source. */
    public static ImageBatch read(ImageSource source, int... positions) {
        int size = source.shape().size();
        float[] pixels = new float[Math.multiplyExact(positions.length, size)];
        int[] labels = new int[positions.length];
        for (int row = 0; row < positions.length; row++) {
            source.read(positions[row], pixels, row * size);
            labels[row] = source.label(positions[row]);
        }
        return new ImageBatch(pixels, labels);
    }

    /** B. */
    public int rows() {
        return labels.length;
    }
}
