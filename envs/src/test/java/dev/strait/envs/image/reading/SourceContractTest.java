package dev.strait.envs.image.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.envs.demonstration.container.NpzWriter;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.HeldOut;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageSelection;
import dev.strait.envs.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for pictures of any origin. */
class SourceContractTest {

    @TempDir Path folder;

    private Map<String, ImageSource> sources() throws IOException {
        ImageOptions asIs = ImageOptions.asIs();
        Path idx = folder.resolve("train-images.idx");
        Files.write(idx, ImageFiles.idx(ImageFiles.counting(60), 5, 3, 4));
        Files.write(
                folder.resolve("train-labels.idx"), ImageFiles.idx(new byte[] {1, 0, 1, 2, 2}, 5));
        Path cifar = Files.write(folder.resolve("x.bin"), ImageFiles.cifar(1, 2, 9));
        Path npz = folder.resolve("x.npz");
        try (NpzWriter writer = NpzWriter.create(npz)) {
            writer.float64("images", new int[] {2, 1, 3, 3}, new double[18]);
        }
        Path pictures = folder.resolve("pictures");
        for (String name : new String[] {"a/1.png", "b/1.png", "b/2.png"}) {
            ImageFiles.write(
                    pictures.resolve(name), ImageFiles.encoded(ImageFiles.redAndBlue(6, 6), "png"));
        }
        Map<String, ImageSource> sources = new LinkedHashMap<>();
        sources.put("idx", ImageData.open(idx, asIs));
        sources.put("cifar", ImageData.open(cifar, asIs));
        sources.put("npz", ImageData.open(npz, asIs));
        sources.put("pictures", ImageData.open(pictures, asIs));
        sources.put("lazy pictures", new PictureFolder(pictures, asIs, 0).open());
        sources.put("drawn digits", new DrawnDigits(0, 12));
        sources.put("a selection", ImageSelection.first(new DrawnDigits(0, 12), 3));
        sources.put("held out", HeldOut.of(new DrawnDigits(0, 12), 3, 0).heldOut());
        sources.put(
                "fitted",
                ImageData.fitted(
                        new DrawnDigits(0, 4),
                        asIs.sized(new Sizing.Scaled(9)).coloured(Colour.RGB)));
        return sources;
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContract() throws IOException {
        return sources().entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> holds(entry.getValue())));
    }

    private static void holds(ImageSource source) {
        int size = source.shape().size();
        assertTrue(source.size() >= 1);
        assertEquals(source.classes(), source.classNames().size());
        for (int i = 0; i < source.size(); i++) {
            int label = source.label(i);
            assertTrue(
                    source.classes() == 0 ? label == -1 : label >= 0 && label < source.classes());
            float[] alone = new float[size];
            source.read(i, alone, 0);
            for (float number : alone) {
                assertTrue(number >= -1 && number <= 1, number + "");
                float level = (number + 1) * 127.5f;
                assertEquals(Math.round(level), level, 1e-4f, "numbers are bytes");
            }
            float[] wide = new float[size + 2];
            Arrays.fill(wide, 5);
            source.read(i, wide, 1);
            assertEquals(5, wide[0]);
            assertEquals(5, wide[size + 1]);
            assertArrayEquals(alone, Arrays.copyOfRange(wide, 1, size + 1));
        }
        givesBatches(source);
    }

    private static void givesBatches(ImageSource source) {
        try (ImageBatches batches =
                ImageBatches.of(source, 2, 0, new Augmentation.Dequantisation())) {
            ImageBatch batch = batches.next();
            assertEquals(source.shape(), batches.shape());
            assertEquals(2, batch.rows());
            assertEquals(2 * source.shape().size(), batch.pixels().length);
        }
    }
}
