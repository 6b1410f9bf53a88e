package dev.strait.agents.experiment.game;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.Forward;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.TensorEngine;

/**
 * A Dirac-GAN on tensors, moved by {@code core}: one {@link DiscriminatorUpdate} with plain descent
 * for ψ, the objective's own gradient for θ.
 */
final class DiracTensors implements AutoCloseable {

    private final DiracGan gan;
    private final NoiseStream noise;
    private final int batch;
    private final NDManager manager;
    private final Learner learner;
    private final DiscriminatorUpdate update;
    private final OneWeight discriminator;

    /**
     * The game at its start.
     *
     * @param h step size
     * @param batch samples a side; more than one matters under noise alone
     */
    DiracTensors(DiracGan gan, double h, int batch, Device device, NoiseStream noise) {
        this.gan = gan;
        this.batch = batch;
        this.noise = noise;
        manager = TensorEngine.newManager(device);
        discriminator = OneWeight.of(manager);
        learner = Learner.of("ψ", new Sgd(h, 0), Double.POSITIVE_INFINITY, discriminator.block());
        update =
                new DiscriminatorUpdate(
                        discriminator,
                        new Bottleneck.None().constraint(),
                        gan.objective(),
                        gan.regulariser(),
                        learner);
    }

    /** ψ after one step of the discriminator from (θ, ψ). */
    double discriminatorStep(double theta, double psi) {
        try (NDManager scope = manager.newSubManager()) {
            InPlace.assign(learner.parameters(), scope.create(new float[] {(float) psi}));
            Shape shape = new Shape(batch, 1);
            NDArray real = scope.zeros(shape);
            update.step(real, scope.full(shape, (float) theta), noise);
            return learner.parameters().toFloatArray()[0];
        }
    }

    /** −∂L_G/∂θ at (θ, ψ). */
    double generatorVelocity(double theta, double psi) {
        try (NDManager scope = manager.newSubManager()) {
            InPlace.assign(learner.parameters(), scope.create(new float[] {(float) psi}));
            NDArray at = scope.full(new Shape(1, 1), (float) theta);
            at.setRequiresGradient(true);
            NDArray real = discriminator.logits(at.zerosLike());
            NDArray slope =
                    GradientMode.recording(
                            () -> {
                                NDArray fake = discriminator.logits(at);
                                return InputGradient.of(
                                        gan.objective().generatorLoss(real, fake), at);
                            });
            return -slope.toFloatArray()[0];
        }
    }

    @Override
    public void close() {
        learner.close();
        manager.close();
    }

    /** The logit ψx: a user's own DJL Block, without a bias. */
    private record OneWeight(Block block, Forward forward) implements Discriminator {

        static OneWeight of(NDManager manager) {
            Block linear = Linear.builder().setUnits(1).optBias(false).build();
            linear.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
            return new OneWeight(linear, Forward.training(linear));
        }

        @Override
        public NDArray features(NDArray inputs) {
            return inputs;
        }

        @Override
        public Judgement verdict(NDArray features, CodePath path, NoiseStream noise) {
            NDArray logits = logits(features);
            return new Judgement(logits, logits.zerosLike());
        }

        @Override
        public NDArray logits(NDArray inputs) {
            return forward.apply(inputs).reshape(-1);
        }

        @Override
        public Block head() {
            return block;
        }
    }
}
