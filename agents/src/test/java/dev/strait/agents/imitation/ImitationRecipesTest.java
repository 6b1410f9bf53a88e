package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImitationRecipesTest {

    private static final Bottleneck NARROW = Bottleneck.Variational.of(4, 0.5);

    private static DiscriminatorSettings of(ImitationRecipes recipe) {
        return recipe.of(DiscriminatorSettings.GAIL, NARROW);
    }

    /** The table of methods, written down a second time. */
    @ParameterizedTest
    @CsvSource({
        "GAIL, false, false",
        "AIRL, true, false",
        "VAIL, false, true",
        "VAIRL, true, true",
        "GAIL_NOISE, false, false",
        "GAIL_GP, false, false",
        "AIRL_GP, true, false",
        "VAIL_GP, false, true",
        "VAIL_ONE_CENTRED, false, true",
        "VAIRL_GP, true, true",
        "AMP, false, false",
        "AMP_LOGISTIC, false, false",
        "GAIL_COMBINED, false, false",
        "VAIL_RELATIVISTIC, false, true",
        "ADD, false, false",
        "VAIL_DIFFERENCE, false, true",
    })
    void shouldChooseLogitAndBottleneckAsItsPaper(
            ImitationRecipes recipe, boolean shaped, boolean narrowed) {
        DiscriminatorSettings settings = of(recipe);
        assertEquals(
                shaped ? new LogitForm.Shaped(false) : new LogitForm.Plain(), settings.logit());
        assertEquals(narrowed ? NARROW : new Bottleneck.None(), settings.bottleneck());
        assertTrue(recipe.adversarial());
        boolean transitions = settings.input() == DiscriminatorInput.TRANSITION;
        assertEquals(!transitions, settings.needsActions());
        assertEquals(shaped || transitions, settings.needsSuccessors());
    }

    /** What each row does to GAIL, bottleneck and logit apart, written down a second time. */
    private static Map<ImitationRecipes, UnaryOperator<DiscriminatorSettings>> rows() {
        Regulariser paper = new Regulariser.R1(5);
        Map<ImitationRecipes, UnaryOperator<DiscriminatorSettings>> rows =
                new EnumMap<>(ImitationRecipes.class);
        for (ImitationRecipes plain :
                List.of(
                        ImitationRecipes.BC,
                        ImitationRecipes.GAIL,
                        ImitationRecipes.AIRL,
                        ImitationRecipes.VAIL,
                        ImitationRecipes.VAIRL)) {
            rows.put(plain, own -> own);
        }
        rows.put(
                ImitationRecipes.GAIL_NOISE,
                own -> own.regulariser(new Regulariser.InstanceNoise(0.5)));
        for (ImitationRecipes flat :
                List.of(
                        ImitationRecipes.GAIL_GP,
                        ImitationRecipes.AIRL_GP,
                        ImitationRecipes.VAIL_GP,
                        ImitationRecipes.VAIRL_GP)) {
            rows.put(flat, own -> own.regulariser(paper));
        }
        rows.put(
                ImitationRecipes.AMP,
                own ->
                        own.input(DiscriminatorInput.TRANSITION)
                                .objective(new Objective.LeastSquares(-1, 1, 1))
                                .reward(RewardForm.LEAST_SQUARES)
                                .replayRounds(8)
                                .regulariser(
                                        Regulariser.All.of(
                                                new Regulariser.R1(10),
                                                new Regulariser.LogitDecay(0.05),
                                                new Regulariser.WeightDecay(5e-4))));
        rows.put(
                ImitationRecipes.AMP_LOGISTIC,
                own ->
                        own.input(DiscriminatorInput.TRANSITION)
                                .replayRounds(8)
                                .regulariser(
                                        Regulariser.All.of(
                                                new Regulariser.R1(5),
                                                new Regulariser.R2(5),
                                                new Regulariser.LogitDecay(0.02),
                                                new Regulariser.WeightDecay(2e-4))));
        rows.put(
                ImitationRecipes.GAIL_COMBINED,
                own ->
                        own.regulariser(
                                Regulariser.All.of(
                                        new Regulariser.SpectralNorm(),
                                        new Regulariser.Dropout(0.5),
                                        new Regulariser.R1(0.3))));
        rows.put(
                ImitationRecipes.VAIL_RELATIVISTIC,
                own -> own.objective(new Objective.RelativisticPaired()));
        Regulariser slope = new Regulariser.OneCentred(1);
        rows.put(ImitationRecipes.VAIL_ONE_CENTRED, own -> own.regulariser(slope));
        UnaryOperator<DiscriminatorSettings> differential =
                own ->
                        own.input(DiscriminatorInput.TRANSITION)
                                .view(new StateView.Difference())
                                .regulariser(slope);
        rows.put(ImitationRecipes.ADD, differential);
        rows.put(ImitationRecipes.VAIL_DIFFERENCE, differential);
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void shouldChooseWhatItsRowSays(ImitationRecipes recipe) {
        DiscriminatorSettings row = rows().get(recipe).apply(DiscriminatorSettings.GAIL);
        DiscriminatorSettings settings = of(recipe);
        assertEquals(row, settings.logit(row.logit()).bottleneck(row.bottleneck()));
    }

    @Test
    void shouldKeepALongerReplayThanItsOwn() {
        DiscriminatorSettings world = DiscriminatorSettings.GAIL.replayRounds(20);
        assertEquals(20, ImitationRecipes.AMP.of(world, NARROW).replayRounds());
    }

    @Test
    void shouldPlayNoGameInCloning() {
        assertFalse(ImitationRecipes.BC.adversarial());
    }

    @ParameterizedTest
    @EnumSource(names = {"BC", "GAIL", "AIRL", "VAIL", "VAIRL"})
    void shouldLeaveTheWorldsOwnChoicesAlone(ImitationRecipes recipe) {
        DiscriminatorSettings world =
                DiscriminatorSettings.GAIL.reward(RewardForm.HURRY).input(DiscriminatorInput.STATE);
        DiscriminatorSettings settings = recipe.of(world, NARROW);
        assertSame(RewardForm.HURRY, settings.reward());
        assertSame(DiscriminatorInput.STATE, settings.input());
        assertSame(world.objective(), settings.objective());
        assertSame(world.regulariser(), settings.regulariser());
    }

    /** All but AMP, whose squares only make sense with its reward. */
    @ParameterizedTest
    @EnumSource(names = "AMP", mode = EnumSource.Mode.EXCLUDE)
    void shouldLeaveTheRewardToTheWorld(ImitationRecipes recipe) {
        DiscriminatorSettings world = DiscriminatorSettings.GAIL.reward(RewardForm.HURRY);
        assertSame(RewardForm.HURRY, recipe.of(world, NARROW).reward());
    }

    @Test
    void shouldBeFoundByNameWhateverItsCase() {
        assertSame(ImitationRecipes.VAIRL, ImitationRecipes.named("vairl"));
        assertSame(ImitationRecipes.VAIL_GP, ImitationRecipes.named("Vail-GP"));
        for (ImitationRecipes recipe : ImitationRecipes.values()) {
            assertSame(recipe, ImitationRecipes.named(recipe.id()));
            assertSame(recipe, ImitationRecipes.named(recipe.name()));
        }
    }

    @Test
    void shouldNameAllMethodsWhereNoneIsMeant() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ImitationRecipes.named("gailx"));
        assertTrue(
                refused.getMessage().contains("'gailx'")
                        && refused.getMessage()
                                .contains("[bc, gail, airl, vail, vairl, gail-noise, "),
                refused.getMessage());
    }
}
