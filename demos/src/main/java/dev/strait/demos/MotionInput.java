package dev.strait.demos;

import static dev.strait.core.Require.require;

import dev.strait.envs.Environments;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.motion.OwnClips;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that steps worlds: which clip a character is to follow. */
final class MotionInput {

    @Option(
            names = "--motion",
            paramLabel = "CLIP",
            description =
                    "What a character is to follow: a clip of DeepMimic's or a BVH file, or one of"
                            + " Strait's own (walk, run, hop, jump, flip).")
    private Optional<String> motion = Optional.empty();

    /** Whether it was given. */
    boolean given() {
        return motion.isPresent();
    }

    /**
     * The id of a world with the clip in place of its own, where one is given.
     *
     * @throws IllegalArgumentException where the world follows no clip
     */
    String world(String id) {
        return motion.map(clip -> world(id, clip)).orElse(id);
    }

    /**
     * The id of a world with a clip in place of its own.
     *
     * @throws IllegalArgumentException where the world follows no clip
     */
    static String world(String id, String clip) {
        String kind = Environments.kind(id);
        require(
                MimicWorlds.KINDS.contains(kind),
                "%s follows no motion; leave out --motion, or take one of %s",
                id,
                String.join(", ", MimicWorlds.KINDS));
        return kind + ":" + clip(clip);
    }

    /** An own clip's name, or a file whose place does not depend on where the program runs. */
    private static String clip(String name) {
        return OwnClips.names().contains(name)
                ? name
                : Path.of(name).toAbsolutePath().normalize().toString();
    }
}
