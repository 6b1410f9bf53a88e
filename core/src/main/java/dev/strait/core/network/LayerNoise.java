package dev.strait.core.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.strait.core.tensor.NoiseStream;

/**
 * Noise of one layer. The number of its draws is a buffer of the network, in the host's memory
 * whatever the device: reading it never waits for a GPU.
 */
final class LayerNoise {

    private final NoiseStream stream;
    private final Parameter draws;

    private LayerNoise(NoiseStream stream, Parameter draws) {
        this.stream = stream;
        this.draws = draws;
    }

    static LayerNoise of(String name, NoiseStream stream) {
        Parameter draws =
                Parameter.builder()
                        .setName(name + "_draws")
                        .setType(Parameter.Type.OTHER)
                        .optShape(new Shape(1))
                        .optRequiresGrad(false)
                        .optInitializer(
                                (manager, shape, type) ->
                                        manager.newSubManager(Device.cpu()).create(new long[1]))
                        .build();
        return new LayerNoise(stream, draws);
    }

    Parameter buffer() {
        return draws;
    }

    NDArray normal(NDManager manager, Shape shape) {
        next();
        return stream.normal(manager, shape);
    }

    NDArray uniform(NDManager manager, Shape shape) {
        next();
        return stream.uniform(manager, shape);
    }

    /** The buffer leads: a restored network goes on from what was saved. */
    private void next() {
        NDArray counter = draws.getArray();
        stream.restore(counter.toLongArray()[0]);
        counter.addi(1);
    }
}
