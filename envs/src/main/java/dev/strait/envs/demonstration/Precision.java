package dev.strait.envs.demonstration;

import java.util.List;
import java.util.function.Function;

/** Whether numbers can be written in single precision without loss. */
final class Precision {

    private Precision() {}

    static boolean isSingle(List<Episode> episodes, Function<Episode, double[]> part) {
        for (Episode episode : episodes) {
            for (double value : part.apply(episode)) {
                if ((float) value != value) {
                    return false;
                }
            }
        }
        return true;
    }
}
