package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads motion clips from the formats people have: DeepMimic's JSON and BVH. */
public final class MotionFile {

    private static final long LARGEST = 32 << 20;

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
        String text = text(path).strip();
        String name = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        require(!text.isEmpty(), "it is empty");
        if (text.startsWith("HIERARCHY")) {
            return new BvhRetargeting(BvhMotion.parse(text)).clip(name);
        }
        require(
                text.startsWith("{"),
                "it is neither one of DeepMimic's clips (JSON, beginning with '{') nor BVH"
                        + " (beginning with 'HIERARCHY')");
        return DeepMimicClip.parse(name, text);
    }

    private static String text(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("it is not text", binary);
        }
    }
}
