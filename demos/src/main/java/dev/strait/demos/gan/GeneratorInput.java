package dev.strait.demos.gan;

import ai.djl.Device;
import dev.strait.agents.gan.Generator;
import dev.strait.demos.run.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the generator that a user names. */
final class GeneratorInput {

    private static final String DESCRIPTION = "generator.json";

    private GeneratorInput() {}

    /**
     * Whether a path is, or holds, a generator.
     *
     * @throws IllegalArgumentException for the folder of a run that has not left one yet
     */
    static boolean isGenerator(Path path) {
        boolean run = Files.isRegularFile(path.resolve("config.yaml"));
        boolean has = Files.isRegularFile(path.resolve(DESCRIPTION));
        if (run && !has) {
            throw new IllegalArgumentException(
                    path + " has no generator yet: it is written when the training ends");
        }
        return has
                || Files.isRegularFile(path)
                        && path.getFileName().toString().startsWith("generator.");
    }

    /** Reads it; to be closed by the caller. */
    static Generator read(Path path, Device device) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("there is no " + path);
        } else if (!isGenerator(path)) {
            throw new IllegalArgumentException(
                    path + " is no generator: name a run folder of strait gan, or generator.json");
        }
        try {
            return Generator.read(path, device);
        } catch (IOException e) {
            throw Disk.failure("read", path, e);
        }
    }
}
