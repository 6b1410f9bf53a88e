package dev.strait.core.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import dev.strait.core.network.BlockState;
import dev.strait.core.network.Convolutional;
import dev.strait.core.network.Filter;
import dev.strait.core.network.Forward;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.WeightForm;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.List;

class StochasticEncoderTest {

    private static final Seeds SEEDS = new Seeds(13);

    private static StochasticEncoder on(
            Block trunk, Shape input, Spread spread, WeightForm form, NDManager manager) {
        return StochasticEncoder.of(
                trunk,
                input,
                3,
                spread,
                new InitialWeights.FanIn(),
                form,
                manager,
                SEEDS.stream("heads"));
    }

    private static NDList forward(Block block, NDArray input) {
        return block.forward(
                new ParameterStore(input.getManager(), false), new NDList(input), false);
    }

    @EachDevice
    void shouldSayTheSpreadInEachForm(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            float[] raw = {-40, -3, 0, 2, 8};
            NDArray array = manager.create(raw, new Shape(1, 5));
            float[] logStd = new Spread.LogStd().logStd(array).toFloatArray();
            assertArrayEquals(raw, logStd);
            float[] soft = new Spread.Softplus().logStd(array).toFloatArray();
            float[] sigmoid = new Spread.Sigmoid().logStd(array).toFloatArray();
            for (int i = 0; i < raw.length; i++) {
                double shifted = raw[i] - 5.0;
                double softplus = Math.max(shifted, 0) + Math.log1p(Math.exp(-Math.abs(shifted)));
                assertEquals(Math.log(softplus), soft[i], 1e-4);
                assertEquals(-Math.log1p(Math.exp(-(double) raw[i])), sigmoid[i], 1e-5);
            }
        }
    }

    @EachDevice
    void shouldStayFiniteForAnySpread(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray extreme = manager.create(new float[] {-1e4f, 1e4f}, new Shape(1, 2));
            for (Spread spread : List.of(new Spread.Softplus(), new Spread.Sigmoid())) {
                for (float value : spread.logStd(extreme).toFloatArray()) {
                    assertTrue(Float.isFinite(value), spread + " gave " + value);
                }
            }
        }
    }

    @EachDevice
    void shouldShareOneSpreadThatStartsAtOne(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Linear.builder().setUnits(4).build();
            StochasticEncoder encoder =
                    on(trunk, new Shape(1, 2), new Spread.Shared(), WeightForm.PLAIN, manager);
            NDList code = forward(encoder, manager.ones(new Shape(5, 2)));
            assertEquals(new Shape(5, 3), code.get(0).getShape());
            assertArrayEquals(new float[15], code.get(1).toFloatArray());
        }
    }

    @EachDevice
    void shouldTakeAUsersOwnBlockInitialisedOrNot(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Shape input = new Shape(1, 2);
            Block fresh =
                    new SequentialBlock()
                            .add(Linear.builder().setUnits(6).build())
                            .add(Dropout.builder().optRate(0.5f).build());
            NDArray x = manager.ones(new Shape(4, 2));
            StochasticEncoder first =
                    on(fresh, input, new Spread.LogStd(), WeightForm.PLAIN, manager);
            float[] mean = forward(first, x).get(0).toFloatArray();
            StochasticEncoder second =
                    on(fresh, input, new Spread.LogStd(), WeightForm.PLAIN, manager);
            assertArrayEquals(mean, forward(second, x).get(0).toFloatArray());
        }
    }

    @EachDevice
    void shouldNarrowADiscriminatorOfPictures(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk =
                    Convolutional.of(1, 8, 8, List.of(new Filter(4, 4, 2, 1)), 10)
                            .build(manager, SEEDS.stream("trunk"));
            Shape input = new Shape(1, 1, 8, 8);
            Discriminator discriminator =
                    Bottleneck.Variational.of(3, 0.1)
                            .around(trunk, input, manager, SEEDS.stream("heads"));
            NDArray pictures = manager.ones(new Shape(5, 1, 8, 8));
            assertEquals(
                    new Shape(5),
                    discriminator.judge(pictures, SEEDS.noise("code")).kl().getShape());
            assertEquals(
                    new Shape(5),
                    discriminator.block().getOutputShapes(new Shape[] {new Shape(5, 1, 8, 8)})[0]);
            assertArrayEquals(
                    discriminator.logits(pictures).toFloatArray(),
                    Forward.inference(discriminator.block()).apply(pictures).toFloatArray());
        }
    }

    @EachDevice
    void shouldNormaliseItsHeadsWhereAsked(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Linear.builder().setUnits(4).build();
            StochasticEncoder encoder =
                    on(trunk, new Shape(1, 2), new Spread.LogStd(), WeightForm.SPECTRAL, manager);
            assertEquals(2, BlockState.buffers(encoder).size());
        }
    }

    @EachDevice
    void shouldRefuseATrunkThatGivesNoFeatures(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block trunk = Linear.builder().setUnits(4).build();
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    on(
                                            trunk,
                                            new Shape(1, 3, 2),
                                            new Spread.LogStd(),
                                            WeightForm.PLAIN,
                                            manager));
            assertEquals(
                    "a trunk must give one array (B, features) or (B, C, H, W), but for (1, 3, 2)"
                            + " it gives [(1, 3, 4)]",
                    refused.getMessage());
        }
    }
}
