package dev.strait.agents.metric.extractor;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.strait.core.distribution.Categorical;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Learner;
import dev.strait.core.tensor.SeedStream;
import dev.strait.envs.image.ImageSource;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** Trains a classifier by its recipe: cross-entropy, Adam, a rate that falls by half a cosine. */
final class ClassifierTraining {

    private static final int JUDGED_AT_ONCE = 500;

    private final ClassifierNetwork network;
    private final ClassifierRecipe recipe;
    private final ImageSource training;
    private final ImageSource heldOut;

    ClassifierTraining(
            ClassifierNetwork network,
            ClassifierRecipe recipe,
            ImageSource training,
            ImageSource heldOut) {
        this.network = network;
        this.recipe = recipe;
        this.training = training;
        this.heldOut = heldOut;
    }

    static void requireLabelled(ImageSource training, ImageSource heldOut) {
        require(
                training.classes() >= 2,
                "a classifier needs pictures of at least 2 classes, but there are %s",
                training.classes());
        require(
                heldOut.classes() == training.classes() && heldOut.shape().equals(training.shape()),
                "the held-out pictures are %s of %s classes, but the others are %s of %s",
                heldOut.shape(),
                heldOut.classes(),
                training.shape(),
                training.classes());
        require(
                heldOut.classNames().equals(training.classNames()),
                "the held-out pictures have the classes %s, but the others have %s",
                heldOut.classNames(),
                training.classNames());
        require(
                training.size() >= 1 && heldOut.size() >= 1,
                "there must be pictures to learn and to judge by, but there are %s and %s",
                training.size(),
                heldOut.size());
    }

    /**
     * Trains from the start to the end.
     *
     * @return share of held-out pictures whose class it knows at the end
     */
    double run(Consumer<ClassifierReport> listener) {
        SeedStream shuffle = recipe.seeds().stream("order");
        int[] order = IntStream.range(0, training.size()).toArray();
        double accuracy = 0;
        try (Learner learner =
                Learner.of(
                        "feature classifier",
                        Adam.of(recipe.learningRate()),
                        Double.POSITIVE_INFINITY,
                        network.blocks())) {
            for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
                shuffle.shuffle(order);
                double loss = epoch(learner, order);
                accuracy = accuracy();
                listener.accept(new ClassifierReport(epoch, recipe.epochs(), loss, accuracy));
            }
        }
        standardise();
        return accuracy;
    }

    private double epoch(Learner learner, int[] order) {
        double sum = 0;
        for (int from = 0; from < order.length; from += recipe.batch()) {
            int count = Math.min(recipe.batch(), order.length - from);
            learner.anneal(rateFactor(learner.steps(), order.length));
            sum += step(learner, order, from, count) * count;
        }
        return sum / order.length;
    }

    /** ½ (1 + cos(π · share done)). */
    private double rateFactor(long steps, int pictures) {
        long perEpoch = (pictures + recipe.batch() - 1L) / recipe.batch();
        return (1 + Math.cos(Math.PI * steps / (recipe.epochs() * perEpoch))) / 2;
    }

    private double step(Learner learner, int[] order, int from, int count) {
        try (NDManager scope = network.manager().newSubManager()) {
            NDArray images = network.read(scope, training, order, from, count);
            NDArray labels = scope.create(labels(training, order, from, count));
            return learner.minimise(
                            () ->
                                    new Categorical(network.logits(network.features(images)))
                                            .logProbability(labels)
                                            .mean()
                                            .neg())
                    .loss();
        }
    }

    private double accuracy() {
        double[] right = new double[1];
        overHeldOut(
                (features, from) -> {
                    long[] told = network.logits(features).argMax(1).toLongArray();
                    for (int i = 0; i < told.length; i++) {
                        right[0] += told[i] == heldOut.label(from + i) ? 1 : 0;
                    }
                });
        return right[0] / heldOut.size();
    }

    /** By the held-out pictures: those that it learned look clearer to it than any others. */
    private void standardise() {
        int size = recipe.features();
        float[] all = new float[Math.multiplyExact(heldOut.size(), size)];
        overHeldOut(
                (features, from) -> {
                    float[] some = features.toFloatArray();
                    System.arraycopy(some, 0, all, from * size, some.length);
                });
        network.standardise(Standardisation.of(all, size));
    }

    private void overHeldOut(ObjIntConsumer<NDArray> consumer) {
        int[] order = IntStream.range(0, heldOut.size()).toArray();
        for (int from = 0; from < order.length; from += JUDGED_AT_ONCE) {
            int count = Math.min(JUDGED_AT_ONCE, order.length - from);
            try (NDManager scope = network.manager().newSubManager()) {
                NDArray images = network.read(scope, heldOut, order, from, count);
                consumer.accept(network.features(images), from);
            }
        }
    }

    private static float[] labels(ImageSource source, int[] order, int from, int count) {
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            int label = source.label(order[from + i]);
            require(
                    label >= 0 && label < source.classes(),
                    "picture %s has class %s of %s",
                    order[from + i],
                    label,
                    source.classes());
            labels[i] = label;
        }
        return labels;
    }
}
