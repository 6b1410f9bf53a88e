package dev.strait.core.tensor;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** Starts the tensor engine: which device, how many threads. */
public final class TensorEngine {

    private static final String NAME = "PyTorch";

    // More than a machine has is slow, but right; libtorch tries for ever to start 100,000.
    private static final int MOST_THREADS = 1024;

    private TensorEngine() {}

    /**
     * Sets the number of threads of one tensor operation. Small networks run fastest on one.
     *
     * @param threads from 1 to 1024
     * @throws IllegalArgumentException where it is anything else
     * @throws IllegalStateException where the engine was started with another number: libtorch
     *     takes it only once
     */
    public static synchronized void threads(int threads) {
        require(
                threads >= 1 && threads <= MOST_THREADS,
                "threads must be in [1, %s], but was %s",
                MOST_THREADS,
                threads);
        String wanted = Integer.toString(threads);
        String started = System.getProperty("ai.djl.pytorch.num_threads");
        if (started != null && !started.equals(wanted) && Started.ENGINE != null) {
            throw new IllegalStateException(
                    "the tensor engine runs on " + started + " threads already, not " + wanted);
        }
        System.setProperty("ai.djl.pytorch.num_threads", wanted);
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    /**
     * Resolves the name of a device.
     *
     * @param name {@code auto} (the first GPU where there is one, else the CPU), {@code cpu}, or
     *     {@code gpu:0}, {@code gpu:1}, …
     * @throws IllegalArgumentException where there is no such device
     */
    public static Device device(String name) {
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        int gpus = Started.ENGINE.getGpuCount();
        if (name.equals("auto")) {
            return gpus > 0 ? Device.gpu(0) : Device.cpu();
        }
        require(
                name.matches("gpu(:\\d{1,3})?"),
                "device must be auto, cpu or gpu:<index>, but was '%s'",
                name);
        int index = name.equals("gpu") ? 0 : Integer.parseInt(name.substring("gpu:".length()));
        require(
                index < gpus,
                "there is no device %s: PyTorch %s sees %s GPUs here (a GPU needs a build with"
                        + " -Pcu118 or -Pcu124 and its driver)",
                name,
                Started.ENGINE.getVersion(),
                gpus);
        return Device.gpu(index);
    }

    /** What {@link #device} calls a device, such as {@code cpu} or {@code gpu:0}. */
    public static String name(Device device) {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }

    /** A new root of tensors on a device; closing it frees all that was made under it. */
    public static NDManager newManager(Device device) {
        return Started.ENGINE.newBaseManager(device);
    }

    /** Version of PyTorch. */
    public static String version() {
        return Started.ENGINE.getVersion();
    }

    static Engine engine() {
        return Started.ENGINE;
    }

    private static final class Started {
        static final Engine ENGINE = start();

        private static Engine start() {
            // Nothing is to be looked up or reported on the network.
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
                threads(1);
            }
            return Engine.getEngine(NAME);
        }
    }
}
