package dev.strait.envs.image;

import java.util.List;
import java.util.random.RandomGenerator;

/** What happens to pictures between their source and a training. */
public sealed interface Augmentation {

    /** Changes pictures of one size in place. */
    void apply(float[] pixels, ImageShape shape, RandomGenerator random);

    /** Pictures as they are. */
    static Augmentation none() {
        return new None();
    }

    /** This, and then another. */
    default Augmentation then(Augmentation next) {
        return new InTurn(List.of(this, next));
    }

    /** Pictures as they are. */
    record None() implements Augmentation {
        @Override
        public void apply(float[] pixels, ImageShape shape, RandomGenerator random) {}
    }

    /**
     * Uniform dequantisation: a byte b becomes (b + u)/128 − 1 with u uniform in [0, 1), so that
     * the density of the pictures is bounded and black is no single point.
     *
     * <p>Source: Theis, van den Oord and Bethge, "A note on the evaluation of generative models",
     * ICLR 2016, section 3.1.
     */
    record Dequantisation() implements Augmentation {

        @Override
        public void apply(float[] pixels, ImageShape shape, RandomGenerator random) {
            long bits = 0;
            for (int i = 0; i < pixels.length; i++) {
                bits = (i & 1) == 0 ? random.nextLong() : bits << 32;
                float uniform = (bits >>> 40) * 0x1p-24f;
                float level = (pixels[i] + 1) * 127.5f + uniform;
                pixels[i] = Math.min(level / 128 - 1, BELOW_ONE);
            }
        }

        /** The number before 1: rounding must not carry the brightest level there. */
        private static final float BELOW_ONE = Math.nextDown(1f);
    }

    /** Mirrors every picture left to right with probability ½. */
    record HorizontalFlip() implements Augmentation {

        @Override
        public void apply(float[] pixels, ImageShape shape, RandomGenerator random) {
            for (int from = 0; from < pixels.length; from += shape.size()) {
                if (random.nextLong() < 0) {
                    mirror(pixels, from, shape);
                }
            }
        }

        private static void mirror(float[] pixels, int from, ImageShape shape) {
            int width = shape.width();
            for (int row = from; row < from + shape.size(); row += width) {
                for (int left = row, right = row + width - 1; left < right; left++, right--) {
                    float moved = pixels[left];
                    pixels[left] = pixels[right];
                    pixels[right] = moved;
                }
            }
        }
    }

    /**
     * Several, one after the other.
     *
     * @param steps first one first
     */
    record InTurn(List<Augmentation> steps) implements Augmentation {

        public InTurn {
            steps = List.copyOf(steps);
        }

        @Override
        public void apply(float[] pixels, ImageShape shape, RandomGenerator random) {
            steps.forEach(step -> step.apply(pixels, shape, random));
        }
    }
}
