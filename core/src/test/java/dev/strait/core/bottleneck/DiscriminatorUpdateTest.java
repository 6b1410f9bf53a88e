package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;
import java.util.Map;

class DiscriminatorUpdateTest {

    private static final Seeds SEEDS = new Seeds(17);

    private static final List<Bottleneck> BOTTLENECKS =
            List.of(new Bottleneck.None(), Bottleneck.Variational.of(3, 0.01));

    private static final List<Regulariser> REGULARISERS =
            List.of(
                    new Regulariser.None(),
                    new Regulariser.R1(1),
                    new Regulariser.R2(1),
                    new Regulariser.OneCentred(1),
                    new Regulariser.WeightClipping(0.05),
                    new Regulariser.SpectralNorm(),
                    new Regulariser.InstanceNoise(0.1),
                    new Regulariser.WeightDecay(0.1),
                    new Regulariser.LogitDecay(0.1),
                    new Regulariser.Dropout(0.3),
                    Regulariser.All.of(
                            new Regulariser.InstanceNoise(0.1),
                            new Regulariser.R1(1),
                            new Regulariser.R2(1),
                            new Regulariser.SpectralNorm()));

    private static Discriminator discriminator(
            NDManager manager, Bottleneck bottleneck, Regulariser regulariser) {
        Shape input = new Shape(1, 2);
        Block layers =
                Dense.of(2, 6)
                        .weightForm(regulariser.weightForm())
                        .build(manager, SEEDS.stream("trunk"));
        return bottleneck.around(
                regulariser.around(layers, input, manager, SEEDS.stream("regulariser")),
                input,
                regulariser.weightForm(),
                manager,
                SEEDS.stream("heads"));
    }

    private static NDArray real(NDManager manager) {
        return manager.create(new float[] {1, 0.5f, 0.8f, 1, 1.2f, 0.7f}, new Shape(3, 2));
    }

    private static NDArray fake(NDManager manager) {
        return manager.create(new float[] {-1, -0.5f, 0, -1, -1, 0}, new Shape(3, 2));
    }

    @EachDevice
    void shouldTakeAnyBottleneckWithAnyRegulariserAndObjective(Device device) {
        List<Objective> objectives =
                List.of(
                        new Objective.NonSaturating(),
                        Objective.LeastSquares.ZERO_ONE,
                        new Objective.Hinge(),
                        new Objective.Wasserstein());
        for (Bottleneck bottleneck : BOTTLENECKS) {
            for (Regulariser regulariser : REGULARISERS) {
                for (Objective objective : objectives) {
                    try (NDManager manager = TensorEngine.newManager(device)) {
                        assertTrue(
                                Double.isFinite(
                                        lossAfter(manager, bottleneck, regulariser, objective)));
                    }
                }
            }
        }
    }

    /** A decay of the head alone leaves a trunk of flat inputs as it is, and shrinks the head. */
    @EachDevice
    void shouldShrinkTheHeadByTheDecayOfItsWeights(Device device) {
        for (Bottleneck bottleneck : BOTTLENECKS) {
            double free = headAfter(device, bottleneck, new Regulariser.None());
            double held = headAfter(device, bottleneck, new Regulariser.LogitDecay(1));
            assertTrue(held < 0.5 * free, bottleneck + ": " + held + " against " + free);
        }
    }

    /** Σ w² of the head after a few updates. */
    private static double headAfter(Device device, Bottleneck bottleneck, Regulariser with) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator discriminator = discriminator(manager, bottleneck, with);
            DiscriminatorUpdate update =
                    new DiscriminatorUpdate(
                            discriminator,
                            bottleneck.constraint(),
                            new Objective.NonSaturating(),
                            with,
                            Learner.of(
                                    "discriminator", new Sgd(0.1, 0), 1e9, discriminator.block()));
            for (int i = 0; i < 20; i++) {
                update.step(real(manager), fake(manager), SEEDS.noise("code"));
            }
            return discriminator
                    .head()
                    .getParameters()
                    .valueAt(0)
                    .getArray()
                    .square()
                    .sum()
                    .getFloat();
        }
    }

    private static double lossAfter(
            NDManager manager,
            Bottleneck bottleneck,
            Regulariser regulariser,
            Objective objective) {
        Discriminator discriminator = discriminator(manager, bottleneck, regulariser);
        try (Learner learner = Learner.of("d", Adam.of(1e-2), 10, discriminator.block())) {
            DiscriminatorUpdate update =
                    new DiscriminatorUpdate(
                            discriminator,
                            bottleneck.constraint(),
                            objective,
                            regulariser,
                            learner);
            double loss = 0;
            for (int step = 0; step < 3; step++) {
                loss =
                        update.step(real(manager), fake(manager), SEEDS.noise("step " + step))
                                .adversarialLoss();
            }
            return loss;
        }
    }

    /** InfoGAN's Q and feature matching read the pass that the verdict is made of. */
    @EachDevice
    void shouldGiveItsCompanionTheFeaturesOfBothSidesAndAddItsLoss(Device device) {
        for (Bottleneck bottleneck : BOTTLENECKS) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Regulariser none = new Regulariser.None();
                Discriminator discriminator = discriminator(manager, bottleneck, none);
                try (Learner learner = Learner.of("d", Adam.of(1e-2), 10, discriminator.block())) {
                    DiscriminatorUpdate update =
                            new DiscriminatorUpdate(
                                    discriminator,
                                    bottleneck.constraint(),
                                    new Objective.NonSaturating(),
                                    none,
                                    learner);
                    float ofReal = discriminator.features(real(manager)).sum().getFloat();
                    float ofFake = discriminator.features(fake(manager)).sum().getFloat();
                    DiscriminatorUpdate.Report report =
                            update.step(
                                    real(manager),
                                    fake(manager),
                                    (r, f) -> new NDList(r.sum(), f.sum()),
                                    SEEDS.noise("step"));
                    assertEquals(ofReal, report.companion().get(0), 1e-5);
                    assertEquals(ofFake, report.companion().get(1), 1e-5);
                    double constraint =
                            report.bottleneck().beta()
                                    * (report.rate() - report.bottleneck().informationLimit());
                    double sum =
                            report.adversarialLoss()
                                    + ofReal
                                    + (Double.isFinite(constraint) ? constraint : 0);
                    assertEquals(sum, report.learner().loss(), 1e-5);
                }
            }
        }
    }

    @EachDevice
    void shouldSeparateTheSides(Device device) {
        for (Bottleneck bottleneck : BOTTLENECKS) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                Discriminator discriminator =
                        discriminator(manager, bottleneck, new Regulariser.None());
                try (Learner learner = Learner.of("d", Adam.of(1e-2), 10, discriminator.block())) {
                    DiscriminatorUpdate update =
                            new DiscriminatorUpdate(
                                    discriminator,
                                    bottleneck.constraint(),
                                    new Objective.NonSaturating(),
                                    new Regulariser.None(),
                                    learner);
                    for (int step = 0; step < 100; step++) {
                        update.step(real(manager), fake(manager), SEEDS.noise("s" + step));
                    }
                    assertTrue(discriminator.logits(real(manager)).min().getFloat() > 0);
                    assertTrue(discriminator.logits(fake(manager)).max().getFloat() < 0);
                }
            }
        }
    }

    /** L = loss + β (rate − I_c), and β moves by the rate of the same step. */
    @EachDevice
    void shouldAddTheCentredRateAndThenMoveBeta(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Bottleneck bottleneck =
                    Bottleneck.Variational.of(3, 0.01).dualAscent(new DualAscent.PaperRule(0.5));
            Constraint constraint = bottleneck.constraint();
            Discriminator discriminator =
                    discriminator(manager, bottleneck, new Regulariser.None());
            try (Learner learner = Learner.of("d", new Sgd(1, 0), 1e9, discriminator.block())) {
                DiscriminatorUpdate update =
                        new DiscriminatorUpdate(
                                discriminator,
                                constraint,
                                new Objective.NonSaturating(),
                                new Regulariser.None(),
                                learner);
                double beta = constraint.state().beta();
                for (int step = 0; step < 5; step++) {
                    DiscriminatorUpdate.Report report =
                            update.step(real(manager), fake(manager), SEEDS.noise("s" + step));
                    double whole = report.adversarialLoss() + beta * (report.rate() - 0.01);
                    assertEquals(whole, report.learner().loss(), 1e-5);
                    beta = Math.max(0, beta + 0.5 * (report.rate() - 0.01));
                    assertEquals(beta, constraint.state().beta(), 1e-12);
                }
            }
        }
    }

    /** A size that held the constraint's own term would let β feed on itself. */
    @EachDevice
    void shouldMoveBetaByTheAdversarialLossAlone(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            DualAscent rule = new DualAscent.LossScaled(0.5, 0.5);
            Bottleneck bottleneck = Bottleneck.Variational.of(3, 0.01).dualAscent(rule);
            Regulariser penalty = new Regulariser.R1(10);
            Constraint constraint = bottleneck.constraint();
            Discriminator discriminator = discriminator(manager, bottleneck, penalty);
            try (Learner learner = Learner.of("d", new Sgd(0.1, 0), 1e9, discriminator.block())) {
                DiscriminatorUpdate update =
                        new DiscriminatorUpdate(
                                discriminator,
                                constraint,
                                new Objective.NonSaturating(),
                                penalty,
                                learner);
                DualAscent.State state = constraint.state();
                for (int step = 0; step < 3; step++) {
                    DiscriminatorUpdate.Report report =
                            update.step(real(manager), fake(manager), SEEDS.noise("s" + step));
                    assertEquals(state.beta(), report.bottleneck().beta(), 0);
                    state = rule.next(state, report.rate() - 0.01, report.adversarialLoss());
                    assertEquals(state, constraint.state());
                }
            }
        }
    }

    @EachDevice
    void shouldLeaveNothingOnTheManagerOfTheWeights(Device device) {
        for (Bottleneck bottleneck : BOTTLENECKS) {
            for (Regulariser regulariser : REGULARISERS) {
                try (NDManager manager = TensorEngine.newManager(device)) {
                    Discriminator discriminator = discriminator(manager, bottleneck, regulariser);
                    try (Learner learner =
                            Learner.of("d", Adam.of(1e-2), 10, discriminator.block())) {
                        DiscriminatorUpdate update =
                                new DiscriminatorUpdate(
                                        discriminator,
                                        bottleneck.constraint(),
                                        new Objective.NonSaturating(),
                                        regulariser,
                                        learner);
                        int before = manager.getManagedArrays().size();
                        int vector = learner.parameters().getManager().getManagedArrays().size();
                        try (NDManager scope = manager.newSubManager()) {
                            update.step(real(scope), fake(scope), SEEDS.noise("step"));
                            update.report(real(scope), fake(scope), SEEDS.noise("step"));
                        }
                        assertEquals(before, manager.getManagedArrays().size(), "" + regulariser);
                        assertEquals(
                                vector,
                                learner.parameters().getManager().getManagedArrays().size(),
                                "" + regulariser);
                    }
                }
            }
        }
    }

    @EachDevice
    void shouldClipAfterTheStep(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Regulariser clipping = new Regulariser.WeightClipping(0.05);
            Discriminator discriminator = discriminator(manager, BOTTLENECKS.get(0), clipping);
            try (Learner learner = Learner.of("d", Adam.of(1), 10, discriminator.block())) {
                new DiscriminatorUpdate(
                                discriminator,
                                BOTTLENECKS.get(0).constraint(),
                                new Objective.Wasserstein(),
                                clipping,
                                learner)
                        .step(real(manager), fake(manager), SEEDS.noise("step"));
                assertEquals(0.05f, learner.parameters().abs().max().getFloat());
            }
        }
    }

    @EachDevice
    void shouldNotClipWhatIsLearnedAlong(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Regulariser clipping = new Regulariser.WeightClipping(0.05);
            Discriminator critic = discriminator(manager, BOTTLENECKS.get(0), clipping);
            Block along = Dense.of(6, 3).build(manager, SEEDS.stream("along"));
            try (Learner learner = Learner.of("d", Adam.of(1), 10, critic.block(), along)) {
                new DiscriminatorUpdate(
                                critic,
                                BOTTLENECKS.get(0).constraint(),
                                new Objective.Wasserstein(),
                                clipping,
                                learner)
                        .step(
                                real(manager),
                                fake(manager),
                                (r, f) ->
                                        new NDList(Forward.training(along).apply(r).square().sum()),
                                SEEDS.noise("step"));
                assertEquals(0.05f, largest(critic.block()));
                assertTrue(largest(along) > 0.5f);
            }
        }
    }

    private static float largest(Block block) {
        return (float)
                BlockState.all(block).values().stream()
                        .mapToDouble(array -> array.abs().max().getFloat())
                        .max()
                        .orElseThrow();
    }

    /** Parameters, moments, buffers and β put into a fresh set go on to the same bits. */
    @EachDevice
    void shouldGoOnFromACheckpointAsIfNeverStopped(Device device) {
        Regulariser regulariser = REGULARISERS.get(7);
        Bottleneck bottleneck = BOTTLENECKS.get(1);
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator first = discriminator(manager, bottleneck, regulariser);
            Discriminator second = discriminator(manager, bottleneck, regulariser);
            Constraint firstConstraint = bottleneck.constraint();
            Constraint secondConstraint = bottleneck.constraint();
            try (Learner one = Learner.of("one", Adam.of(1e-2), 10, first.block());
                    Learner two = Learner.of("two", Adam.of(1e-2), 10, second.block())) {
                Objective objective = new Objective.NonSaturating();
                DiscriminatorUpdate whole =
                        new DiscriminatorUpdate(
                                first, firstConstraint, objective, regulariser, one);
                run(whole, manager, 0, 5);
                Map<String, NDArray> state = one.state();
                two.restore(state, one.steps());
                BlockState.restore(
                        BlockState.buffers(second.block()), BlockState.buffers(first.block()));
                secondConstraint.restore(firstConstraint.state());
                DiscriminatorUpdate resumed =
                        new DiscriminatorUpdate(
                                second, secondConstraint, objective, regulariser, two);
                run(whole, manager, 5, 10);
                run(resumed, manager, 5, 10);
                assertArrayEquals(one.parameters().toFloatArray(), two.parameters().toFloatArray());
                assertEquals(firstConstraint.state(), secondConstraint.state());
            }
        }
    }

    private static void run(DiscriminatorUpdate update, NDManager manager, int from, int to) {
        for (int step = from; step < to; step++) {
            update.step(real(manager), fake(manager), SEEDS.noise("step " + step));
        }
    }
}
