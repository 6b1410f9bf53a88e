package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageSelection;
import dev.strait.envs.image.ImageSource;

/**
 * How much of its accuracy a classifier keeps under an attack. A code's noise also blurs the
 * gradient that an attacker follows, and a gradient from few draws then flatters the classifier:
 * compare attackers of several {@link Attack.Victim#samples}, and one that follows another network
 * altogether, and take the lowest figure.
 *
 * @param attack what is done to the pictures
 * @param epsilon L∞ radius, as a share of the range of a pixel (ε = 0.1 moves a pixel of 0 … 255 by
 *     up to 25.5)
 * @param images how many were attacked
 * @param accuracy share of right answers afterwards
 */
public record Robustness(Attack attack, double epsilon, int images, double accuracy) {

    private static final int ROWS = 250;

    /** Pixels are in [−1, 1]. */
    private static final double RANGE = 2;

    /**
     * Attacks pictures of a source, {@link #drawn} from it.
     *
     * @param followed whose gradients the attacker follows; another network than {@code asked} for
     *     an attack by transfer
     * @param asked who then has to answer
     * @param source labelled pictures of both classifiers' size
     * @param images how many, at most all
     * @param epsilon as a share of the range of a pixel, in [0, 1]
     * @param seeds gives the streams {@code attacked pictures}, {@code attack} and {@code attacked
     *     answers}
     */
    public static Robustness of(
            Attack.Victim followed,
            Attack.Victim asked,
            ImageSource source,
            int images,
            Attack attack,
            double epsilon,
            Seeds seeds) {
        require(epsilon >= 0 && epsilon <= 1, "epsilon must be in [0, 1], but was %s", epsilon);
        require(
                images >= 1 && images <= source.size(),
                "there are %s pictures, so %s cannot be attacked",
                source.size(),
                images);
        VibEvaluation.requireFit(followed.classifier(), source);
        VibEvaluation.requireFit(asked.classifier(), source);
        Pictures pictures = new Pictures(drawn(source, images, seeds));
        int[] order = pictures.order();
        NoiseStream attacker = seeds.noise("attack");
        NoiseStream answers = seeds.noise("attacked answers");
        long right = 0;
        for (int from = 0; from < images; from += ROWS) {
            int to = Math.min(from + ROWS, images);
            try (NDManager scope = asked.classifier().manager().newSubManager()) {
                NDArray clean = pictures.images(scope, order, from, to);
                NDArray labels = pictures.labels(scope, order, from, to);
                NDArray moved = attack.attacked(followed, clean, labels, RANGE * epsilon, attacker);
                right += asked.classes(moved, answers).eq(labels).sum().getLong();
            }
        }
        return new Robustness(attack, epsilon, images, right / (double) images);
    }

    /**
     * The pictures that are attacked: the same under every attack of equal seeds.
     *
     * @param seeds gives the stream {@code attacked pictures}
     */
    public static ImageSelection drawn(ImageSource source, int images, Seeds seeds) {
        return ImageSelection.drawn(source, images, seeds.stream("attacked pictures").nextLong());
    }

    /**
     * Pictures and what an attack makes of them, to be looked at.
     *
     * @param pixels pictures in a row, in [−1, 1]
     * @param labels their classes
     * @param epsilon as a share of the range of a pixel
     * @return attacked pictures in a row, in [−1, 1]
     */
    public static float[] twins(
            Attack.Victim victim,
            float[] pixels,
            long[] labels,
            Attack attack,
            double epsilon,
            Seeds seeds) {
        try (NDManager scope = victim.classifier().manager().newSubManager()) {
            NDArray clean = victim.classifier().images(scope, pixels);
            NDArray moved =
                    attack.attacked(
                            victim,
                            clean,
                            scope.create(labels),
                            RANGE * epsilon,
                            seeds.noise("attack"));
            return moved.toFloatArray();
        }
    }
}
