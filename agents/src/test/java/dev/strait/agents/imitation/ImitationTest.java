package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImitationTest {

    private static final EnvironmentSpec CART_POLE = SmallTrainings.CART_POLE;

    private static PolicyTraining training(
            ImitationRecipes recipe, Demonstrations demonstrations, boolean warmStart, int every) {
        CloningSettings cloning = new CloningSettings(15, 64, 3e-3, 0, 0.3, 15, -2);
        return training(CART_POLE, recipe, demonstrations, cloning, warmStart, every);
    }

    private static PolicyTraining training(
            EnvironmentSpec spec,
            ImitationRecipes recipe,
            Demonstrations demonstrations,
            CloningSettings cloning,
            boolean warmStart,
            int every) {
        ImitationSettings settings =
                new ImitationSettings(
                        SmallTrainings.policySettings(),
                        SmallTrainings.ppoSettings(),
                        recipe.of(
                                SmallTrainings.discriminator(new Regulariser.None()),
                                SmallTrainings.NARROW),
                        cloning,
                        warmStart,
                        1_000,
                        5);
        return new Imitation(spec, settings, Device.cpu(), 1, new Seeds(1))
                .training(recipe, demonstrations, every);
    }

    private static Demonstrations demonstrations(int episodes) {
        return SmallTrainings.demonstrations(CART_POLE, episodes);
    }

    private static Demonstrations withoutActions(Demonstrations full) {
        List<Episode> episodes =
                full.episodes().stream()
                        .map(
                                e ->
                                        new Episode(
                                                e.length(),
                                                e.observations(),
                                                null,
                                                e.rewards(),
                                                e.terminated(),
                                                e.truncated()))
                        .toList();
        return new Demonstrations(
                full.format(), full.environmentId(), full.observationSize(), 0, false, episodes);
    }

    /** But for those whose worlds follow a clip: {@link DifferenceTest}. */
    @ParameterizedTest
    @EnumSource(
            names = {"ADD", "VAIL_DIFFERENCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldReportTheFiguresOfItsMethod(ImitationRecipes recipe) {
        try (PolicyTraining training = training(recipe, demonstrations(2), false, 1)) {
            RoundReport report = training.round();
            boolean game = recipe.adversarial();
            assertEquals(game, report.figures().containsKey("discriminator/loss"));
            boolean pairs = recipe == ImitationRecipes.VAIL_RELATIVISTIC;
            assertEquals(game && !pairs, report.figures().containsKey("discriminator/accuracy"));
            assertEquals(game, report.figures().containsKey("ppo/kl"));
            assertEquals(!game, report.figures().containsKey("bc/held_out_loss"));
            assertEquals(game ? 128 : 0, report.samples());
            if (game) {
                boolean narrowed = recipe.name().startsWith("VAI");
                double limit = report.figures().get("bottleneck/limit");
                assertEquals(narrowed ? 0.3 : Double.POSITIVE_INFINITY, limit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AMP.*", "ADD", "VAIL_DIFFERENCE"},
            mode = EnumSource.Mode.MATCH_NONE)
    void shouldSayThatActionsAreMissing(ImitationRecipes recipe) {
        Demonstrations states = withoutActions(demonstrations(1));
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class, () -> training(recipe, states, false, 1));
        assertTrue(refused.getMessage().contains("action"), refused.getMessage());
    }

    /** Motion clips have no actions. */
    @ParameterizedTest
    @EnumSource(names = "AMP.*", mode = EnumSource.Mode.MATCH_ALL)
    void shouldDoWithoutActionsWhereItSeesTransitions(ImitationRecipes recipe) {
        Demonstrations states = withoutActions(demonstrations(1));
        try (PolicyTraining training = training(recipe, states, false, 1)) {
            assertTrue(Double.isFinite(training.round().figures().get("rollout/reward")));
        }
    }

    @Test
    void shouldRefuseTheDemonstrationsOfAnotherWorldWithBothSizes() {
        Demonstrations other = SmallTrainings.demonstrations(SmallTrainings.PENDULUM, 1);
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> training(ImitationRecipes.GAIL, other, false, 1));
        assertTrue(
                refused.getMessage().contains("3") && refused.getMessage().contains("4"),
                refused.getMessage());
    }

    @Test
    void shouldBeginWithAClonedPolicyWhereAskedTo() {
        Demonstrations demonstrations = demonstrations(3);
        try (PolicyTraining cold = training(ImitationRecipes.GAIL, demonstrations, false, 1);
                PolicyTraining warm = training(ImitationRecipes.GAIL, demonstrations, true, 1)) {
            assertTrue(agreement(warm.policy(), demonstrations) > 0.9);
            assertTrue(agreement(cold.policy(), demonstrations) < 0.9);
            warm.round();
            assertTrue(warm.round().figures().get("rollout/reward") > 0);
        }
    }

    @Test
    void shouldKeepTheScaleThatItClonedAt() {
        try (PolicyTraining warm = training(ImitationRecipes.GAIL, demonstrations(3), true, 1)) {
            double[] cloned = warm.policy().normaliser().save();
            warm.round();
            assertArrayEquals(cloned, warm.policy().normaliser().save());
        }
    }

    /** Entropy ½ ln(2πe) + ln σ of one coordinate. */
    @Test
    void shouldExploreAgainAfterAWarmStart() {
        CloningSettings cloning = new CloningSettings(1, 64, 3e-3, 0, 0, 1, 0.5);
        Demonstrations pendulum = SmallTrainings.demonstrations(SmallTrainings.PENDULUM, 1);
        try (PolicyTraining warm =
                training(
                        SmallTrainings.PENDULUM,
                        ImitationRecipes.GAIL,
                        pendulum,
                        cloning,
                        true,
                        1)) {
            double entropy = warm.round().figures().get("ppo/entropy");
            assertEquals(0.5 * Math.log(2 * Math.PI * Math.E) + 0.5, entropy, 1e-5);
        }
    }

    /** Share of the expert's choices that a policy would take too. */
    private static double agreement(Policy policy, Demonstrations demonstrations) {
        Episode episode = demonstrations.episodes().get(0);
        float[] seen = new float[episode.observations().length];
        double[] choices = new double[episode.length() + 1];
        policy.see(episode.observations(), seen);
        policy.mode(seen, choices);
        int equal = 0;
        for (int t = 0; t < episode.length(); t++) {
            equal += choices[t] == episode.actions()[t] ? 1 : 0;
        }
        return equal / (double) episode.length();
    }

    @Test
    void shouldThinTheDemonstrationsWhereAskedTo() {
        try (PolicyTraining all = training(ImitationRecipes.BC, demonstrations(1), false, 1);
                PolicyTraining thin = training(ImitationRecipes.BC, demonstrations(1), false, 50)) {
            assertNotEquals(all.round().figures(), thin.round().figures());
        }
    }
}
