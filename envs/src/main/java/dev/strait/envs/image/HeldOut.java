package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pictures to learn from and others of the same classes: the test set of the data, or a part that
 * is cut off at random, every class in proportion, for data without one.
 *
 * @param training the greater part
 * @param heldOut what a training never sees
 */
public record HeldOut(ImageSource training, ImageSource heldOut) {

    private static final int EXAMPLES = 5;

    /** Parts number their classes on their own: only where the names agree do the numbers. */
    public HeldOut {
        require(
                training.shape().equals(heldOut.shape()),
                "the held-out pictures are %s, but the training pictures are %s",
                told(heldOut.shape()),
                told(training.shape()));
        require(
                training.classNames().equals(heldOut.classNames()),
                "the held-out pictures have other classes than the training pictures: only there"
                        + " are %s, only here %s",
                without(heldOut, training),
                without(training, heldOut));
    }

    private static String told(ImageShape shape) {
        return "%s×%s×%s".formatted(shape.channels(), shape.height(), shape.width());
    }

    private static List<String> without(ImageSource source, ImageSource other) {
        Set<String> known = Set.copyOf(other.classNames());
        return source.classNames().stream()
                .filter(name -> !known.contains(name))
                .limit(EXAMPLES)
                .toList();
    }

    /**
     * Cuts a source. The held-out part has ⌊count · n_c / n⌋ pictures of a class with n_c of the n
     * pictures, or one more: the largest remainders get what is missing to {@code count}.
     *
     * @param count pictures to hold out, above 0 and below the source's size
     * @param seed draws which
     */
    public static HeldOut of(ImageSource source, int count, long seed) {
        int size = source.size();
        require(
                count >= 1 && count < size,
                "count must be in [1, %s] to leave pictures on both sides, but was %s",
                size - 1,
                count);
        int[] wanted = quotas(source, count);
        boolean[] out = new boolean[size];
        for (int position : CountedStream.HELD_OUT.order(seed, 0, size)) {
            out[position] = wanted[source.label(position) + 1]-- > 0;
        }
        return new HeldOut(side(source, out, false), side(source, out, true));
    }

    /** Pictures to hold out of each class, the one of pictures without a class first. */
    private static int[] quotas(ImageSource source, int count) {
        long[] share = new long[source.classes() + 1];
        IntStream.range(0, source.size()).forEach(i -> share[source.label(i) + 1] += count);
        int[] quotas = Arrays.stream(share).mapToInt(s -> (int) (s / source.size())).toArray();
        int missing = count - Arrays.stream(quotas).sum();
        IntStream.range(0, share.length)
                .boxed()
                .sorted((a, b) -> Long.compare(share[b] % source.size(), share[a] % source.size()))
                .limit(missing)
                .forEach(group -> quotas[group]++);
        return quotas;
    }

    private static ImageSource side(ImageSource source, boolean[] out, boolean which) {
        return new ImageSelection(
                source, IntStream.range(0, out.length).filter(i -> out[i] == which).toArray());
    }
}
