package dev.strait.envs.image;

import java.util.concurrent.atomic.AtomicInteger;

/** Pictures of one cell that tell their position: i/10. */
class NumberedImages implements ImageSource {

    private final int size;
    private final int classes;
    private final AtomicInteger reads;

    /**
     * @param classes picture i is of class i mod this; none where it is 0
     * @param reads counts
     */
    NumberedImages(int size, int classes, AtomicInteger reads) {
        this.size = size;
        this.classes = classes;
        this.reads = reads;
    }

    @Override
    public ImageShape shape() {
        return new ImageShape(1, 1, 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return classes == 0 ? -1 : index % classes;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        reads.incrementAndGet();
        target[offset] = index / 10f;
    }
}
