package dev.strait.core.gradient;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.TensorEngine;

/**
 * Numbers of Java on a device. A graphics card gets them through page-locked memory, and the host
 * goes on while they travel: the card's own queue keeps the order.
 */
public final class Upload {

    private static final String COPY =
            """
            def forward(self: __torch__.Ops, x: Tensor, there: Tensor) -> Tensor:
              return torch.to(%s, ops.prim.device(there), 6, True, False, None)
            """;

    private static final TorchScript PINNED =
            new TorchScript(COPY.formatted("torch.pin_memory(x)"));

    /** The same copy where nothing can be page-locked. */
    static final TorchScript PLAIN = new TorchScript(COPY.formatted("x"));

    private Upload() {}

    /**
     * A float32 array with these numbers.
     *
     * @param manager gets the array, and says the device
     */
    public static NDArray floats(NDManager manager, float[] values, Shape shape) {
        return manager.getDevice().isGpu()
                ? through(PINNED, manager, values, shape)
                : manager.create(values, shape);
    }

    static NDArray through(TorchScript copy, NDManager manager, float[] values, Shape shape) {
        try (NDManager host = TensorEngine.newManager(Device.cpu())) {
            NDArray there = manager.create(0f);
            NDArray sent = copy.call(new NDList(host.create(values, shape), there));
            there.close();
            sent.attach(manager);
            return sent;
        }
    }
}
