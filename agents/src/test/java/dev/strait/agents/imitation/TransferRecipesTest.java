package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.objective.Regulariser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferRecipesTest {

    private static final TransferSettings MAZE = TransferPresets.of("CMaze-v0");

    private static DiscriminatorSettings of(TransferRecipes recipe) {
        return MAZE.imitation(recipe, 1000).discriminator();
    }

    @ParameterizedTest
    @CsvSource({
        "gail, false, false, false",
        "vail, false, true, false",
        "airl, true, false, false",
        "vairl, true, true, false",
        "airl-gp, true, false, true",
        "vairl-gp, true, true, true"
    })
    void shouldBeARowOfThePaper(String id, boolean shaped, boolean narrow, boolean penalty) {
        DiscriminatorSettings chosen = of(TransferRecipes.named(id));
        LogitForm logit = shaped ? new LogitForm.Shaped(true) : new LogitForm.Plain();
        assertEquals(logit, chosen.logit());
        assertEquals(shaped ? RewardForm.LOGIT : RewardForm.SURVIVAL, chosen.reward());
        assertEquals(narrow, chosen.bottleneck() instanceof Bottleneck.Variational);
        assertEquals(penalty, chosen.regulariser() instanceof Regulariser.R1);
        assertEquals(!penalty, chosen.regulariser() instanceof Regulariser.None);
    }

    /** What is carried away sees the state alone with AIRL's logit, state and action without. */
    @Test
    void shouldCarryAwayARewardOfTheStateAlone() {
        assertEquals(DiscriminatorInput.STATE, of(TransferRecipes.AIRL).lastingInput());
        assertEquals(DiscriminatorInput.STATE_ACTION, of(TransferRecipes.GAIL).lastingInput());
    }

    /** The same limit in both mazes, by a rule that gets there within a run. */
    @Test
    void shouldHoldBothMazesAtHalfANat() {
        for (String maze : List.of("CMaze-v0", "SMaze-v0")) {
            Bottleneck.Variational narrow =
                    (Bottleneck.Variational) TransferPresets.of(maze).bottleneck();
            assertEquals(0.5, narrow.informationLimit());
            assertEquals(new DualAscent.PaperRule(5e-3), narrow.dualAscent());
        }
    }

    /** In metres in both mazes, and in the tall one from the mean. */
    @Test
    void shouldSeePlacesInMetres() {
        DiscriminatorSettings tall = TransferPresets.of("SMaze-v0").discriminator();
        assertTrue(tall.normalises() && !tall.scaleInputs());
        assertFalse(MAZE.discriminator().normalises());
    }

    /** In the C-maze new policies have to find the way round, in the S-maze to hold still. */
    @Test
    void shouldRoamInTheCMazeAndSettleInTheSMaze() {
        TransferSettings tall = TransferPresets.of("SMaze-v0");
        assertTrue(MAZE.retraining().ppo().entropyWeight() > 0);
        assertEquals(0, tall.retraining().ppo().entropyWeight());
        assertTrue(tall.retraining().ppo().discount() > MAZE.retraining().ppo().discount());
        double broad = MAZE.retraining().policy().initialLogStd();
        assertTrue(broad > tall.retraining().policy().initialLogStd());
        assertEquals(2, MAZE.attempts());
        assertEquals(2, tall.attempts());
    }

    @Test
    void shouldRefuseToAttemptNothing() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new TransferSettings(
                                        MAZE.expert(),
                                        MAZE.policy(),
                                        MAZE.ppo(),
                                        MAZE.discriminator(),
                                        MAZE.bottleneck(),
                                        MAZE.penalty(),
                                        MAZE.evaluateEvery(),
                                        MAZE.retraining(),
                                        0));
        assertTrue(refused.getMessage().contains("attempts must be at least 1, but was 0"));
    }

    @Test
    void shouldNameAllWhereOneIsUnknown() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class, () -> TransferRecipes.named("vairl-gb"));
        assertTrue(refused.getMessage().contains("vairl-gp"), refused.getMessage());
        assertEquals(
                List.of("gail", "vail", "airl", "vairl", "airl-gp", "vairl-gp"),
                TransferRecipes.ids());
    }
}
