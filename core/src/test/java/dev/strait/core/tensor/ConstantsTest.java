package dev.strait.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    @EachDevice
    void shouldComputeInTheTypeOfTheArray(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray values = manager.create(new float[] {1, -2});
            assertArrayEquals(new float[] {-0.5f, 1}, Constants.times(values, -0.5).toFloatArray());
            assertArrayEquals(new float[] {1, -1}, Constants.atLeast(values, -1).toFloatArray());
            assertArrayEquals(new float[] {-1, -2}, Constants.atMost(values, -1).toFloatArray());
            assertEquals(DataType.FLOAT32, Constants.times(values.mean(), 2).getDataType());
            int before = manager.getManagedArrays().size();
            Constants.times(values, 3).close();
            assertEquals(before, manager.getManagedArrays().size());
        }
    }

    @EachDevice
    void shouldKeepTheGradientWhenTheCollectorRunsBeforeTheBackwardPass(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            assertEquals(0.5f, gradient(manager, x -> Constants.times(x, 0.5)));
            assertEquals(1, gradient(manager, x -> Constants.atLeast(x, -0.5)));
            assertEquals(1, gradient(manager, x -> Constants.atMost(x, 1.5)));
        }
    }

    private static float gradient(NDManager manager, UnaryOperator<NDArray> function) {
        NDArray x = manager.create(new float[] {1, 2, 3});
        x.setRequiresGradient(true);
        return GradientMode.recording(
                        () -> {
                            NDArray y = function.apply(x).sum();
                            collectAndOverwrite();
                            return InputGradient.of(y, x);
                        })
                .toFloatArray()[0];
    }

    /** Fills the heap until garbage is collected, then the freed memory with other numbers. */
    private static void collectAndOverwrite() {
        WeakReference<Object> canary = new WeakReference<>(new Object());
        long filled = 0;
        while (canary.get() != null) {
            filled += new byte[1 << 20].length;
            assertTrue(filled < 1L << 34, "the collector did not run");
        }
        List<ByteBuffer> others = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            others.add(ByteBuffer.allocateDirect(4).putInt(0, -1));
        }
        assertEquals(1000, others.size());
    }

    /** Only the optimisers may, which run with recording off. */
    @Test
    void shouldBeUsedInPlaceOfNumbersThatTheCollectorFrees() {
        Set<String> unsafe = Set.of("mul", "div", "pow", "maximum", "minimum");
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.strait.core");
        List<String> found = new ArrayList<>();
        classes.stream()
                .filter(type -> !type.getPackageName().equals("dev.strait.core.gradient"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> unsafe.contains(call.getName()) && takesNumber(call))
                .forEach(call -> found.add(call.getDescription()));
        assertEquals(List.of(), found);
    }

    private static boolean takesNumber(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(NDArray.class)
                && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(Number.class);
    }
}
