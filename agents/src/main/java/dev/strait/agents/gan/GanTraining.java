package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Training;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.gradient.OnceDifferentiable;
import dev.strait.core.gradient.Upload;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Algorithm 1 of Goodfellow et al. 2014 for every recipe: some steps of the discriminator, each on
 * new real and new generated samples, then one of the generator, on new noise unless {@link
 * GeneratorBatch} says otherwise.
 */
public final class GanTraining implements Training {

    private final GanSettings settings;
    private final ImageBatches data;
    private final NDManager manager;
    private final Players players;
    private final NoiseStream latentNoise;
    private final NoiseStream codeNoise;
    private final RateWatch watch = new RateWatch();
    private ImageBatch real;
    private long step;
    private long samples;
    private int rounds;

    /**
     * A training at its start.
     *
     * @param data what is to be imitated; closed with the training
     * @param device where tensors live
     * @param seeds gives the streams of the weights, {@code latent noise} and {@code code noise}
     */
    public GanTraining(GanSettings settings, ImageBatches data, Device device, Seeds seeds) {
        this.settings = settings;
        this.data = data;
        manager = TensorEngine.newManager(device);
        Players.References references =
                new Players.References(() -> latents(seeds), this::firstPictures);
        players = new Players(settings, data.shape(), references, manager, seeds);
        latentNoise = seeds.noise("latent noise");
        codeNoise = seeds.noise("code noise");
    }

    @Override
    public RoundReport round() {
        long begun = System.nanoTime();
        long before = samples;
        RoundFigures figures = new RoundFigures();
        watch.mark(step);
        for (int i = 0; i < settings.pace().stepsARound() && !finished(); i++) {
            players.anneal(settings.pace().rateFactor(step));
            int alone = settings.pace().critic().steps(step) - (sharing() ? 1 : 0);
            for (int left = alone; left > 0; left--) {
                figures.add(discriminatorStep());
            }
            if (sharing()) {
                stepOfBoth(figures);
            } else {
                figures.add(generatorStep());
            }
            players.remember();
            step++;
            if (step == half()) {
                watch.mark(step);
            }
        }
        Map<String, Double> means = figures.means(players.recogniser());
        watch.figures(step, half(), means);
        means.put("images_per_second", (samples - before) * 1e9 / (System.nanoTime() - begun));
        return new RoundReport(++rounds, samples, means);
    }

    /** Steps of the first half of the run. */
    private long half() {
        return settings.pace().steps() / 2;
    }

    private boolean sharing() {
        return settings.tricks().generatorBatch() == GeneratorBatch.SHARED;
    }

    private DiscriminatorUpdate.Report discriminatorStep() {
        real = data.next();
        try (NDManager scope = manager.newSubManager()) {
            NDArray inputs = inputs(scope);
            return discriminatorStep(scope, inputs, players.generate(inputs));
        }
    }

    private DiscriminatorUpdate.Report discriminatorStep(
            NDManager scope, NDArray inputs, NDArray fake) {
        NDArray shown = pictures(scope);
        DiscriminatorUpdate.Report report =
                players.update()
                        .regulariser(regulariser())
                        .step(
                                settings.game().sight().real(() -> shown, fake),
                                settings.game().sight().fake(() -> shown, fake),
                                (ofReal, ofFake) -> companion(ofReal, ofFake, fake, inputs),
                                codeNoise);
        samples += real.rows();
        watch.count(report.bottleneck());
        return report;
    }

    /** On new noise; where real samples are compared with, they are the discriminator's last. */
    private LearnerReport generatorStep() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray inputs = inputs(scope);
            return generatorStep(scope, inputs, () -> players.generate(inputs));
        }
    }

    private LearnerReport generatorStep(NDManager scope, NDArray inputs, Supplier<NDArray> made) {
        Supplier<NDArray> shown = () -> pictures(scope);
        return players.generatorLearner()
                .minimise(
                        () ->
                                OnceDifferentiable.in(
                                        () -> generatorLoss(inputs, made.get(), shown)));
    }

    /** On the same samples: the generator learns through the pass that made them. */
    private void stepOfBoth(RoundFigures figures) {
        real = data.next();
        try (NDManager scope = manager.newSubManager()) {
            NDArray inputs = inputs(scope);
            NDArray made =
                    GradientMode.recording(
                            () -> OnceDifferentiable.in(() -> players.generate(inputs)));
            figures.add(discriminatorStep(scope, inputs, made.stopGradient()));
            figures.add(generatorStep(scope, inputs, () -> made));
        }
    }

    private NDArray generatorLoss(NDArray inputs, NDArray made, Supplier<NDArray> shown) {
        Sight sight = settings.game().sight();
        GeneratorGoal.Seen fake = see(sight.fake(shown, made));
        NDArray loss =
                settings.tricks()
                        .goal()
                        .loss(
                                settings.game().objective(),
                                () -> see(sight.real(shown, made)),
                                fake);
        return loss.add(told(fake.features(), made, inputs).get(0));
    }

    /** What Q loses on generated samples, and how unsure it is of the real ones. */
    private NDList companion(NDArray ofReal, NDArray ofFake, NDArray fake, NDArray inputs) {
        NDList told = OnceDifferentiable.in(() -> told(ofFake, fake, inputs));
        told.add(players.recogniser().doubt(ofReal));
        return told;
    }

    private NDList told(NDArray plain, NDArray samples, NDArray inputs) {
        return players.recogniser().losses(plain, () -> viewed(plain, samples), inputs);
    }

    /**
     * Features of samples as Q sees them to tell the choice; plain ones are of samples as they are.
     */
    private NDArray viewed(NDArray plain, NDArray samples) {
        NDArray view = settings.tricks().choiceView().of(samples, data.shape(), codeNoise);
        return view == samples ? plain : features(view);
    }

    /** As the discriminator sees it, noise of the regulariser and all. */
    private GeneratorGoal.Seen see(NDArray samples) {
        NDArray features = features(samples);
        Judgement judged =
                players.discriminator()
                        .verdict(features, settings.game().generatorPath(), codeNoise);
        return new GeneratorGoal.Seen(features, judged.logits());
    }

    private NDArray features(NDArray samples) {
        return players.discriminator().features(regulariser().perturb(samples, codeNoise));
    }

    /** As strong as it is at this step. */
    private Regulariser regulariser() {
        return settings.game().regulariser().scaled(settings.pace().strengthFactor(step));
    }

    /** The only place where pictures become tensors. */
    private NDArray pictures(NDManager scope) {
        return pictures(scope, real);
    }

    private NDArray pictures(NDManager scope, ImageBatch batch) {
        Shape one = settings.networks().sample(data.shape());
        return Upload.floats(scope, batch.pixels(), new Shape(batch.rows()).addAll(one.slice(1)));
    }

    /** The first batch of the data, which is then given again. */
    private NDArray firstPictures() {
        ImageBatch first = data.next();
        data.restore(0);
        return pictures(manager, first);
    }

    /** What the generator's reference samples are made of. */
    private NDArray latents(Seeds seeds) {
        NoiseStream noise = seeds.noise("reference noise");
        NDArray latent = settings.latent().draw(manager, Networks.REFERENCES, noise);
        return settings.codes().extend(latent, noise);
    }

    /** Noise and codes of as many samples as there are real ones, (B, inputs). */
    private NDArray inputs(NDManager scope) {
        NDArray latent = settings.latent().draw(scope, real.rows(), latentNoise);
        return settings.codes().extend(latent, latentNoise);
    }

    /**
     * The generator as it stands, with the running mean of its weights where one is kept: a copy
     * that later rounds do not change.
     *
     * @return to be closed by the caller
     */
    public Generator generator() {
        return Generator.of(
                new GeneratorDescription(
                        data.shape(), settings.networks(), settings.latent(), settings.codes()),
                players.shown(),
                manager.getDevice());
    }

    /**
     * Which choice of InfoGAN's code pictures seem to be made of: its classes, found without
     * labels. Batch norms take the moments of this batch, as Q was trained; their running ones mix
     * real and generated samples, which Q never saw together. So the batch should be large and as
     * mixed as the data: the answer for a picture depends on the others a little. The training goes
     * on as if it had not been asked.
     *
     * @param batch of pictures of the data's shape
     * @return (B)
     * @throws IllegalStateException where the generator has no codes
     */
    public int[] recognise(ImageBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = players.recognised(pictures(scope, batch));
            long[] choices = seen.toType(DataType.INT64, false).toLongArray();
            return Arrays.stream(choices).mapToInt(Math::toIntExact).toArray();
        }
    }

    /** Steps of the generator so far. */
    public long steps() {
        return step;
    }

    @Override
    public boolean finished() {
        return step >= settings.pace().steps();
    }

    @Override
    public double progress() {
        return Math.min(1, step / (double) settings.pace().steps());
    }

    @Override
    public void save(TrainingState state) {
        players.save(state);
        watch.save(state);
        state.put("gan.counts", step, samples, rounds, data.given());
        state.put("gan.noise", latentNoise.counter(), codeNoise.counter());
    }

    @Override
    public void restore(TrainingState state) {
        long[] counts = state.longs("gan.counts");
        require(counts.length == 4, "'gan.counts' must be 4 numbers, but are %s", counts.length);
        long[] noise = state.longs("gan.noise");
        require(noise.length == 2, "'gan.noise' must be 2 numbers, but are %s", noise.length);
        players.restore(state);
        watch.restore(state);
        step = counts[0];
        samples = counts[1];
        rounds = (int) counts[2];
        data.restore(counts[3]);
        latentNoise.restore(noise[0]);
        codeNoise.restore(noise[1]);
    }

    @Override
    public void close() {
        players.close();
        manager.close();
        data.close();
    }
}
