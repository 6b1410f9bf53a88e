package dev.strait.agents.vib;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageSource;

/**
 * A classifier on pictures that it was not trained on. Information is in nats; {@link #bits} makes
 * bits of them.
 *
 * @param images how many
 * @param samples S, codes drawn of each picture
 * @param meanError share of wrong classes by the mean code
 * @param oneSampleError the same by one drawn code
 * @param error the same by the mean of the probabilities of S drawn codes
 * @param crossEntropy E[−ln q(y|z)]
 * @param labelEntropy H(Y) of these pictures
 * @param codeInformation I(X; Z) ≤ E[KL]; infinite where nothing bounds it
 */
public record VibEvaluation(
        int images,
        int samples,
        double meanError,
        double oneSampleError,
        double error,
        double crossEntropy,
        double labelEntropy,
        double codeInformation) {

    private static final int ROWS = 500;

    /** I(Z; Y) ≥ H(Y) − E[−ln q(y|z)]; may be below 0, as a bound. */
    public double labelInformation() {
        return labelEntropy - crossEntropy;
    }

    /** Nats in bits. */
    public static double bits(double nats) {
        return nats / Math.log(2);
    }

    /**
     * Evaluates.
     *
     * @param source labelled pictures of the classifier's size
     * @param samples S, at least 1
     * @param seeds gives the stream {@code vib evaluation}: equal seeds, equal figures
     */
    public static VibEvaluation of(
            VibClassifier classifier, ImageSource source, int samples, Seeds seeds) {
        require(samples >= 1, "samples must be at least 1, but was %s", samples);
        requireFit(classifier, source);
        Pictures pictures = new Pictures(source);
        NoiseStream noise = seeds.noise("vib evaluation");
        Sums sums = new Sums(source.classes());
        int[] order = pictures.order();
        for (int from = 0; from < order.length; from += ROWS) {
            int to = Math.min(from + ROWS, order.length);
            try (NDManager scope = classifier.manager().newSubManager()) {
                NDArray images = pictures.images(scope, order, from, to);
                sums.add(classifier, images, pictures.classes(order, from, to), samples, noise);
            }
        }
        return sums.evaluation(classifier.code(), order.length, samples);
    }

    static void requireFit(VibClassifier classifier, ImageSource source) {
        require(
                source.shape().equals(classifier.shape())
                        && source.classes() == classifier.classes(),
                "the classifier takes %s of %s classes, but the pictures are %s of %s",
                classifier.shape(),
                classifier.classes(),
                source.shape(),
                source.classes());
    }

    /** What is added up over the batches. */
    private static final class Sums {

        private final long[] labelled;
        private double meanErrors;
        private double oneErrors;
        private double errors;
        private double surprise;
        private double rate;

        Sums(int classes) {
            labelled = new long[classes];
        }

        void add(
                VibClassifier classifier,
                NDArray images,
                long[] labels,
                int samples,
                NoiseStream noise) {
            NDList encoded = classifier.encode(images);
            NDArray mean = classifier.decode(classifier.code().mean(encoded));
            NDArray drawn = classifier.decode(classifier.code().draws(encoded, samples, noise));
            NDArray target = images.getManager().create(labels);
            meanErrors += wrong(mean, labels);
            oneErrors += wrong(drawn.get(0), labels);
            errors += wrong(drawn.softmax(2).mean(new int[] {0}), labels);
            surprise += labels.length * VibLoss.surprise(drawn, target).mean().getFloat();
            rate += classifier.code().rate(encoded).sum().getFloat();
            for (long label : labels) {
                labelled[(int) label]++;
            }
        }

        private static int wrong(NDArray scores, long[] labels) {
            long[] predicted = scores.argMax(1).toLongArray();
            int wrong = 0;
            for (int i = 0; i < labels.length; i++) {
                wrong += predicted[i] == labels[i] ? 0 : 1;
            }
            return wrong;
        }

        VibEvaluation evaluation(Code code, int images, int samples) {
            double entropy = 0;
            for (long count : labelled) {
                double share = count / (double) images;
                entropy -= count == 0 ? 0 : share * Math.log(share);
            }
            return new VibEvaluation(
                    images,
                    samples,
                    meanErrors / images,
                    oneErrors / images,
                    errors / images,
                    surprise / images,
                    entropy,
                    code.information(rate / images));
        }
    }
}
