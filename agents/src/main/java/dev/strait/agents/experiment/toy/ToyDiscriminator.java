package dev.strait.agents.experiment.toy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.gradient.Learner;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.stream.IntStream;

/** A discriminator of points that learns two fixed sides, and can be asked anywhere. */
public final class ToyDiscriminator implements AutoCloseable {

    private final ToySettings settings;
    private final NDManager manager;
    private final Learner learner;
    private final DiscriminatorUpdate update;
    private final NoiseStream data;
    private final NoiseStream codes;

    /**
     * A new one.
     *
     * @param dimension F
     * @param seeds gives the streams {@code weights}, {@code data} and {@code codes}
     */
    public ToyDiscriminator(ToySettings settings, int dimension, Device device, Seeds seeds) {
        this.settings = settings;
        manager = TensorEngine.newManager(device);
        data = seeds.noise("data");
        codes = seeds.noise("codes");
        // Smooth between layers, so that slopes are not those of a ReLU's pieces.
        Block layers =
                Dense.of(dimension, settings.hidden(), settings.hidden())
                        .activation(Activation.ELU)
                        .last(Activation.ELU)
                        .weightForm(settings.regulariser().weightForm())
                        .build(manager, seeds.stream("weights"));
        Shape input = new Shape(1, dimension);
        Block trunk =
                settings.regulariser().around(layers, input, manager, seeds.stream("regulariser"));
        Discriminator discriminator =
                settings.bottleneck()
                        .around(
                                trunk,
                                input,
                                settings.regulariser().weightForm(),
                                manager,
                                seeds.stream("heads"));
        learner =
                Learner.of(
                        "toy discriminator",
                        settings.optimiser(),
                        Double.POSITIVE_INFINITY,
                        discriminator.block());
        update =
                new DiscriminatorUpdate(
                        discriminator,
                        settings.bottleneck().constraint(),
                        settings.objective(),
                        settings.regulariser(),
                        learner);
    }

    /** One update on fresh samples. */
    public DiscriminatorUpdate.Report step(Sides sides) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray real = sides.real(scope, data, settings.batch());
            NDArray fake = sides.fake(scope, data, settings.batch());
            return update.step(real, fake, codes);
        }
    }

    /** Many updates. */
    public void train(Sides sides, int steps) {
        for (int step = 0; step < steps; step++) {
            step(sides);
        }
    }

    /** How things stand on fresh samples. */
    public BottleneckReport report(Sides sides, int count) {
        try (NDManager scope = manager.newSubManager()) {
            return update.report(
                    sides.real(scope, data, count), sides.fake(scope, data, count), codes);
        }
    }

    /** The objective's loss on fresh samples and sampled codes. */
    public double loss(Sides sides, int count) {
        try (NDManager scope = manager.newSubManager()) {
            Judgement real = discriminator().judge(sides.real(scope, data, count), codes);
            Judgement fake = discriminator().judge(sides.fake(scope, data, count), codes);
            return settings.objective().discriminatorLoss(real.logits(), fake.logits()).getFloat();
        }
    }

    /**
     * Logits on mean codes.
     *
     * @param points (B · F), row by row
     * @return (B)
     */
    public double[] logits(float[] points, int dimension) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray at = scope.create(points, new Shape(points.length / dimension, dimension));
            return doubles(discriminator().logits(at));
        }
    }

    /**
     * Slopes of the logit on mean codes, by every coordinate.
     *
     * @param points (B · F), row by row
     * @return (B · F)
     */
    public double[] slopes(float[] points, int dimension) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray at = scope.create(points, new Shape(points.length / dimension, dimension));
            at.setRequiresGradient(true);
            return GradientMode.recording(
                    () -> doubles(InputGradient.of(discriminator().logits(at), at).reshape(-1)));
        }
    }

    /** Owns what is made around this discriminator. */
    NDManager manager() {
        return manager;
    }

    Discriminator discriminator() {
        return update.discriminator();
    }

    @Override
    public void close() {
        learner.close();
        manager.close();
    }

    private static double[] doubles(NDArray values) {
        float[] read = values.toFloatArray();
        return IntStream.range(0, read.length).mapToDouble(i -> read[i]).toArray();
    }
}
