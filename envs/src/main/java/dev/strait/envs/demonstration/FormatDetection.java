package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.Npz;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Finds out from what is in a file, never from its name, which layout it has. */
final class FormatDetection {

    private static final int HEAD = 4096;

    private FormatDetection() {}

    static void requireReadable(Path path) {
        require(Files.exists(path), "there is no such file");
        require(Files.isReadable(path), "it may not be read (permission)");
        require(
                Files.isRegularFile(path) || Files.isDirectory(path),
                "it is neither a file nor a folder");
    }

    static DemonstrationFormat of(Path path) throws IOException {
        require(!Files.isDirectory(path), "folders are not known");
        byte[] head = head(path);
        require(head.length > 0, "the file is empty");
        if (startsWith(head, "PK")) {
            return ofNpz(path);
        }
        throw new IllegalArgumentException("its content is of no known format");
    }

    private static DemonstrationFormat ofNpz(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            Set<String> names = npz.names();
            if (names.contains("indices") && names.contains("acts")) {
                return DemonstrationFormat.IMITATION_NPZ;
            }
            if (names.contains("episode_lengths")) {
                return DemonstrationFormat.EPISODES_NPZ;
            }
            if (names.contains("acs")) {
                return DemonstrationFormat.BASELINES_NPZ;
            }
            if (names.contains("episode_starts")) {
                return DemonstrationFormat.SB2_NPZ;
            }
            if (names.contains("dones")) {
                return DemonstrationFormat.ILPYT_NPZ;
            }
            throw new IllegalArgumentException(
                    "an npz with the members " + names + " is of no known layout");
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || head[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
