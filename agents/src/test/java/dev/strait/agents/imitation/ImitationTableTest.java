package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's table, asserted: run by {@code mvn verify -Plong}. */
@Tag("long")
class ImitationTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CartPole-v1",
                "Pendulum-v1",
                "Acrobot-v1",
                "MountainCar-v0",
                "MountainCarContinuous-v0"
            })
    void shouldImitateAsWellAsGailBehindTheBottleneck(String world) {
        ImitationTable table = new ImitationTable(world, Path.of("../demos/data"));
        ImitationTable.Cell gail = table.cell(ImitationRecipes.GAIL, 10, 5);
        ImitationTable.Cell vail = table.cell(ImitationRecipes.VAIL, 10, 5);
        System.out.printf("%s GAIL %s%n%s VAIL %s%n", world, gail, world, vail);
        // Spread over seeds is about 0.02 where both are at the expert's level.
        assertTrue(vail.mean() >= gail.mean() - 0.02, () -> "GAIL " + gail + ", VAIL " + vail);
        assertTrue(vail.mean() >= 0.9, () -> "VAIL " + vail);
    }
}
