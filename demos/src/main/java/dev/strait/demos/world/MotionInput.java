package dev.strait.demos.world;

import static dev.strait.core.Require.require;

import dev.strait.envs.Environments;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.motion.ClipName;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that steps worlds: which clip a character is to follow, and how. */
public final class MotionInput {

    @Option(
            names = "--motion",
            paramLabel = "CLIP",
            description =
                    "What a character is to follow: a clip of DeepMimic's or a BVH file, or one of"
                            + " Strait's own (walk, run, hop, jump, flip).")
    private Optional<String> motion = Optional.empty();

    @Option(
            names = "--loop",
            description =
                    "With --motion, the clip goes on for ever, whatever its file says; a BVH file"
                            + " cannot say so.")
    private boolean loop;

    @Option(names = "--mirror", description = "With --motion, the clip's left is its right.")
    private boolean mirror;

    /** Whether it was given. */
    boolean given() {
        return motion.isPresent();
    }

    /** The name of one of the options that was given. */
    Optional<String> anyGiven() {
        return given() ? Optional.of("--motion") : change();
    }

    /** The name of one of the options that change the clip, where one was given. */
    private Optional<String> change() {
        return loop || mirror ? Optional.of(loop ? "--loop" : "--mirror") : Optional.empty();
    }

    /**
     * The id of a world with the clip in place of its own, where one is given.
     *
     * @throws IllegalArgumentException where the world follows no clip, or none is given to be
     *     changed
     */
    String world(String id) {
        require(
                given() || change().isEmpty(),
                "%s says what is to be done with a clip; add --motion CLIP",
                change().orElse(""));
        return motion.map(clip -> world(id, asked(clip))).orElse(id);
    }

    private ClipName asked(String clip) {
        ClipName name = ClipName.parse(clip);
        return new ClipName(name.source(), name.looped() || loop, name.mirrored() || mirror);
    }

    /**
     * The id of a world with a clip in place of its own.
     *
     * @throws IllegalArgumentException where the world follows no clip
     */
    public static String world(String id, ClipName clip) {
        String kind = Environments.kind(id);
        require(
                MimicWorlds.KINDS.contains(kind),
                "%s follows no motion; leave out --motion, or take one of %s",
                id,
                String.join(", ", MimicWorlds.KINDS));
        return kind + ":" + clip.absolute();
    }
}
