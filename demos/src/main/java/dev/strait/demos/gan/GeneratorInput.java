package dev.strait.demos.gan;

import ai.djl.Device;
import dev.strait.agents.gan.Generator;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.RunFolder;
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
     * @throws IllegalArgumentException for the folder of a run that has not left one yet, or of
     *     another command, which never will
     */
    static boolean isGenerator(Path path) {
        Path configuration = new RunFolder(path).configuration();
        boolean run = Files.isRegularFile(configuration);
        boolean has = Files.isRegularFile(path.resolve(DESCRIPTION));
        if (run && !has) {
            Configuration.peek(configuration, "command")
                    .filter(command -> !command.equals(GanRun.COMMAND))
                    .ifPresent(
                            command -> {
                                throw new IllegalArgumentException(
                                        "%s is a run of strait %s, which leaves no generator"
                                                .formatted(path, command));
                            });
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
