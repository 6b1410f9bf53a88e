package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.TensorEngine;

class ActivationTest {

    @EachDevice
    void shouldAgreeBetweenTensorsAndPlainJava(Device device) {
        float[] inputs = {-30, -2, -0.5f, 0, 0.5f, 2, 30};
        try (NDManager manager = TensorEngine.newManager(device)) {
            for (Activation activation : Activation.values()) {
                float[] outputs = activation.apply(manager.create(inputs)).toFloatArray();
                for (int i = 0; i < inputs.length; i++) {
                    assertEquals(activation.apply(inputs[i]), outputs[i], 1e-6, activation.name());
                }
            }
        }
    }
}
