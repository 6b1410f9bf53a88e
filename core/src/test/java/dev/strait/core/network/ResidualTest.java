package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.RmsProp;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import org.junit.jupiter.api.Test;

class ResidualTest {

    private static final Seeds SEEDS = new Seeds(71);

    private static long parameters(Block block) {
        return block.getParameters().values().stream()
                .map(Parameter::getArray)
                .mapToLong(NDArray::size)
                .sum();
    }

    private static long convolution(long inputs, long outputs, long area) {
        return inputs * outputs * area + outputs;
    }

    /** Kernels 1×1 alone: with w = 2, v = 3, no biases, x + 0.1 · v · φ(w · φ(x)). */
    @EachDevice
    void shouldAddATenthOfTheBranch(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block =
                    Stack.of(new Shape(1, 1, 1), new Part.Residual(1, false))
                            .build(manager, SEEDS.stream("weights"));
            try (Learner learner = Learner.of("block", RmsProp.of(0.1), 1e9, block)) {
                float[] weights = new float[20];
                weights[4] = 2;
                weights[14] = 3;
                InPlace.assign(learner.parameters(), manager.create(weights));
                NDArray x = manager.create(new float[] {5, -5}, new Shape(2, 1, 1, 1));
                // φ(−5) = −1, then 2 · −1 = −2 and φ(−2) = −0.4.
                assertArrayEquals(
                        new float[] {5 + 0.1f * 3 * 10, -5 - 0.1f * 3 * 0.4f},
                        Forward.of(block).apply(x).toFloatArray(),
                        1e-5f);
            }
        }
    }

    /** CIFAR-10: 32 channels at 32×32, then 64, 128, 256 at 4×4 (official configuration). */
    @EachDevice
    void shouldHaveTheLayersOfTheOfficialImageCode(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            ResidualEncoder encoder = ResidualEncoder.of(3, 32, 32, 32, 256);
            Block block = encoder.build(manager, SEEDS.stream("encoder"));
            long expected = convolution(3, 32, 9) + 2 * convolution(32, 32, 9);
            for (long from = 32; from < 256; from *= 2) {
                expected += convolution(from, from, 9) + convolution(from, 2 * from, 9);
                expected += 2 * from * from;
            }
            assertEquals(expected, parameters(block));
            assertEquals(16, encoder.cells());
            assertEquals(
                    new Shape(5, 256, 4, 4),
                    block.getOutputShapes(new Shape[] {new Shape(5, 3, 32, 32)})[0]);

            Block generator =
                    ResidualGenerator.of(256, 3, 32, 32, 32, 256)
                            .build(manager, SEEDS.stream("generator"));
            expected = convolution(256, 256 * 16, 1);
            for (long from = 256; from > 32; from /= 2) {
                expected += convolution(from, from / 2, 9) + convolution(from / 2, from / 2, 9);
                expected += from * from / 2;
            }
            expected += 2 * convolution(32, 32, 9) + convolution(32, 3, 9);
            assertEquals(expected, parameters(generator));
        }
    }

    @EachDevice
    void shouldFitPicturesFrom28To1024(Device device) {
        for (int side : new int[] {28, 32, 64, 128, 256, 512, 1024}) {
            try (NDManager manager = TensorEngine.newManager(device)) {
                int base = side == 28 ? 7 : 4;
                ResidualEncoder encoder = ResidualEncoder.of(3, side, side, 1, 4);
                Block down = encoder.build(manager, SEEDS.stream("encoder"));
                Block up =
                        ResidualGenerator.of(8, 3, side, side, 1, 4)
                                .build(manager, SEEDS.stream("generator"));
                Shape pictures = new Shape(1, 3, side, side);
                assertEquals(
                        new Shape(1, 4, base, base),
                        down.getOutputShapes(new Shape[] {pictures})[0]);
                assertEquals(base * base, encoder.cells());
                assertEquals(pictures, up.getOutputShapes(new Shape[] {new Shape(1, 8)})[0]);
            }
        }
    }

    /** One step of both players at 1024×1024, two channels wide. */
    @EachDevice
    void shouldTakeAStepAtFullSize(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block generator =
                    ResidualGenerator.of(4, 3, 1024, 1024, 2, 4)
                            .build(manager, SEEDS.stream("generator"));
            Block encoder =
                    ResidualEncoder.of(3, 1024, 1024, 2, 4).build(manager, SEEDS.stream("encoder"));
            Forward draw = Forward.training(generator);
            Forward encode = Forward.training(encoder);
            try (Learner learner = Learner.of("generator", RmsProp.of(1e-4), 1e9, generator);
                    NDManager scope = manager.newSubManager()) {
                NDArray latent = SEEDS.noise("latent").normal(scope, new Shape(1, 4));
                double norm =
                        learner.minimise(() -> encode.apply(draw.apply(latent)).mean())
                                .gradientNorm();
                assertTrue(norm > 0, "gradient norm " + norm);
            }
        }
    }

    private static NDArray normal(NDManager scope, DataType type, long... shape) {
        return SEEDS.noise("x").normal(scope, new Shape(shape)).toType(type, false);
    }

    private static Block generator(NDManager manager) {
        return ResidualGenerator.of(3, 2, 8, 8, 2, 3).build(manager, SEEDS.stream("generator"));
    }

    private static Block encoder(NDManager manager) {
        return ResidualEncoder.of(2, 8, 8, 2, 3).build(manager, SEEDS.stream("encoder"));
    }

    @EachDevice
    void shouldPassGradientsOfBothPlayersAndOfThePenalty(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            GradientCheck.check(
                    () -> {
                        Block generator = generator(manager);
                        Forward draw = Forward.training(generator);
                        return new GradientCheck.Subject(
                                generator,
                                (scope, type) ->
                                        draw.apply(normal(scope, type, 4, 3)).square().mean());
                    });
            GradientCheck.check(
                    () -> {
                        Block encoder = encoder(manager);
                        Forward encode = Forward.training(encoder);
                        return new GradientCheck.Subject(
                                encoder,
                                (scope, type) -> {
                                    NDArray x = normal(scope, type, 4, 2, 8, 8);
                                    x.setRequiresGradient(true);
                                    NDArray score = encode.apply(x).sum();
                                    return InputGradient.of(score, x).square().mean();
                                });
                    });
        }
    }

    @Test
    void shouldRefuseSidesAndChannelsThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> ResidualEncoder.of(3, 3, 32, 32, 256));
        assertThrows(IllegalArgumentException.class, () -> ResidualEncoder.of(3, 32, 32, 32, 16));
        assertThrows(
                IllegalArgumentException.class, () -> ResidualGenerator.of(0, 3, 32, 32, 32, 256));
        assertThrows(IllegalArgumentException.class, () -> DcganGenerator.of(100, 1, 7, 7, 64));
    }
}
