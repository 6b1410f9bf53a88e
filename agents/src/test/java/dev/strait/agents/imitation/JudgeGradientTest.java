package dev.strait.agents.imitation;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.agents.CentralDifferences;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.Constraint;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;

/** Loss and constraint reach every weight of a judge, through g, h(s) and h(s′), by the same ε. */
class JudgeGradientTest {

    private static final int ROWS = 6;

    /** Large first weights: at the paper's 0.01 most slopes are lost in float32's rounding. */
    private static final Bottleneck NARROW = narrow();

    private static Bottleneck narrow() {
        Bottleneck.Variational of = Bottleneck.Variational.of(3, 0.1);
        return new Bottleneck.Variational(
                of.latentSize(),
                of.informationLimit(),
                of.spread(),
                new InitialWeights.Uniform(0.5),
                of.expectation(),
                of.dualAscent(),
                0.7);
    }

    @EachDevice
    void shouldAgreeWithCentralDifferences(Device device) {
        for (Bottleneck bottleneck : new Bottleneck[] {new Bottleneck.None(), NARROW}) {
            check(new LogitForm.Plain(), bottleneck, device);
            check(new LogitForm.Shaped(false), bottleneck, device);
            check(new LogitForm.Shaped(true), bottleneck, device);
        }
    }

    private static void check(LogitForm logit, Bottleneck bottleneck, Device device) {
        DiscriminatorSettings settings =
                SmallTrainings.discriminator(new Regulariser.None())
                        .logit(logit)
                        .bottleneck(bottleneck);
        try (Policy policy =
                SmallTrainings.policy(
                        SmallTrainings.CART_POLE, SmallTrainings.policySettings(), device)) {
            RowEncoder encoder =
                    new RowEncoder(
                            policy, settings.needsActions(), settings.needsSuccessors(), false);
            Judge judge = Judge.of(settings, encoder, 0.9, policy.manager(), new SeedStream(1));
            Constraint constraint = bottleneck.constraint();
            CentralDifferences.assertGradient(
                    policy.manager(),
                    scope -> {
                        NoiseStream noise = new Seeds(1).noise("code");
                        Judgement real = judge.judge(batch(encoder.width(), 1, scope), noise);
                        Judgement fake = judge.judge(batch(encoder.width(), 2, scope), noise);
                        return new Objective.NonSaturating()
                                .discriminatorLoss(real.logits(), fake.logits())
                                .add(constraint.term(real, fake));
                    },
                    judge.blocks().toArray(Block[]::new));
        }
    }

    private static Batch batch(int width, long seed, NDManager scope) {
        SeedStream random = new SeedStream(seed);
        float[] rows = new float[ROWS * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        return new Batch(
                scope.create(rows, new Shape(ROWS, width)),
                scope.create(new float[] {1, 0, 1, 1, 0, 1}),
                () -> scope.create(new float[] {-1, -2, 0, -0.5f, -1, -3}));
    }
}
