package dev.strait.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir private Path folder;

    private static Checkpoint sample(int number) {
        ObjectNode state = Checkpoint.newState();
        state.put("number", number).put("beta", 0.1 + 1e-17).put("stream", Long.MIN_VALUE + 1);
        float[] values = new float[20_000];
        Arrays.fill(values, number);
        return new Checkpoint(Map.of("policy.parameters", TensorData.of(values)), state);
    }

    @Test
    void shouldGiveBackStateAndArraysToTheBit() throws IOException {
        Path file = folder.resolve("state.safetensors");
        sample(3).write(file);
        assertEquals(sample(3), Checkpoint.read(file));
        sample(4).write(file);
        assertEquals(4, Checkpoint.read(file).state().get("number").intValue());
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    @Test
    void shouldLeaveTheOldFileWhereTheNewOneFails() throws IOException {
        Path file = folder.resolve("state.safetensors");
        sample(1).write(file);
        IOException full =
                assertThrows(
                        IOException.class,
                        () ->
                                AtomicFile.replace(
                                        file,
                                        temporary -> {
                                            Files.write(temporary, new byte[100]);
                                            throw new IOException("No space left on device");
                                        }));
        assertEquals("No space left on device", full.getMessage());
        assertEquals(sample(1), Checkpoint.read(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void shouldWriteAnyBytesWhole() throws IOException {
        Path file = folder.resolve("policy.json");
        AtomicFile.write(file, new byte[] {1, 2, 3});
        AtomicFile.write(file, new byte[] {4});
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(file));
    }

    /** A process of its own that writes checkpoints until it is killed. */
    public static final class Writer {

        private Writer() {}

        /** Writes 1, 2, 3, … to the file that it is given. */
        public static void main(String[] arguments) throws IOException {
            for (int number = 1; ; number++) {
                sample(number).write(Path.of(arguments[0]));
            }
        }
    }

    @Test
    void shouldBeReadableWheneverTheWriterIsKilled() throws Exception {
        Path file = folder.resolve("state.safetensors");
        sample(0).write(file);
        for (int kill = 0; kill < 6; kill++) {
            Process writer =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xshare:auto",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Writer.class.getName(),
                                    file.toString())
                            .inheritIO()
                            .start();
            try {
                waitForAnother(file);
                Thread.sleep(7L * kill);
            } finally {
                writer.destroyForcibly();
                assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
            }
            assertConsistent(Checkpoint.read(file));
            sample(0).write(file);
        }
    }

    private static void waitForAnother(Path file) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Checkpoint.read(file).state().get("number").intValue() == 0) {
            assertTrue(System.nanoTime() < limit, "the writer wrote nothing in a minute");
            Thread.sleep(1);
        }
    }

    private static void assertConsistent(Checkpoint checkpoint) {
        int number = checkpoint.state().get("number").intValue();
        assertTrue(number > 0, "the writer wrote nothing");
        assertEquals(sample(number), checkpoint);
    }

    @EachDevice
    void shouldGiveTensorsBackByPrefix(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Map<String, NDArray> own =
                    Map.of("m", manager.create(new float[] {1, 2}), "n", manager.create(3f));
            Checkpoint checkpoint =
                    new Checkpoint(TensorData.of("policy", own), Checkpoint.newState());
            Map<String, NDArray> back = checkpoint.arrays("policy", own, manager);
            assertEquals(own, back);
        }
    }

    /** A counter in the place of weights would be read bit for bit as numbers that it is not. */
    @EachDevice
    void shouldRefuseNumbersOfAnotherType(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Checkpoint checkpoint =
                    new Checkpoint(
                            Map.of("policy.w", TensorData.of(new long[] {1, 2})),
                            Checkpoint.newState());
            Map<String, NDArray> like = Map.of("w", manager.zeros(new Shape(2)));
            assertEquals(
                    "the checkpoint does not fit policy: 'w' is I64 [2] in the checkpoint, but"
                            + " float32 [2] here",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> checkpoint.arrays("policy", like, manager))
                            .getMessage());
        }
    }

    @EachDevice
    void shouldRefuseWhatDoesNotFitAndNameItAll(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Checkpoint checkpoint =
                    new Checkpoint(
                            Map.of(
                                    "policy.w", TensorData.of(new float[6], 2, 3),
                                    "policy.old", TensorData.of(new float[1]),
                                    "value.w", TensorData.of(new float[1])),
                            Checkpoint.newState());
            Map<String, NDArray> like = new LinkedHashMap<>();
            like.put("w", manager.zeros(new Shape(3, 3)));
            like.put("b", manager.zeros(new Shape(3)));
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> checkpoint.arrays("policy", like, manager));
            assertEquals(
                    "the checkpoint does not fit policy: 'w' is F32 [2, 3] in the checkpoint, but"
                            + " float32 [3, 3] here; there is no 'b' of [3]; nothing here takes"
                            + " 'old' of F32 [1]",
                    refused.getMessage());
        }
    }

    @Test
    void shouldRefuseFilesThatAreNoCheckpoint() throws IOException {
        Path file = folder.resolve("model.safetensors");
        new Safetensors(Map.of(), Map.of()).write(file);
        assertMessage(file, "it is no checkpoint of Strait");
        new Safetensors(Map.of(), Map.of("strait.state", "{")).write(file);
        assertMessage(file, "'strait.state' is no JSON");
        new Safetensors(Map.of(), Map.of("strait.state", "3")).write(file);
        assertMessage(file, "'strait.state' must be a JSON object");
    }

    private static void assertMessage(Path file, String reason) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Checkpoint.read(file));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
