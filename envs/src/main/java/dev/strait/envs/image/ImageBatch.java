package dev.strait.envs.image;

/**
 * Some pictures in a row. The arrays are the receiver's from then on.
 *
 * @param pixels (B, C, H, W) in one array, in [−1, 1]
 * @param labels (B) classes; −1 where there are none
 */
public record ImageBatch(float[] pixels, int[] labels) {

    /** B. */
    public int rows() {
        return labels.length;
    }
}
