package dev.strait.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorEngineTest {

    @Test
    void shouldCallADeviceByTheNameThatItAnswersTo() {
        assertEquals("cpu", TensorEngine.name(Device.cpu()));
        assertEquals("gpu:1", TensorEngine.name(Device.gpu(1)));
        assertEquals(Device.cpu(), TensorEngine.device(TensorEngine.name(Device.cpu())));
    }

    private static String refusal(String device) {
        return assertThrows(IllegalArgumentException.class, () -> TensorEngine.device(device))
                .getMessage();
    }

    @Test
    void shouldFindTheProcessorAndTheFirstCardWhereThereIsOne() {
        int cards = TensorEngine.engine().getGpuCount();
        assertEquals(Device.cpu(), TensorEngine.device("cpu"));
        assertEquals(cards > 0 ? Device.gpu(0) : Device.cpu(), TensorEngine.device("auto"));
    }

    @Test
    void shouldRefuseACardThatIsNotThereByItsName() {
        int cards = TensorEngine.engine().getGpuCount();
        String refused = refusal("gpu:" + cards);
        assertTrue(refused.startsWith("there is no device gpu:" + cards + ":"), refused);
        assertTrue(refused.contains("sees " + cards + " GPUs"), refused);
        assertTrue(refusal("gpu:999").startsWith("there is no device gpu:999:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "CPU", "cuda", "tpu", "gpu:", "gpu:-1", "gpu:x", "gpu:1234", "cpu:0"})
    void shouldRefuseWhatIsNoNameOfADevice(String name) {
        assertEquals(
                "device must be auto, cpu or gpu:<index>, but was '" + name + "'", refusal(name));
    }

    @Test
    void shouldRefuseAnotherNumberOfThreadsOnceItRuns() {
        TensorEngine.engine();
        int running = Integer.getInteger("ai.djl.pytorch.num_threads");
        TensorEngine.threads(running);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> TensorEngine.threads(running + 1));
        assertEquals(
                "the tensor engine runs on %s threads already, not %s"
                        .formatted(running, running + 1),
                refused.getMessage());
        assertEquals(running, Integer.getInteger("ai.djl.pytorch.num_threads"));
        assertThrows(IllegalArgumentException.class, () -> TensorEngine.threads(0));
        assertThrows(IllegalArgumentException.class, () -> TensorEngine.threads(100_000));
    }
}
