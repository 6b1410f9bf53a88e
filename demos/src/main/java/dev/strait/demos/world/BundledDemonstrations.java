package dev.strait.demos.world;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The demonstrations that come with Strait: {@code demos/data/ID.npz}, one file a world. */
public final class BundledDemonstrations {

    private BundledDemonstrations() {}

    /**
     * The file of a world, found from where the program itself lies.
     *
     * @param environment its id
     * @throws IllegalArgumentException if there is none
     */
    public static Path of(String environment) {
        return in(folder(), environment);
    }

    /** As {@link #of}, in this folder. */
    static Path in(Path folder, String environment) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "Strait's own demonstrations should lie in "
                            + folder
                            + ", which is not there; name a file with --demonstrations");
        }
        // Ids may have a namespace, such as strait/.
        Path file = folder.resolve(environment.replace('/', '-') + ".npz");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "no demonstrations of "
                            + environment
                            + " come with Strait; name a file with --demonstrations");
        }
        return file;
    }

    /** {@code demos/data} beside {@code demos/target}, which holds the jar or its classes. */
    private static Path folder() {
        CodeSource source = BundledDemonstrations.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).getParent().resolveSibling("data");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path leads to " + source.getLocation(), e);
        }
    }
}
