package dev.strait.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class TensorEngineTest {

    @Test
    void shouldCallADeviceByTheNameThatItAnswersTo() {
        assertEquals("cpu", TensorEngine.name(Device.cpu()));
        assertEquals("gpu:1", TensorEngine.name(Device.gpu(1)));
        assertEquals(Device.cpu(), TensorEngine.device(TensorEngine.name(Device.cpu())));
    }

    @Test
    void shouldRefuseADeviceThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> TensorEngine.device("tpu"));
        assertThrows(IllegalArgumentException.class, () -> TensorEngine.device("gpu:999"));
    }
}
