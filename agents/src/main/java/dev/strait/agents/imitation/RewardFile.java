package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.core.checkpoint.AtomicFile;
import dev.strait.core.checkpoint.Digest;
import dev.strait.core.checkpoint.ElementType;
import dev.strait.core.checkpoint.Safetensors;
import dev.strait.core.checkpoint.TensorData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A learned reward at rest: {@code reward.json} says what it is, the other file holds weights. */
final class RewardFile {

    private static final String NAME = "reward";
    private static final String TEXT = ".json";
    private static final String WEIGHTS = ".safetensors";
    private static final long LONGEST_TEXT = 1 << 24;

    private RewardFile() {}

    static void write(
            Path folder,
            RewardDescription description,
            Map<String, NDArray> arrays,
            Map<String, Object> provenance)
            throws IOException {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) ->
                        tensors.put(
                                name,
                                TensorData.of(array.toFloatArray(), array.getShape().getShape())));
        Path weights = folder.resolve(NAME + WEIGHTS);
        new Safetensors(tensors, Map.of()).write(weights);
        AtomicFile.write(
                folder.resolve(NAME + TEXT),
                RewardJson.write(description, Digest.of(weights), provenance));
    }

    static LearnedReward read(Path path, Device device) throws IOException {
        Path stem = Files.isDirectory(path) ? path.resolve(NAME) : withoutEnding(path);
        Path text = stem.resolveSibling(stem.getFileName() + TEXT);
        Path weights = stem.resolveSibling(stem.getFileName() + WEIGHTS);
        for (Path file : List.of(text, weights)) {
            require(
                    Files.isRegularFile(file),
                    "%s: there is no such file; a reward is a pair of .json and .safetensors",
                    file);
        }
        RewardJson.Text read = text(text);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        Safetensors.read(weights)
                .tensors()
                .forEach((name, data) -> arrays.put(name, floats(weights, name, data)));
        require(
                read.weightsSha256().equals(Digest.of(weights)),
                "%s: these are not the weights that were saved with the .json beside it",
                weights);
        try {
            return LearnedReward.of(read.description(), arrays, device);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(weights + ": " + e.getMessage(), e);
        }
    }

    private static RewardJson.Text text(Path file) throws IOException {
        try {
            require(
                    Files.size(file) <= LONGEST_TEXT,
                    "it has %s bytes, more than any description",
                    Files.size(file));
            return RewardJson.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static float[] floats(Path file, String name, TensorData data) {
        require(
                data.type() == ElementType.F32,
                "%s: '%s' must be F32, but was %s",
                file,
                name,
                data);
        float[] values = data.floats();
        for (float value : values) {
            require(Float.isFinite(value), "%s: '%s' holds %s", file, name, value);
        }
        return values;
    }

    private static Path withoutEnding(Path file) {
        String name = file.getFileName().toString();
        require(
                name.endsWith(TEXT) || name.endsWith(WEIGHTS),
                "%s: a reward is a folder, a .json or a .safetensors file",
                file);
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }
}
