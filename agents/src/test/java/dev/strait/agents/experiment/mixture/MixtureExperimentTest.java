package dev.strait.agents.experiment.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MixtureExperimentTest {

    @EachDevice
    void shouldPlayEveryRecipeOnEitherSetAndTellAsItGoes(Device device) {
        List<GanRecipes> recipes = List.of(GanRecipes.GAN, GanRecipes.VGAN_GP);
        List<String> told = new ArrayList<>();
        MixtureExperiment.Result result =
                new MixtureExperiment(recipes, OptionalLong.of(20))
                        .run(new Seeds(1), device, row -> told.add(row.line()));

        assertEquals(4, result.rows().size());
        assertEquals(4, told.size());
        assertTrue(told.get(3).startsWith("vgan-gp, grid: "), told.get(3));
        for (MixtureExperiment.Row row : result.rows()) {
            assertEquals(20, row.steps());
            assertTrue(row.highQuality() >= 0 && row.highQuality() <= 1, row::line);
            assertTrue(row.modesCovered() <= row.data().modes(), row::line);
            // Samples lie x, y, x, y, …: the second x comes after the first y.
            assertNotEquals(row.x()[1], row.y()[0], row.line());
            assertNotEquals(row.x()[0], row.y()[0], row.line());
        }
        assertEquals(List.of(), result.checks(), "a run cut short promises nothing");
    }

    @Test
    void shouldHoldVganGpAndR3ganToAllModesAtFullLength() {
        MixtureExperiment full =
                new MixtureExperiment(
                        List.of(GanRecipes.GAN, GanRecipes.R3GAN), OptionalLong.empty());
        List<MixtureExperiment.Row> rows =
                List.of(
                        row(GanRecipes.GAN, MixtureExperiment.Data.RING, 3),
                        row(GanRecipes.R3GAN, MixtureExperiment.Data.GRID, 24));
        MixtureExperiment.Result result = new MixtureExperiment.Result(full, rows);

        assertEquals(2, result.checks().size());
        assertTrue(!result.checks().get(0).holds(), "24 modes of 25 are not all");
        assertTrue(result.checks().get(1).holds());
    }

    private static MixtureExperiment.Row row(
            GanRecipes recipe, MixtureExperiment.Data data, int modes) {
        return new MixtureExperiment.Row(
                recipe, data, modes, 0.95, new double[0], new double[0], 10, 1);
    }

    @Test
    void shouldRefuseNoRecipesAndNoSteps() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MixtureExperiment(List.of(), OptionalLong.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MixtureExperiment(List.of(GanRecipes.GAN), OptionalLong.of(0)));
    }
}
