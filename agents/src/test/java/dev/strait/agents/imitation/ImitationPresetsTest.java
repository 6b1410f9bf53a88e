package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImitationPresetsTest {

    private static DiscriminatorSettings of(ImitationRecipes recipe, String world) {
        return ImitationPresets.of(recipe, world).discriminator();
    }

    /** The world's weak penalty in the plain rows, the paper's in those that name it. */
    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, 4",
        "Pendulum-v1, 1",
        "Acrobot-v1, 0.1",
        "MountainCar-v0, 0.001",
        "MountainCarContinuous-v0, 0.1",
        "unknown-v0, 0.1",
    })
    void shouldKeepTheWorldsPenaltyWhereTheRowNamesNone(String world, double weight) {
        for (ImitationRecipes plain :
                List.of(
                        ImitationRecipes.GAIL,
                        ImitationRecipes.AIRL,
                        ImitationRecipes.VAIL,
                        ImitationRecipes.VAIRL)) {
            assertEquals(new Regulariser.R1(weight), of(plain, world).regulariser());
        }
        for (ImitationRecipes flat :
                List.of(
                        ImitationRecipes.GAIL_GP,
                        ImitationRecipes.AIRL_GP,
                        ImitationRecipes.VAIL_GP,
                        ImitationRecipes.VAIRL_GP)) {
            assertEquals(new Regulariser.R1(5), of(flat, world).regulariser());
        }
        assertTrue(weight < 5, "the paper's is the larger one everywhere");
    }

    @ParameterizedTest
    @CsvSource({
        "VAIL, 64",
        "VAIL_RELATIVISTIC, 64",
        "VAIL_GP, 16",
        "VAIL_ONE_CENTRED, 16",
        "VAIL_DIFFERENCE, 16",
    })
    void shouldWidenTheCodeWhereNoPenaltyHoldsTheDiscriminator(
            ImitationRecipes recipe, int numbers) {
        Bottleneck narrow = of(recipe, "PlanarBiped-v0").bottleneck();
        assertEquals(numbers, ((Bottleneck.Variational) narrow).latentSize());
    }

    /**
     * Rows differ in the discriminator alone: what is compared has one policy and one budget. In
     * Pendulum-v1 those with AIRL's logit have rounds of their own.
     */
    @ParameterizedTest
    @CsvSource({"CartPole-v1", "Pendulum-v1", "MountainCar-v0"})
    void shouldGiveEveryRowTheSamePolicyAndBudget(String world) {
        ImitationSettings gail = ImitationPresets.of(ImitationRecipes.GAIL, world);
        for (ImitationRecipes recipe : ImitationRecipes.values()) {
            ImitationSettings settings = ImitationPresets.of(recipe, world);
            if (!(world.equals("Pendulum-v1") && recipe.shaped())) {
                assertEquals(gail.ppo(), settings.ppo());
            }
            assertEquals(gail.policy(), settings.policy());
            assertEquals(gail.steps(), settings.steps());
            assertEquals(gail.warmStart(), settings.warmStart());
        }
    }
}
