package dev.strait.agents.gan;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.core.checkpoint.NetworkFile;
import dev.strait.core.checkpoint.TensorData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A generator at rest: {@code generator.json} says what it is, the other file holds weights. */
final class GeneratorFile {

    private static final NetworkFile PAIR = new NetworkFile("generator");

    private GeneratorFile() {}

    static void write(
            Path folder,
            GeneratorDescription description,
            Map<String, NDArray> arrays,
            Map<String, Object> provenance)
            throws IOException {
        // Before anything is written: some generators cannot be.
        GeneratorJson.write(description, "", provenance);
        PAIR.write(
                folder,
                TensorData.of(arrays),
                digest -> GeneratorJson.write(description, digest, provenance));
    }

    static Generator read(Path path, Device device) throws IOException {
        return PAIR.read(
                path,
                GeneratorJson::read,
                GeneratorJson.Text::weightsSha256,
                (text, arrays) -> Generator.of(text.description(), arrays, device));
    }
}
