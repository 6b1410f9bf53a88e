package dev.strait.agents.gan;

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

/** A generator at rest: {@code generator.json} says what it is, the other file holds weights. */
final class GeneratorFile {

    private static final String NAME = "generator";
    private static final String TEXT = ".json";
    private static final String WEIGHTS = ".safetensors";
    private static final long LONGEST_TEXT = 1 << 24;

    private GeneratorFile() {}

    static void write(
            Path folder,
            GeneratorDescription description,
            Map<String, NDArray> arrays,
            Map<String, Object> provenance)
            throws IOException {
        // Before anything is written: some generators cannot be.
        GeneratorJson.write(description, "", provenance);
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
                GeneratorJson.write(description, Digest.of(weights), provenance));
    }

    static Generator read(Path path, Device device) throws IOException {
        Path stem = Files.isDirectory(path) ? path.resolve(NAME) : withoutEnding(path);
        Path text = stem.resolveSibling(stem.getFileName() + TEXT);
        Path weights = stem.resolveSibling(stem.getFileName() + WEIGHTS);
        for (Path file : List.of(text, weights)) {
            require(
                    Files.isRegularFile(file),
                    "%s: there is no such file; a generator is a pair of .json and .safetensors",
                    file);
        }
        GeneratorJson.Text read = text(text);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        Safetensors.read(weights)
                .tensors()
                .forEach((name, data) -> arrays.put(name, floats(weights, name, data)));
        require(
                read.weightsSha256().equals(Digest.of(weights)),
                "%s: these are not the weights that were saved with the .json beside it",
                weights);
        try {
            return Generator.of(read.description(), arrays, device);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(weights + ": " + e.getMessage(), e);
        }
    }

    private static GeneratorJson.Text text(Path file) throws IOException {
        try {
            require(
                    Files.size(file) <= LONGEST_TEXT,
                    "it has %s bytes, more than any description",
                    Files.size(file));
            return GeneratorJson.read(Files.readAllBytes(file));
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
                "%s: a generator is a folder, a .json or a .safetensors file",
                file);
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }
}
