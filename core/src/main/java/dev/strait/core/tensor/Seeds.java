package dev.strait.core.tensor;

import java.nio.charset.StandardCharsets;

/**
 * The one seed of a run, split into named streams, so that a new consumer of chance does not shift
 * the others.
 *
 * @param seed any number
 */
public record Seeds(long seed) {

    /** The stream of this name; the same name gives the same stream. */
    public SeedStream stream(String name) {
        return new SeedStream(derive(name));
    }

    /** The stream of this name for tensors. */
    public NoiseStream noise(String name) {
        return new NoiseStream(derive(name));
    }

    /** Seeds of a part that has named streams of its own. */
    public Seeds child(String name) {
        return new Seeds(derive(name));
    }

    /** FNV-1a over the name, mixed with the seed. */
    private long derive(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return SeedStream.mix(hash ^ SeedStream.mix(seed));
    }
}
