package dev.strait.demos.image;

import java.nio.file.Path;

/** Where a test keeps the classifiers that it trains to measure by: never in the user's cache. */
public final class KeptExtractors {

    private KeptExtractors() {}

    /** Below this folder. */
    public static void in(Path folder) {
        System.setProperty(Extractors.FOLDER, folder.resolve("extractors").toString());
    }

    /** Where they usually are. */
    public static void asUsual() {
        System.clearProperty(Extractors.FOLDER);
    }
}
