package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Constraint;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.gradient.Averaging;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.ParameterAverage;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The networks of both players and who teaches them. */
final class Players implements AutoCloseable {

    private static final double UNCLIPPED = Double.POSITIVE_INFINITY;

    private final Block shown;
    private final ParameterAverage average;
    private final History history;
    private final Forward generator;
    private final Learner generatorLearner;
    private final Discriminator discriminator;
    private final Recogniser recogniser;
    private final Learner discriminatorLearner;
    private final Constraint constraint;
    private final DiscriminatorUpdate update;
    private final Shape sample;
    private final NDManager manager;

    /**
     * Both players at their start.
     *
     * @param references samples of either side, made on demand, for virtual batch normalisation
     */
    Players(
            GanSettings settings,
            ImageShape image,
            References references,
            NDManager manager,
            Seeds seeds) {
        this.manager = manager;
        Game game = settings.game();
        Networks networks = settings.networks();
        sample = networks.sample(image);
        int inputs = settings.generatorInputs();
        Block generatorBlock =
                networks.generator(
                        inputs,
                        image,
                        references.latents(),
                        manager,
                        seeds.stream("generator weights"));
        shown =
                networks.generator(
                        inputs,
                        image,
                        references.latents(),
                        manager,
                        seeds.stream("generator weights"));
        generator = Forward.training(generatorBlock);
        generatorLearner =
                Learner.of("generator", settings.pace().generator(), UNCLIPPED, generatorBlock);
        Averaging averaging = new Averaging.Growing(settings.tricks().averaging());
        average = ParameterAverage.of(generatorLearner, averaging, shown);
        Shape seen = game.sight().input(sample);
        Block trunk = trunk(settings, image, references, seeds);
        discriminator =
                game.bottleneck()
                        .around(
                                trunk,
                                seen,
                                game.regulariser().weightForm(),
                                manager,
                                seeds.stream("discriminator heads"));
        int features = (int) trunk.getOutputShapes(new Shape[] {seen})[0].slice(1).size();
        recogniser =
                settings.codes().recogniser(features, manager, seeds.stream("recogniser weights"));
        discriminatorLearner =
                Learner.of("discriminator", settings.pace().discriminator(), UNCLIPPED, judging());
        constraint = game.bottleneck().constraint();
        update =
                new DiscriminatorUpdate(
                        discriminator,
                        constraint,
                        game.objective(),
                        game.regulariser(),
                        discriminatorLearner);
        history =
                History.of(
                        settings.tricks().historicalAveraging(),
                        generatorLearner,
                        discriminatorLearner);
    }

    /**
     * Samples of either side that stay the same, made on demand.
     *
     * @param latents what the generator makes samples of
     * @param real laid out as the discriminator takes them
     */
    record References(Supplier<NDArray> latents, Supplier<NDArray> real) {}

    private Block trunk(
            GanSettings settings, ImageShape image, References references, Seeds seeds) {
        Game game = settings.game();
        WeightForm form = game.regulariser().weightForm();
        Block ofOne =
                settings.networks()
                        .trunk(
                                image,
                                form,
                                references.real(),
                                manager,
                                seeds.stream("discriminator weights"));
        Block seeing =
                game.sight()
                        .trunk(ofOne, sample, form, manager, seeds.stream("comparison weights"));
        Block viewing =
                settings.tricks()
                        .batchView()
                        .on(
                                seeing,
                                game.sight().input(sample),
                                manager,
                                seeds.stream("batch view weights"));
        return game.regulariser()
                .around(viewing, game.sight().input(sample), manager, seeds.stream("regulariser"));
    }

    private Block[] judging() {
        List<Block> blocks = new ArrayList<>(List.of(discriminator.block()));
        blocks.addAll(recogniser.blocks());
        return blocks.toArray(Block[]::new);
    }

    /** Samples of inputs, laid out as the discriminator takes them, with or without a graph. */
    NDArray generate(NDArray inputs) {
        return laidOut(generator.apply(inputs));
    }

    /** (B, …) laid out as the discriminator takes it. */
    NDArray laidOut(NDArray samples) {
        return samples.reshape(new Shape(samples.getShape().get(0)).addAll(sample.slice(1)));
    }

    Discriminator discriminator() {
        return discriminator;
    }

    Recogniser recogniser() {
        return recogniser;
    }

    /**
     * Which choice of the codes samples seem to be made of, (B). Running moments and power
     * iterations are put back: a look moves nothing.
     *
     * @param samples laid out as the discriminator takes them
     */
    NDArray recognised(NDArray samples) {
        Map<Map<String, NDArray>, Map<String, NDArray>> before = new IdentityHashMap<>();
        for (Block block : judging()) {
            Map<String, NDArray> buffers = BlockState.buffers(block);
            before.put(buffers, copies(buffers, samples.getManager()));
        }
        NDArray choices = recogniser.choices(discriminator.features(samples));
        before.forEach(BlockState::restore);
        return choices;
    }

    private static Map<String, NDArray> copies(Map<String, NDArray> arrays, NDManager owner) {
        Map<String, NDArray> copies = new HashMap<>();
        arrays.forEach(
                (name, array) -> {
                    NDArray copy = array.duplicate();
                    copy.attach(owner);
                    copies.put(name, copy);
                });
        return copies;
    }

    DiscriminatorUpdate update() {
        return update;
    }

    Learner generatorLearner() {
        return generatorLearner;
    }

    /** The generator's twin, which has the running mean of its weights. */
    Block shown() {
        return shown;
    }

    /** Takes the step that both just made into the averages. */
    void remember() {
        average.update();
        history.update();
    }

    /** Scales the step sizes of both from now on. */
    void anneal(double factor) {
        generatorLearner.anneal(factor);
        discriminatorLearner.anneal(factor);
    }

    void save(TrainingState state) {
        state.put("generator", generatorLearner);
        state.put("discriminator", discriminatorLearner);
        History.save(state, "generator.mean", average);
        history.save(state);
        DualAscent.State dual = constraint.state();
        state.put("bottleneck.dual", dual.beta(), dual.dual(), dual.scale());
    }

    void restore(TrainingState state) {
        state.restore("generator", generatorLearner, manager);
        state.restore("discriminator", discriminatorLearner, manager);
        History.restore(state, "generator.mean", average, manager);
        history.restore(state, manager);
        double[] dual = state.doubles("bottleneck.dual", 3);
        constraint.restore(new DualAscent.State(dual[0], dual[1], dual[2]));
    }

    @Override
    public void close() {
        history.close();
        average.close();
        generatorLearner.close();
        discriminatorLearner.close();
    }
}
