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
import dev.strait.core.gradient.Learner;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.List;

/** The networks of both players and who teaches them. */
final class Players implements AutoCloseable {

    private static final double UNCLIPPED = Double.POSITIVE_INFINITY;

    private final Block generatorBlock;
    private final Forward generator;
    private final Learner generatorLearner;
    private final Discriminator discriminator;
    private final Recogniser recogniser;
    private final Learner discriminatorLearner;
    private final Constraint constraint;
    private final DiscriminatorUpdate update;
    private final Shape sample;
    private final NDManager manager;

    Players(GanSettings settings, ImageShape image, NDManager manager, Seeds seeds) {
        this.manager = manager;
        Game game = settings.game();
        Networks networks = settings.networks();
        sample = networks.sample(image);
        generatorBlock =
                networks.generator(
                        settings.generatorInputs(),
                        image,
                        manager,
                        seeds.stream("generator weights"));
        generator = Forward.training(generatorBlock);
        generatorLearner =
                Learner.of("generator", settings.pace().generator(), UNCLIPPED, generatorBlock);
        Block trunk = trunk(game, networks, image, seeds);
        Shape seen = game.sight().input(sample);
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
    }

    private Block trunk(Game game, Networks networks, ImageShape image, Seeds seeds) {
        WeightForm form = game.regulariser().weightForm();
        Block ofOne = networks.trunk(image, form, manager, seeds.stream("discriminator weights"));
        return game.sight().trunk(ofOne, sample, form, manager, seeds.stream("comparison weights"));
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
        long[] sizes = sample.getShape().clone();
        sizes[0] = samples.getShape().get(0);
        return samples.reshape(new Shape(sizes));
    }

    Shape batch(int rows) {
        long[] sizes = sample.getShape().clone();
        sizes[0] = rows;
        return new Shape(sizes);
    }

    Discriminator discriminator() {
        return discriminator;
    }

    Recogniser recogniser() {
        return recogniser;
    }

    DiscriminatorUpdate update() {
        return update;
    }

    Learner generatorLearner() {
        return generatorLearner;
    }

    Block generatorBlock() {
        return generatorBlock;
    }

    /** Scales the step sizes of both from now on. */
    void anneal(double factor) {
        generatorLearner.anneal(factor);
        discriminatorLearner.anneal(factor);
    }

    void save(TrainingState state) {
        state.put("generator", generatorLearner);
        state.put("discriminator", discriminatorLearner);
        DualAscent.State dual = constraint.state();
        state.put("bottleneck.dual", dual.beta(), dual.dual(), dual.scale());
    }

    void restore(TrainingState state) {
        state.restore("generator", generatorLearner, manager);
        state.restore("discriminator", discriminatorLearner, manager);
        double[] dual = state.doubles("bottleneck.dual", 3);
        constraint.restore(new DualAscent.State(dual[0], dual[1], dual[2]));
    }

    @Override
    public void close() {
        generatorLearner.close();
        discriminatorLearner.close();
    }
}
