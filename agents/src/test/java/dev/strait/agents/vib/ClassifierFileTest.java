package dev.strait.agents.vib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.tensor.EachDevice;
import dev.strait.envs.image.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierFileTest {

    @TempDir private Path folder;

    private static final float[] PICTURES = ImageBatch.read(SmallVib.TEST, 0, 1, 2, 3).pixels();

    private Path weights() {
        return folder.resolve("classifier.safetensors");
    }

    @EachDevice
    void shouldPredictTheSameAfterReading(Device device) throws IOException {
        for (Code code : VibTrainingTest.codes()) {
            try (VibTraining training = SmallVib.training(code, 1, 1, device)) {
                training.round();
                VibClassifier written = training.classifier();
                written.save(folder, Map.of("seed", 1));
                for (Path path : List.of(folder, weights(), folder.resolve("classifier.json"))) {
                    try (VibClassifier read = VibClassifier.read(path, device)) {
                        assertEquals(code, read.code());
                        assertEquals(written.shape(), read.shape());
                        assertEquals(SmallVib.TEST.classNames(), read.classNames());
                        assertArrayEquals(written.predict(PICTURES), read.predict(PICTURES));
                        assertArrayEquals(written.encode(PICTURES), read.encode(PICTURES));
                    }
                }
            }
        }
    }

    @Test
    void shouldSayInJsonWhatItIs() throws IOException {
        try (VibTraining training = SmallVib.training(SmallVib.NARROW, 1, 1, Device.cpu())) {
            training.classifier().save(folder, Map.of("command", "vib"));
        }
        String text = Files.readString(folder.resolve("classifier.json"));
        for (String said :
                List.of("gaussian", "latentSize", "\"classNames\" : [ \"0\", ", "\"vib\"")) {
            assertTrue(text.contains(said), text);
        }
    }

    static List<Consumer<ObjectNode>> spoilings() {
        return List.of(
                about -> about.put("format", 99),
                about -> about.remove("classifier"),
                about -> names(about).removeAll(),
                about -> names(about).add("eleventh"),
                about -> ((ObjectNode) about.get("classifier")).remove("hidden"),
                about -> ((ObjectNode) about.at("/classifier/code")).put("kind", "magic"),
                about -> ((ObjectNode) about.at("/classifier/code")).put("latentSize", 9),
                about -> ((ObjectNode) about.at("/classifier/code")).remove("latentSize"),
                about -> ((ObjectNode) about.at("/classifier/shape")).put("width", -3));
    }

    private static ArrayNode names(ObjectNode about) {
        return (ArrayNode) about.at("/classifier/classNames");
    }

    @ParameterizedTest
    @MethodSource("spoilings")
    void shouldRefuseADescriptionThatDoesNotFitInOneLine(Consumer<ObjectNode> spoiling)
            throws IOException {
        try (VibTraining training = SmallVib.training(SmallVib.NARROW, 1, 1, Device.cpu())) {
            training.classifier().save(folder, Map.of());
        }
        Checkpoint good = Checkpoint.read(weights());
        spoiling.accept(good.state());
        new Checkpoint(new HashMap<>(good.tensors()), good.state()).write(weights());
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> VibClassifier.read(folder, Device.cpu()));
        assertTrue(refused.getMessage().startsWith(weights().toString()), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> VibClassifier.read(folder, Device.cpu()));
        assertTrue(refused.getMessage().contains("no such file"), refused.getMessage());
    }

    @Test
    void shouldRefusePicturesOfAnotherSize() {
        try (VibTraining training = SmallVib.training(SmallVib.NARROW, 1, 1, Device.cpu())) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> training.classifier().predict(new float[100]));
        }
    }
}
