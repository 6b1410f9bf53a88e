package dev.strait.agents.metric;

import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.random.RandomGenerator;

/** Pictures of 1 × 1 × 2 cells of noise. */
record SomePictures(int size, float[] pixels) implements ImageSource {

    static final ImageShape SHAPE = new ImageShape(1, 1, 2);

    static SomePictures of(int size, long seed, double mean) {
        RandomGenerator random = new Seeds(seed).stream("pictures");
        float[] pixels = new float[2 * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (mean + 0.2 * random.nextGaussian());
        }
        return new SomePictures(size, pixels);
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    @Override
    public int classes() {
        return 0;
    }

    @Override
    public int label(int index) {
        return -1;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        System.arraycopy(pixels, 2 * index, target, offset, 2);
    }

    /** A batch of them. */
    ImageBatch batch(int from, int count) {
        float[] some = new float[2 * count];
        System.arraycopy(pixels, 2 * from, some, 0, some.length);
        return new ImageBatch(some, new int[count]);
    }
}
