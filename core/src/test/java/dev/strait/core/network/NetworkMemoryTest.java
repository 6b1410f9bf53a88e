package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.gradient.Learner;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every part at once, with a gradient penalty, stays the same size. */
class NetworkMemoryTest {

    private static final Seeds SEEDS = new Seeds(101);

    private static final int WARM_UP = 40;
    private static final int UPDATES = 200;
    private static final long MEGABYTE = 1 << 20;

    private static Block critic(NDManager manager) {
        Part phi = new Part.Pointwise(Activation.LEAKY_RELU);
        return Stack.of(
                        new Shape(3, 16, 16),
                        new Part.Convolution(new Filter(16, 3, 2, 1)),
                        phi,
                        new Part.Dropout(0.25, true),
                        new Part.TransposedConvolution(new Filter(16, 4, 2, 1)),
                        new Normalisation.Batch(),
                        phi,
                        new Part.Residual(16, false),
                        new Part.AveragePool(3, 2, 1),
                        new Normalisation.Virtual(),
                        new Part.UpsampledConvolution(8),
                        new Normalisation.Layerwise(),
                        new Part.Residual(8, true),
                        new Part.GaussianNoise(0.1),
                        new Part.AveragePool(4, 4, 0),
                        new Part.Flatten(),
                        new Part.MinibatchDiscrimination(8, 3),
                        new Part.Linear(1))
                .build(
                        manager,
                        SEEDS.stream("weights"),
                        SEEDS.noise("reference").normal(manager, new Shape(4, 3, 16, 16)));
    }

    @Test
    void shouldStayTheSameSizeUnderAPenalty() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/statm")), "no /proc: resident memory not checked");
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            Block block = critic(manager);
            Forward forward = Forward.training(block);
            NoiseStream noise = SEEDS.noise("pictures");
            try (Learner learner = Learner.of("critic", Adam.of(1e-4), 1e9, block)) {
                run(WARM_UP, manager, forward, noise, learner);
                long before = resident();
                int arrays = manager.getManagedArrays().size();
                run(UPDATES, manager, forward, noise, learner);
                long grown = (resident() - before) / MEGABYTE;
                assertEquals(arrays, manager.getManagedArrays().size());
                // A graph that was kept would be about a megabyte an update.
                assertTrue(grown < 50, "grew by " + grown + " MB");
            }
        }
    }

    private static void run(
            int updates, NDManager manager, Forward forward, NoiseStream noise, Learner learner) {
        for (int i = 0; i < updates; i++) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray x = noise.normal(scope, new Shape(4, 3, 16, 16));
                x.setRequiresGradient(true);
                learner.minimise(
                        () -> {
                            NDArray score = forward.apply(x);
                            NDArray slope = InputGradient.of(score, x).square().sum();
                            return score.mean().add(slope);
                        });
            }
        }
    }

    private static long resident() throws IOException {
        String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
        return Long.parseLong(pages[1]) * 4096;
    }
}
