package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads motion clips from the formats people have: DeepMimic's JSON and BVH. */
public final class MotionFile {

    private static final long LARGEST = 32 << 20;
    private static final int HEAD = 4096;
    private static final String BVH = "HIERARCHY";

    private MotionFile() {}

    /**
     * Reads a clip whose format its first characters tell.
     *
     * @throws MotionException in one line, when it cannot be used
     */
    public static MotionClip read(Path path) {
        return ContainedReading.of(path, () -> parse(path), MotionException::new);
    }

    private static MotionClip parse(Path path) throws IOException {
        require(Files.isRegularFile(path), "a motion clip is a file, not a folder");
        require(Files.size(path) <= LARGEST, "it is larger than 32 MB, too large for a motion");
        String text = unmarked(text(path));
        String name = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        require(!text.isEmpty(), "it is empty");
        if (text.startsWith(BVH)) {
            return new BvhRetargeting(BvhMotion.parse(text)).clip(name);
        }
        require(
                text.startsWith("{"),
                "it is neither one of DeepMimic's clips (JSON, beginning with '{') nor BVH"
                        + " (beginning with 'HIERARCHY')");
        return DeepMimicClip.parse(name, text);
    }

    /** Whether a file begins as a motion clip does; not whether it can be used. */
    public static boolean holds(Path path) {
        try {
            return Files.isRegularFile(path) && begins(ContainedReading.head(path, HEAD));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the first bytes of a file, some thousands, are those of a motion clip. */
    public static boolean begins(byte[] head) {
        String text = unmarked(new String(head, StandardCharsets.UTF_8));
        return text.startsWith(BVH) || text.startsWith("{") && text.contains("\"Frames\"");
    }

    /** Without blanks around it and the mark of UTF-8 that some editors put first. */
    private static String unmarked(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    }

    private static String text(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("it is not text", binary);
        }
    }
}
