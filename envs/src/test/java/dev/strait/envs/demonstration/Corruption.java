package dev.strait.envs.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Damages files at random, reproducibly. */
final class Corruption {

    private final SplittableRandom random;

    Corruption(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The files under a path that hold data, in a fixed order; the path itself if it is a file. */
    static List<Path> dataFiles(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** All files under a path. */
    static List<Path> files(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Cuts off the end, or changes one to eight bytes, half of them by a single bit. */
    byte[] damage(byte[] sound) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] damaged = sound.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(sound.length);
            damaged[at] =
                    (byte)
                            switch (random.nextInt(4)) {
                                case 0 -> 0xff;
                                case 1 -> random.nextInt(256);
                                default -> damaged[at] ^ 1 << random.nextInt(8);
                            };
        }
        return damaged;
    }

    /** One of these. */
    Path one(List<Path> files) {
        return files.get(random.nextInt(files.size()));
    }
}
