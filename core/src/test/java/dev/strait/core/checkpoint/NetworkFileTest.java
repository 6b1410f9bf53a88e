package dev.strait.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.Require;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of these pairs is the digest of the weights and nothing else. */
class NetworkFileTest {

    private static final NetworkFile PAIR = new NetworkFile("sum");
    private static final Map<String, TensorData> TERMS =
            Map.of("terms", TensorData.of(new float[] {1, 2, 4}, 3));

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        PAIR.write(folder, TERMS, NetworkFileTest::bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static double read(Path path) throws IOException {
        return PAIR.read(
                path,
                text -> new String(text, StandardCharsets.UTF_8),
                digest -> digest,
                (digest, tensors) -> sum(tensors));
    }

    private static double sum(Map<String, TensorData> tensors) {
        Require.require(tensors.containsKey("terms"), "there are no terms");
        double sum = 0;
        for (float term : tensors.get("terms").floats()) {
            sum += term;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sum.json", "sum.safetensors"})
    void shouldReadWhatItWroteFromTheFolderOrEitherFile(String name) throws IOException {
        assertEquals(7, read(folder.resolve(name)));
    }

    @Test
    void shouldRefuseAPairThatWasMixedUp() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        PAIR.write(
                other,
                Map.of("terms", TensorData.of(new float[] {1, 2, 5}, 3)),
                NetworkFileTest::bytes);
        Files.copy(folder.resolve("sum.json"), other.resolve("mixed.json"));
        Files.move(other.resolve("sum.safetensors"), other.resolve("mixed.safetensors"));
        assertRefused(other.resolve("mixed.json"), "mixed.safetensors: these are not the weights");
    }

    @Test
    void shouldRefuseWhatIsNotThere() throws IOException {
        Files.delete(folder.resolve("sum.safetensors"));
        assertRefused(folder, "sum.safetensors: there is no such file; a sum is a pair");
        assertRefused(folder.resolve("sum.txt"), "sum.txt: there is no such file or folder");
        Path other = Files.writeString(folder.resolve("notes.txt"), "no sum");
        assertRefused(other, "notes.txt: a sum is a folder, a .json or a .safetensors");
    }

    @Test
    void shouldRefuseNumbersThatAreNone() throws IOException {
        PAIR.write(
                folder,
                Map.of("terms", TensorData.of(new float[] {1, Float.NaN}, 2)),
                NetworkFileTest::bytes);
        assertRefused(folder, "sum.safetensors: 'terms' holds NaN");
        PAIR.write(
                folder,
                Map.of("terms", TensorData.of(new double[] {1}, 1)),
                NetworkFileTest::bytes);
        assertRefused(folder, "sum.safetensors: 'terms' must be F32");
    }

    @Test
    void shouldNameTheWeightsThatTheNetworkDoesNotTake() throws IOException {
        PAIR.write(
                folder,
                Map.of("factors", TensorData.of(new float[] {1}, 1)),
                NetworkFileTest::bytes);
        assertRefused(folder, "sum.safetensors: there are no terms");
    }

    private static void assertRefused(Path path, String complaint) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(path)).getMessage();
        assertTrue(message.contains(complaint), message);
        assertTrue(!message.contains("\n"), message);
    }
}
