package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.nio.file.Path;

/**
 * What a clip is called where a line of text must name it, such as a world's id: one of Strait's
 * own or a file, and behind it what is done to it, {@code run+mirror} or {@code
 * /path/walk.bvh+loop+mirror}.
 *
 * @param source one of {@link OwnClips#names}, or else a file
 * @param looped whether it is to go on for ever, whatever its file says
 * @param mirrored whether left is to be right
 */
public record ClipName(String source, boolean looped, boolean mirrored) {

    private static final String LOOP = "+loop";
    private static final String MIRROR = "+mirror";

    public ClipName {
        require(!source.isBlank(), "a motion clip needs a name or a file");
    }

    /** From text; the endings may come in either order. */
    public static ClipName parse(String text) {
        if (text.endsWith(LOOP)) {
            ClipName rest = parse(text.substring(0, text.length() - LOOP.length()));
            return new ClipName(rest.source, true, rest.mirrored);
        }
        if (text.endsWith(MIRROR)) {
            ClipName rest = parse(text.substring(0, text.length() - MIRROR.length()));
            return new ClipName(rest.source, rest.looped, true);
        }
        return new ClipName(text, false, false);
    }

    /** Whether it is one of Strait's own. */
    public boolean own() {
        return OwnClips.names().contains(source);
    }

    /** The same with a file named so that its place does not depend on where the program runs. */
    public ClipName absolute() {
        return own()
                ? this
                : new ClipName(
                        Path.of(source).toAbsolutePath().normalize().toString(), looped, mirrored);
    }

    /**
     * The clip.
     *
     * @throws MotionException in one line, where the file cannot be used
     */
    public MotionClip read() {
        MotionClip clip = own() ? OwnClips.named(source) : MotionFile.read(Path.of(source));
        MotionClip going = looped ? clip.looped(true) : clip;
        return mirrored ? going.mirrored() : going;
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return source + (looped ? LOOP : "") + (mirrored ? MIRROR : "");
    }
}
