package dev.strait.agents.metric.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.ScriptFile;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptExtractorTest {

    private static final PictureForm FORM = new PictureForm(3, 4, 4, 0, 1);
    private static final String MEANS = "return torch.mean(x, [2, 3])";

    @TempDir private Path folder;

    private Path network(String results, String body) throws IOException {
        return ScriptFile.write(folder.resolve("net.pt"), results, body);
    }

    private String refusal(String results, String body) throws IOException {
        Path file = network(results, body);
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> TorchScriptExtractor.load(file, FORM, Device.cpu()))
                .getMessage();
    }

    @EachDevice
    void shouldShowTheNetworkPicturesInItsForm(Device device) throws IOException {
        Path file = network("Tensor", MEANS);
        try (TorchScriptExtractor extractor = TorchScriptExtractor.load(file, FORM, device);
                NDManager manager = TensorEngine.newManager(device)) {
            NDArray grey = manager.create(new float[] {-1, 0.5f}, new Shape(2, 1, 1, 1));
            Extraction seen = extractor.extract(grey);

            assertEquals(3, extractor.features());
            assertEquals(0, extractor.classes());
            assertTrue(seen.probabilities().isEmpty());
            assertArrayEquals(
                    new float[] {0, 0, 0, 0.75f, 0.75f, 0.75f},
                    seen.features().toFloatArray(),
                    1e-6f);
            assertEquals(manager, seen.features().getManager());
        }
    }

    @EachDevice
    void shouldTakeASecondOutputForLogits(Device device) throws IOException {
        Path file =
                network(
                        "Tuple[Tensor, Tensor]",
                        """
                        means = torch.mean(x, [2, 3])
                        return (means, torch.log(torch.add(means, 1.)))
                        """);
        try (TorchScriptExtractor extractor = TorchScriptExtractor.load(file, FORM, device);
                NDManager manager = TensorEngine.newManager(device)) {
            NDArray colour = manager.create(new float[] {-1, -1, 1}, new Shape(1, 3, 1, 1));
            Extraction seen = extractor.extract(colour);

            assertEquals(3, extractor.classes());
            assertArrayEquals(
                    new float[] {0.25f, 0.25f, 0.5f},
                    seen.probabilities().orElseThrow().toFloatArray(),
                    1e-6f);
        }
    }

    @Test
    void shouldBeNamedByFileAndForm() throws IOException {
        Path file = network("Tensor", MEANS);
        ExtractorIdentity one = identity(file, FORM);
        ExtractorIdentity otherForm = identity(file, new PictureForm(3, 4, 4, -1, 1));
        ExtractorIdentity otherNetwork =
                identity(network("Tensor", MEANS.replace("x", "torch.neg(x)")), FORM);

        assertEquals("net.pt", one.name());
        assertTrue(one.accuracy().isEmpty());
        assertFalse(one.comparableWith(otherForm));
        assertFalse(one.comparableWith(otherNetwork));
        assertNotEquals(otherForm, otherNetwork);
        assertEquals(one, identity(network("Tensor", MEANS), FORM));
    }

    private static ExtractorIdentity identity(Path file, PictureForm form) throws IOException {
        try (TorchScriptExtractor extractor = TorchScriptExtractor.load(file, form, Device.cpu())) {
            return extractor.identity();
        }
    }

    @Test
    void shouldRefuseFeaturesOfAnotherShapeAndSayBoth() throws IOException {
        assertEquals(
                "net.pt must give features (B, F), but for pictures (2, 3, 4, 4) it gave (2, 3, 1,"
                        + " 1)",
                refusal("Tensor", "return torch.mean(x, [2, 3], True)"));
        assertEquals(
                "net.pt must give features (B, F), but for pictures (2, 3, 4, 4) it gave (3, 2)",
                refusal("Tensor", "return torch.transpose(torch.mean(x, [2, 3]), 0, 1)"));
        assertEquals(
                "net.pt must give features (B, F), but for pictures (2, 3, 4, 4) it gave (2)",
                refusal("Tensor", "return torch.mean(x, [1, 2, 3])"));
        assertEquals(
                "net.pt must give class logits (B, n), but for pictures (2, 3, 4, 4) it gave (2, 3,"
                        + " 4, 4)",
                refusal("Tuple[Tensor, Tensor]", "return (torch.mean(x, [2, 3]), x)"));
        assertEquals(
                "net.pt must give features, or features and class logits, but gave 3 outputs",
                refusal("Tuple[Tensor, Tensor, Tensor]", "return (x, x, x)"));
    }

    @Test
    void shouldRefuseANetworkThatDoesNotTakeItsPictures() throws IOException {
        String message = refusal("Tensor", "return torch.matmul(torch.mean(x, [2, 3]), x)");

        assertTrue(message.startsWith("net.pt does not take pictures (2, 3, 4, 4): "), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void shouldRefuseWhatIsNoTorchScript() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.pt"), "no network");
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TorchScriptExtractor.load(text, FORM, Device.cpu()));
        assertTrue(
                refused.getMessage().startsWith(text + " is no TorchScript network: "),
                refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        assertThrows(
                NoSuchFileException.class,
                () -> TorchScriptExtractor.load(folder.resolve("missing.pt"), FORM, Device.cpu()));
    }
}
