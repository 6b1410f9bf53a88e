package dev.strait.core.gradient;

import java.util.function.Supplier;

/**
 * A promise about what is computed inside: nobody will differentiate its gradients again. Dense
 * layers may then use faster products, see {@code InnerProduct}. A gradient penalty breaks the
 * promise, and the engine says so: "derivative for aten::mkldnn_linear_backward is not
 * implemented".
 */
public final class OnceDifferentiable {

    private static final ThreadLocal<Boolean> PROMISED = ThreadLocal.withInitial(() -> false);

    private OnceDifferentiable() {}

    /** Computes under the promise, and puts back what was. */
    public static <T> T in(Supplier<T> computation) {
        boolean before = PROMISED.get();
        PROMISED.set(true);
        try {
            return computation.get();
        } finally {
            PROMISED.set(before);
        }
    }

    static boolean promised() {
        return PROMISED.get();
    }
}
