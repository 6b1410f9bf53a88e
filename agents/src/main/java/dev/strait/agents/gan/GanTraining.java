package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
 * GeneratorBatch} says otherwise; from several {@link Starts}, where they are asked for.
 */
public final class GanTraining implements Training {

    /** How often at the end of a trial Q is asked about so many batches together. */
    private static final int DOUBTED = 20;

    private static final int TOGETHER = 8;

    private final GanSettings settings;
    private final ImageBatches data;
    private final NDManager manager;
    private final Seeds seeds;
    private final Trials trials;
    private final NoiseStream latentNoise;
    private final NoiseStream codeNoise;
    private final RateWatch watch = new RateWatch();
    private Players players;
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
        this.seeds = seeds;
        manager = TensorEngine.newManager(device);
        trials = new Trials(settings.tricks().starts(), settings.pace());
        players = start(0);
        latentNoise = seeds.noise("latent noise");
        codeNoise = seeds.noise("code noise");
    }

    /** The players as they are at a start; the first draws what a training of one start draws. */
    private Players start(int number) {
        NDManager home = manager.newSubManager();
        Players.References references =
                new Players.References(() -> latents(home), () -> firstPictures(home));
        Seeds own = number == 0 ? seeds : seeds.child("start " + number);
        return new Players(settings, data.shape(), references, home, own);
    }

    @Override
    public RoundReport round() {
        long begun = System.nanoTime();
        if (trials.over(step)) {
            next();
        }
        long before = samples;
        RoundFigures figures = new RoundFigures();
        watch.mark(step);
        int steps = settings.pace().stepsARound();
        for (int i = 0; i < steps && !finished() && !trials.over(step); i++) {
            players.anneal(pace().rateFactor(players.steps()));
            int alone = pace().critic().steps(players.steps()) - (sharing() ? 1 : 0);
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
        trials.figures(means);
        means.put("images_per_second", (samples - before) * 1e9 / (System.nanoTime() - begun));
        return new RoundReport(++rounds, samples, means);
    }

    /** The next start, or the best of them when all have had their trial. */
    private void next() {
        TrainingState ended = new TrainingState();
        players.save(ended);
        trials.end(doubt(), ended);
        restart();
        trials.chosen().ifPresent(players::restore);
    }

    /**
     * How unsure Q is of real samples, of the same ones for every start. In batches larger than
     * those of the training, for the moments of these tell less of the rest of a batch.
     */
    private double doubt() {
        long given = data.given();
        data.restore(0);
        double sum = 0;
        for (int i = 0; i < DOUBTED; i++) {
            try (NDManager scope = manager.newSubManager()) {
                NDList together = new NDList();
                for (int j = 0; j < TOGETHER; j++) {
                    together.add(pictures(scope, data.next()));
                }
                sum += players.doubt(NDArrays.concat(together, 0)).getFloat();
            }
        }
        data.restore(given);
        return sum / DOUBTED;
    }

    /** The start that the trials have come to, at its beginning. */
    private void restart() {
        players.close();
        players = start(trials.number());
    }

    /** The pace of the players, who make no steps of those that others made. */
    private Pace pace() {
        return settings.pace().steps(settings.pace().steps() - trials.lost());
    }

    /**
     * Steps before the last half of those that the players of the end make; no trials are in it.
     */
    private long half() {
        return Math.max(trials.all(), trials.lost() + pace().steps() / 2);
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
                                (ofReal, ofFake) -> told(ofReal, ofFake, inputs),
                                codeNoise);
        samples += real.rows();
        watch.count(report.bottleneck());
        return report;
    }

    /** What Q learns from generated samples, and how unsure it is of the real ones. */
    private NDList told(NDArray ofReal, NDArray ofFake, NDArray inputs) {
        NDList told = players.recogniser().losses(ofFake, inputs);
        told.add(players.recogniser().doubt(ofReal));
        return told;
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
        NDList told = players.recogniser().losses(fake.features(), inputs);
        return loss.add(told.get(0));
    }

    /** As the discriminator sees it, noise of the regulariser and all. */
    private GeneratorGoal.Seen see(NDArray samples) {
        NDArray perturbed = regulariser().perturb(samples, codeNoise);
        NDArray features = players.discriminator().features(perturbed);
        Judgement judged =
                players.discriminator()
                        .verdict(features, settings.game().generatorPath(), codeNoise);
        return new GeneratorGoal.Seen(features, judged.logits());
    }

    /** As strong as it is at this step. */
    private Regulariser regulariser() {
        return settings.game().regulariser().scaled(pace().strengthFactor(players.steps()));
    }

    /** The only place where pictures become tensors. */
    private NDArray pictures(NDManager scope) {
        return pictures(scope, real);
    }

    private NDArray pictures(NDManager scope, ImageBatch batch) {
        Shape one = settings.networks().sample(data.shape());
        return Upload.floats(scope, batch.pixels(), new Shape(batch.rows()).addAll(one.slice(1)));
    }

    /** The first batch of the data, which then goes on where it was. */
    private NDArray firstPictures(NDManager scope) {
        long given = data.given();
        data.restore(0);
        ImageBatch first = data.next();
        data.restore(given);
        return pictures(scope, first);
    }

    /** What the generator's reference samples are made of. */
    private NDArray latents(NDManager scope) {
        NoiseStream noise = seeds.noise("reference noise");
        NDArray latent = settings.latent().draw(scope, Networks.REFERENCES, noise);
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
        trials.save(state);
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
        int before = trials.number();
        trials.restore(state);
        if (trials.number() != before) {
            restart();
        }
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
