package dev.strait.core.gradient;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** Whether operations of this thread record a graph. The engine starts with recording off. */
public final class GradientMode {

    private GradientMode() {}

    /** Runs with recording on, and puts back what was. */
    public static <T> T recording(Supplier<T> computation) {
        return in(true, computation);
    }

    /** Runs with recording off, and puts back what was. */
    public static <T> T paused(Supplier<T> computation) {
        return in(false, computation);
    }

    private static <T> T in(boolean mode, Supplier<T> computation) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(mode);
        try {
            return computation.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
