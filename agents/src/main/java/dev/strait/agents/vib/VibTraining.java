package dev.strait.agents.vib;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Training;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.OnceDifferentiable;
import dev.strait.core.gradient.ParameterAverage;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The deep VIB: a round is one pass over the pictures in an order drawn anew. */
public final class VibTraining implements Training {

    private static final int FIGURES = 4;

    private final VibSettings settings;
    private final Pictures pictures;
    private final VibClassifier classifier;
    private final VibClassifier averaged;
    private final Learner learner;
    private final ParameterAverage average;
    private final NoiseStream noise;
    private final SeedStream shuffle;
    private int epochs;

    /**
     * A training at its start.
     *
     * @param source pictures that all have classes
     * @param seeds gives the streams {@code vib weights}, {@code vib order} and {@code vib noise}
     */
    public VibTraining(ImageSource source, VibSettings settings, Seeds seeds, Device device) {
        this.settings = settings;
        pictures = new Pictures(source);
        ClassifierDescription description =
                new ClassifierDescription(
                        source.shape(), source.classNames(), settings.hidden(), settings.code());
        classifier = VibClassifier.of(description, device, seeds.stream("vib weights"));
        averaged = VibClassifier.of(description, device, seeds.stream("vib weights"));
        Adam adam = new Adam(settings.learningRate(), settings.beta1(), 0.999, 1e-8, 0);
        learner = Learner.of("vib", adam, Double.POSITIVE_INFINITY, classifier.blocks());
        average = ParameterAverage.of(learner, settings.averaging(), averaged.blocks());
        noise = seeds.noise("vib noise");
        shuffle = seeds.stream("vib order");
    }

    @Override
    public boolean finished() {
        return epochs >= settings.epochs();
    }

    @Override
    public double progress() {
        return epochs / (double) settings.epochs();
    }

    @Override
    public RoundReport round() {
        try (NDManager scope = classifier.manager().newSubManager()) {
            NDArray sums = scope.zeros(new Shape(FIGURES));
            int[] order = pictures.order();
            shuffle.shuffle(order);
            for (int from = 0; from < order.length; from += settings.batch()) {
                int to = Math.min(from + settings.batch(), order.length);
                anneal(epochs + from / (double) order.length);
                step(order, from, to, sums);
            }
            epochs++;
            return report(sums.toFloatArray());
        }
    }

    private void anneal(double epoch) {
        learner.anneal(settings.schedule().factor(epoch, settings.epochs()));
    }

    private void step(int[] order, int from, int to, NDArray sums) {
        try (NDManager scope = classifier.manager().newSubManager()) {
            NDArray images = pictures.images(scope, order, from, to);
            NDArray labels = pictures.labels(scope, order, from, to);
            learner.minimise(
                    () ->
                            OnceDifferentiable.in(
                                    () ->
                                            settings.precision()
                                                    .in(() -> loss(images, labels, sums))));
        }
        average.update();
    }

    /** Adds to the figures of the epoch on the device, so that only the learner waits for it. */
    private NDArray loss(NDArray images, NDArray labels, NDArray sums) {
        VibLoss terms = VibLoss.of(classifier, images, labels, settings.samples(), noise);
        NDArray total = terms.total(settings.code().beta());
        long rows = labels.size();
        GradientMode.paused(
                () -> {
                    NDArray figures =
                            total.reshape(1)
                                    .concat(terms.crossEntropy().reshape(1))
                                    .concat(terms.rate().reshape(1))
                                    .concat(terms.errors().reshape(1));
                    return sums.addi(figures.muli(rows));
                });
        return total;
    }

    private RoundReport report(float[] sums) {
        double count = pictures.count();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("vib/loss", sums[0] / count);
        figures.put("vib/cross_entropy_nats", sums[1] / count);
        figures.put("vib/rate_nats", sums[2] / count);
        figures.put("vib/training_error", sums[3] / count);
        return new RoundReport(epochs, (long) epochs * pictures.count(), figures);
    }

    /** What is trained; its weights move with every round. */
    public VibClassifier classifier() {
        return classifier;
    }

    /** The same network with the moving average of the weights. */
    public VibClassifier averaged() {
        return averaged;
    }

    @Override
    public void save(TrainingState state) {
        state.put("rounds", epochs);
        state.put("vib", learner);
        state.put("vib.average", average.parameters().toFloatArray());
        state.put("vib.average.updates", average.updates());
        state.put("vib.noise", noise.counter());
        state.put("vib.order", shuffle.state());
    }

    @Override
    public void restore(TrainingState state) {
        NDManager manager = classifier.manager();
        state.restore("vib", learner, manager);
        float[] saved = state.floats("vib.average", average.parameters().size());
        try (NDArray array = manager.create(saved)) {
            average.restore(Map.of("average", array), state.number("vib.average.updates"));
        }
        noise.restore(state.number("vib.noise"));
        shuffle.restore(state.number("vib.order"));
        epochs = (int) state.number("rounds");
    }

    @Override
    public void close() {
        learner.close();
        average.close();
        classifier.close();
        averaged.close();
    }
}
