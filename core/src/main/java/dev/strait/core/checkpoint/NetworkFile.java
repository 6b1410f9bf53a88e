package dev.strait.core.checkpoint;

import static dev.strait.core.Require.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A network at rest, as a pair of files: {@code NAME.json} says what it is, {@code
 * NAME.safetensors} holds its weights. The text holds the digest of the weights, so that a pair
 * that was mixed up is refused.
 *
 * @param name of both files, and what the network is called in messages
 */
public record NetworkFile(String name) {

    private static final String TEXT = ".json";
    private static final String WEIGHTS = ".safetensors";
    private static final long LONGEST_TEXT = 1 << 24;

    /**
     * Writes both files, the weights first.
     *
     * @param text makes the content of the .json of the weights' SHA-256
     */
    public void write(Path folder, Map<String, TensorData> tensors, Function<String, byte[]> text)
            throws IOException {
        Path weights = folder.resolve(name + WEIGHTS);
        new Safetensors(tensors, Map.of()).write(weights);
        AtomicFile.write(folder.resolve(name + TEXT), text.apply(Digest.of(weights)));
    }

    /**
     * Reads a pair.
     *
     * @param path the folder that holds it, or one of the two
     * @param parse reads the content of the .json
     * @param digest the SHA-256 that the text tells of the weights
     * @param make builds the network of its text and its tensors, which are float32 and finite
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public <T, N> N read(
            Path path,
            Function<byte[], T> parse,
            Function<T, String> digest,
            BiFunction<T, Map<String, TensorData>, N> make)
            throws IOException {
        Path stem = Files.isDirectory(path) ? path.resolve(name) : withoutEnding(path);
        Path text = stem.resolveSibling(stem.getFileName() + TEXT);
        Path weights = stem.resolveSibling(stem.getFileName() + WEIGHTS);
        for (Path file : List.of(text, weights)) {
            require(
                    Files.isRegularFile(file),
                    "%s: there is no such file; a %s is a pair of .json and .safetensors",
                    file,
                    name);
        }
        T description = text(text, parse);
        Map<String, TensorData> tensors = Safetensors.read(weights).tensors();
        tensors.forEach((key, data) -> requireFinite(weights, key, data));
        require(
                digest.apply(description).equals(Digest.of(weights)),
                "%s: these are not the weights that were saved with the .json beside it",
                weights);
        try {
            return make.apply(description, tensors);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(weights + ": " + e.getMessage(), e);
        }
    }

    private static <T> T text(Path file, Function<byte[], T> parse) throws IOException {
        try {
            require(
                    Files.size(file) <= LONGEST_TEXT,
                    "it has %s bytes, more than any description",
                    Files.size(file));
            return parse.apply(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void requireFinite(Path file, String key, TensorData data) {
        require(
                data.type() == ElementType.F32,
                "%s: '%s' must be F32, but was %s",
                file,
                key,
                data);
        for (float value : data.floats()) {
            require(Float.isFinite(value), "%s: '%s' holds %s", file, key, value);
        }
    }

    private static boolean isOfPair(String name) {
        return name.endsWith(TEXT) || name.endsWith(WEIGHTS);
    }

    private Path withoutEnding(Path file) {
        String last = file.getFileName().toString();
        require(Files.exists(file) || isOfPair(last), "%s: there is no such file or folder", file);
        require(isOfPair(last), "%s: a %s is a folder, a .json or a .safetensors file", file, name);
        return file.resolveSibling(last.substring(0, last.lastIndexOf('.')));
    }
}
