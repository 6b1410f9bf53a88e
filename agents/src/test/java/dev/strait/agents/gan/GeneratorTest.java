package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Dense;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Normalisation;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final Device CPU = Device.cpu();

    private static final List<Networks> KINDS =
            List.of(
                    new Networks.FullyConnected(
                            List.of(8),
                            List.of(8),
                            Activation.LEAKY_RELU,
                            new Normalisation.Batch(),
                            Activation.TANH),
                    new Networks.FullyConnected(
                                    List.of(8),
                                    List.of(8),
                                    Activation.RELU,
                                    new Normalisation.None(),
                                    Activation.TANH)
                            .start(new InitialWeights.Orthogonal(2)),
                    new Networks.Dcgan(
                            4, List.of(16), new Normalisation.Batch(), new Normalisation.None()),
                    new Networks.Dcgan(
                            4, List.of(), new Normalisation.Virtual(), new Normalisation.Virtual()),
                    new Networks.Residual(4, 8));

    private static GanTraining digits(Networks networks, Device device) {
        GanSettings settings =
                SmallGans.BASE.networks(networks).codes(new Codes.InfoCodes(10, 2, 1, 1, 8));
        ImageBatches batches =
                ImageBatches.of(new DrawnDigits(1, 64), 8, 1, new Augmentation.None());
        return new GanTraining(settings, batches, device, new Seeds(1));
    }

    @EachDevice
    void shouldComeBackFromItsFilesAsItWas(Device device) throws IOException {
        for (Networks networks : KINDS) {
            Path folder = Files.createTempDirectory("generator");
            try (GanTraining training = digits(networks, device)) {
                training.round();
                try (Generator generator = training.generator()) {
                    generator.write(folder, Map.of("recipe", "infogan"));
                    try (Generator read = Generator.read(folder, device)) {
                        assertEquals(generator.shape(), read.shape());
                        assertEquals(generator.codes(), read.codes());
                        assertEquals(generator.latent(), read.latent());
                        assertArrayEquals(generator.samples(5, 3), read.samples(5, 3));
                    }
                }
            }
        }
    }

    @Test
    void shouldPutOneChoiceAndTheNumbersBehindTheNoise() {
        try (GanTraining training = digits(KINDS.get(0), CPU);
                Generator generator = training.generator()) {
            float[] drawn = generator.draw(50, 3);
            int width = generator.inputs();
            assertEquals(4 + 10 + 2, width);
            for (int row = 0; row < 50; row++) {
                float sum = 0;
                for (int i = 4; i < 14; i++) {
                    float told = drawn[row * width + i];
                    assertTrue(told == 0 || told == 1, "was " + told);
                    sum += told;
                }
                assertEquals(1, sum);
                for (int i = 14; i < 16; i++) {
                    assertTrue(Math.abs(drawn[row * width + i]) <= 1);
                }
            }
            assertArrayEquals(drawn, generator.draw(50, 3));
            assertFalse(java.util.Arrays.equals(drawn, generator.draw(50, 4)));
        }
    }

    @Test
    void shouldMakeEachSampleOfItsOwnInputsAlone() {
        try (GanTraining training = digits(KINDS.get(1), CPU)) {
            training.round();
            try (Generator generator = training.generator()) {
                float[] inputs = generator.draw(300, 3);
                float[] all = generator.sample(inputs);
                float[] last = new float[generator.inputs()];
                System.arraycopy(inputs, 299 * last.length, last, 0, last.length);
                int size = generator.shape().size();
                float[] tail = new float[size];
                System.arraycopy(all, 299 * size, tail, 0, size);
                assertArrayEquals(tail, generator.sample(last), 1e-5f);
            }
        }
    }

    @Test
    void shouldRefuseInputsOfAnotherWidth() {
        try (GanTraining training = digits(KINDS.get(0), CPU);
                Generator generator = training.generator()) {
            Exception refused =
                    assertThrows(
                            IllegalArgumentException.class, () -> generator.sample(new float[17]));
            assertTrue(refused.getMessage().contains("16"), refused.getMessage());
        }
    }

    @Test
    void shouldRefuseFilesThatDoNotBelongTogetherOrAreNone(@TempDir Path folder)
            throws IOException {
        Path text = folder.resolve("generator.json");
        Path weights = folder.resolve("generator.safetensors");
        assertRefused(folder, "there is no such file");
        try (GanTraining training = digits(KINDS.get(0), CPU);
                Generator generator = training.generator()) {
            generator.write(folder, Map.of());
            byte[] first = Files.readAllBytes(weights);
            training.round();
            try (Generator later = training.generator()) {
                later.write(folder, Map.of());
            }
            Files.write(weights, first);
            assertRefused(folder, "not the weights");
            generator.write(folder, Map.of());
        }
        String right = Files.readString(text);
        Files.writeString(text, right.replace("FullyConnected", "Own"));
        assertRefused(folder, "networks");
        Files.writeString(text, right.replace("\"size\" : 4", "\"size\" : 0"));
        assertRefused(folder, "latent size must be at least 1");
        Files.writeString(text, right.replace("\"size\" : 4", "\"size\" : 5"));
        assertRefused(folder, "(8, 17) in the network");
        Files.writeString(text, "{");
        assertRefused(folder, "no JSON");
    }

    private static void assertRefused(Path folder, String because) {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class, () -> Generator.read(folder, CPU).close());
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(folder.toString()), refused.getMessage());
    }

    @Test
    void shouldTrainAndShowButNotWriteBlocksOfOnesOwn(@TempDir Path folder) {
        GanSettings own =
                SmallGans.BASE.networks(
                        new Networks.Own(
                                () -> Dense.of(4, 8, 2).build(manager(), new Seeds(1).stream("g")),
                                () -> new FlatDense()));
        try (GanTraining training = SmallGans.training(own, CPU, 1)) {
            training.round();
            try (Generator generator = training.generator()) {
                assertEquals(10, generator.samples(5, 1).length);
                assertThrows(
                        IllegalArgumentException.class, () -> generator.write(folder, Map.of()));
            }
        }
        assertEquals(0, folder.toFile().list().length);
    }

    private static ai.djl.ndarray.NDManager manager() {
        return TensorEngine.newManager(CPU);
    }

    /** DJL's own: flattens, then one linear layer. */
    private static final class FlatDense extends ai.djl.nn.SequentialBlock {
        FlatDense() {
            add(ai.djl.nn.Blocks.batchFlattenBlock());
            add(ai.djl.nn.core.Linear.builder().setUnits(6).build());
        }
    }
}
