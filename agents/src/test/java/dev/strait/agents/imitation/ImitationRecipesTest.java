package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.Bottleneck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImitationRecipesTest {

    private static final Bottleneck NARROW = Bottleneck.Variational.of(4, 0.5);

    /** The table of methods, written down a second time. */
    @ParameterizedTest
    @CsvSource({
        "GAIL, false, false",
        "AIRL, true, false",
        "VAIL, false, true",
        "VAIRL, true, true"
    })
    void shouldChooseLogitAndBottleneckAsItsPaper(
            ImitationRecipes recipe, boolean shaped, boolean narrowed) {
        DiscriminatorSettings settings = recipe.of(DiscriminatorSettings.GAIL, NARROW);
        assertEquals(
                shaped ? new LogitForm.Shaped(false) : new LogitForm.Plain(), settings.logit());
        assertEquals(narrowed ? NARROW : new Bottleneck.None(), settings.bottleneck());
        assertTrue(recipe.adversarial());
        assertTrue(settings.needsActions());
        assertEquals(shaped, settings.needsSuccessors());
    }

    @Test
    void shouldPlayNoGameInCloning() {
        assertFalse(ImitationRecipes.BC.adversarial());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveTheWorldsOwnChoicesAlone(ImitationRecipes recipe) {
        DiscriminatorSettings world =
                DiscriminatorSettings.GAIL.reward(RewardForm.HURRY).input(DiscriminatorInput.STATE);
        DiscriminatorSettings settings = recipe.of(world, NARROW);
        assertSame(RewardForm.HURRY, settings.reward());
        assertSame(DiscriminatorInput.STATE, settings.input());
        assertSame(world.objective(), settings.objective());
        assertSame(world.regulariser(), settings.regulariser());
    }

    @Test
    void shouldBeFoundByNameWhateverItsCase() {
        assertSame(ImitationRecipes.VAIRL, ImitationRecipes.named("vairl"));
    }

    @Test
    void shouldNameAllMethodsWhereNoneIsMeant() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ImitationRecipes.named("gailx"));
        assertTrue(
                refused.getMessage().contains("'gailx'")
                        && refused.getMessage().contains("[BC, GAIL, AIRL, VAIL, VAIRL]"),
                refused.getMessage());
    }
}
