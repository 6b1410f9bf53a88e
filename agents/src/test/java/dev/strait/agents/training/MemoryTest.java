package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.core.objective.Regulariser;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing tensor-shaped outlives its round. */
class MemoryTest {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 200;
    private static final long MEGABYTE = 1 << 20;

    /** Everything that hangs on a manager, however deep. */
    private static int resources(Object manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        int sum = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            sum += resource instanceof BaseNDManager ? resources(resource) : 1;
        }
        return sum;
    }

    private static PolicyTraining training(ImitationRecipes recipe) {
        Regulariser all =
                Regulariser.All.of(
                        new Regulariser.SpectralNorm(),
                        new Regulariser.R1(1),
                        new Regulariser.InstanceNoise(0.1));
        return SmallTrainings.imitation(SmallTrainings.PENDULUM, recipe, all, Device.cpu(), 1);
    }

    /** But for those whose worlds follow a clip: to the engine they are GAIL on other numbers. */
    @ParameterizedTest
    @EnumSource(
            names = {"ADD", "VAIL_DIFFERENCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldLeaveNoTensorBehindAfterARound(ImitationRecipes recipe)
            throws ReflectiveOperationException {
        try (PolicyTraining training = training(recipe)) {
            training.round();
            int before = resources(training.policy().manager());
            for (int i = 0; i < 5; i++) {
                training.round();
                training.save(new TrainingState());
            }
            assertEquals(before, resources(training.policy().manager()));
        }
    }

    @Test
    void shouldStayTheSameSizeOverTwoHundredRounds() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/statm")), "no /proc: resident memory not checked");
        try (PolicyTraining training = training(ImitationRecipes.VAIRL)) {
            for (int i = 0; i < WARM_UP; i++) {
                training.round();
            }
            long before = resident();
            for (int i = 0; i < ROUNDS; i++) {
                training.round();
            }
            long grown = (resident() - before) / MEGABYTE;
            // The collector's own heap may still grow to its working size.
            assertTrue(grown < 60, "grew by " + grown + " MB");
        }
    }

    private static long resident() throws IOException {
        String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
        return Long.parseLong(pages[1]) * 4096;
    }
}
