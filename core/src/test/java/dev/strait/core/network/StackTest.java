package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Laws that every part keeps. */
class StackTest {

    private static final Seeds SEEDS = new Seeds(31);

    private static final Shape PICTURE = new Shape(2, 4, 4);
    private static final Shape ROW = new Shape(5);

    /** Each part on the samples that it takes. */
    private static Map<Part, Shape> parts() {
        Map<Part, Shape> parts = new LinkedHashMap<>();
        parts.put(new Part.Linear(3), ROW);
        parts.put(new Part.Weighted(new Part.Linear(3), new InitialWeights.Normal(1)), ROW);
        parts.put(new Part.Convolution(new Filter(3, 3, 2, 1)), PICTURE);
        parts.put(new Part.TransposedConvolution(new Filter(3, 4, 2, 1)), PICTURE);
        parts.put(new Part.UpsampledConvolution(3), PICTURE);
        parts.put(new Part.Residual(2, false), PICTURE);
        parts.put(new Part.Residual(3, false), PICTURE);
        parts.put(new Part.Residual(2, true), PICTURE);
        parts.put(new Part.Residual(3, true), PICTURE);
        parts.put(new Part.AveragePool(3, 2, 1), PICTURE);
        parts.put(new Part.Pointwise(Activation.SOFTPLUS), PICTURE);
        parts.put(new Part.Dropout(0.4, false), PICTURE);
        parts.put(new Part.Dropout(0.4, true), PICTURE);
        parts.put(new Part.GaussianNoise(0.3), ROW);
        parts.put(new Part.Reshape(5, 1, 1), ROW);
        parts.put(new Part.Flatten(), PICTURE);
        parts.put(new Normalisation.None(), PICTURE);
        parts.put(new Normalisation.Batch(), PICTURE);
        parts.put(new Normalisation.Layerwise(), PICTURE);
        parts.put(new Normalisation.Virtual(), PICTURE);
        parts.put(new Part.MinibatchDiscrimination(3, 2), ROW);
        return parts;
    }

    private static Set<String> leaves(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            names.addAll(
                    permitted.isSealed() ? leaves(permitted) : Set.of(permitted.getSimpleName()));
        }
        return names;
    }

    @Test
    void shouldTestEveryPart() {
        Set<String> tested = new TreeSet<>();
        parts().keySet().forEach(part -> tested.add(part.getClass().getSimpleName()));
        assertEquals(leaves(Part.class), tested);
    }

    /** A linear layer before, so that every gradient has somewhere to go. */
    private static Block around(Part part, Shape input, NDManager manager) {
        List<Part> all = new ArrayList<>();
        all.add(new Part.Linear((int) input.size()));
        if (input.dimension() == 3) {
            all.add(new Part.Reshape((int) input.get(0), (int) input.get(1), (int) input.get(2)));
        }
        all.add(new Part.Pointwise(Activation.TANH));
        all.add(part);
        all.add(new Part.Flatten());
        all.add(new Part.Linear(1));
        return Stack.of(new Shape(3), all)
                .build(manager, SEEDS.stream("weights"), reference(manager, new Shape(3)));
    }

    private static NDArray reference(NDManager manager, Shape sample) {
        return SEEDS.noise("reference").normal(manager, new Shape(5).addAll(sample));
    }

    private static NDArray rows(NDManager manager) {
        return manager.create(
                new float[] {0.3f, -1, 0.7f, -0.4f, 0.5f, 1.1f, 1.3f, 0.1f, -0.8f, 0.9f, -0.6f, 0},
                new Shape(4, 3));
    }

    @EachDevice
    void shouldGiveTheShapeItPromises(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            parts().forEach(
                            (part, input) -> {
                                Block block =
                                        Stack.of(input, new Normalisation.Layerwise(), part)
                                                .build(
                                                        manager,
                                                        SEEDS.stream("weights"),
                                                        reference(manager, input));
                                Shape batch = new Shape(4).addAll(input);
                                assertEquals(
                                        block.getOutputShapes(new Shape[] {batch})[0],
                                        Forward.training(block)
                                                .apply(manager.ones(batch))
                                                .getShape(),
                                        part.toString());
                            });
        }
    }

    @EachDevice
    void shouldPassTheGradientThatCentralDifferencesGive(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            parts().forEach(
                            (part, input) ->
                                    GradientCheck.check(
                                            () -> squares(around(part, input, manager))));
        }
    }

    private static GradientCheck.Subject squares(Block block) {
        Forward forward = Forward.training(block);
        return new GradientCheck.Subject(
                block,
                (scope, type) -> forward.apply(rows(scope).toType(type, false)).square().mean());
    }

    @EachDevice
    void shouldPassTheGradientOfAGradientPenalty(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            parts().forEach(
                            (part, input) ->
                                    GradientCheck.check(
                                            () -> penalty(around(part, input, manager))));
        }
    }

    private static GradientCheck.Subject penalty(Block block) {
        Forward forward = Forward.training(block);
        return new GradientCheck.Subject(
                block,
                (scope, type) -> {
                    NDArray x = rows(scope).toType(type, false);
                    x.setRequiresGradient(true);
                    return InputGradient.of(forward.apply(x), x).square().sum();
                });
    }

    @EachDevice
    void shouldDoTheSameFromTheSameSeedAndStayOnTheManagerOfTheData(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            parts().forEach(
                            (part, input) -> {
                                Forward once = Forward.training(around(part, input, manager));
                                Forward again = Forward.training(around(part, input, manager));
                                int before = manager.getManagedArrays().size();
                                try (NDManager scope = manager.newSubManager()) {
                                    for (int pass = 0; pass < 2; pass++) {
                                        assertArrayEquals(
                                                once.apply(rows(scope)).toFloatArray(),
                                                again.apply(rows(scope)).toFloatArray(),
                                                part.toString());
                                    }
                                }
                                assertEquals(
                                        before, manager.getManagedArrays().size(), part.toString());
                            });
        }
    }

    @Test
    void shouldRefusePartsThatDoNotFit() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    Stack.of(PICTURE, new Part.Linear(3))
                                            .build(manager, SEEDS.stream("weights")));
            assertEquals(
                    "a linear layer takes (B, F), but (1, 2, 4, 4) reaches it",
                    refused.getMessage());
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            Stack.of(ROW, new Part.Residual(3, false))
                                    .build(manager, SEEDS.stream("weights")));
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            Stack.of(ROW, new Part.Reshape(2, 2, 2))
                                    .build(manager, SEEDS.stream("weights")));
        }
        assertThrows(IllegalArgumentException.class, () -> new Part.Dropout(1, false));
        assertThrows(IllegalArgumentException.class, () -> new Part.GaussianNoise(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Part.AveragePool(2, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new Normalisation.Batch(0, 0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> Stack.of(ROW));
    }
}
