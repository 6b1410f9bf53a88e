package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.mimic.MotionImitation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clip without actions, a discriminator that sees features of transitions. */
class MotionImitationTest {

    private static final EnvironmentSpec BIPED = Environments.spec("PlanarBiped-v0");

    private static PolicyTraining training(EnvironmentSpec spec, ImitationRecipes recipe) {
        Demonstrations clip = ((MotionImitation) spec.factory().get()).demonstrations();
        ImitationSettings preset = ImitationPresets.of(recipe, spec.id());
        return new Imitation(spec, preset, Device.cpu(), 1, new Seeds(100))
                .training(recipe, clip, 1);
    }

    @Test
    void shouldTellTheClipFromANewPolicy() {
        try (PolicyTraining training = training(BIPED, ImitationRecipes.VAIL)) {
            RoundReport report = null;
            for (int i = 0; i < 2; i++) {
                report = training.round();
            }
            assertEquals(2 * 4096, report.samples());
            double accuracy = report.figures().get("discriminator/accuracy");
            assertTrue(accuracy > 0.6, () -> "accuracy " + accuracy);
        }
    }

    @Test
    void shouldGoOnFromASavedState() {
        try (PolicyTraining one = training(BIPED, ImitationRecipes.VAIL);
                PolicyTraining other = training(BIPED, ImitationRecipes.VAIL)) {
            one.round();
            TrainingState state = new TrainingState();
            one.save(state);
            other.restore(state);

            assertEquals(one.round().figures(), other.round().figures());
        }
    }

    @Test
    void shouldImitateWithTheHumanoidToo() {
        EnvironmentSpec humanoid = Environments.spec("Humanoid3D-v0");
        try (PolicyTraining training = training(humanoid, ImitationRecipes.VAIL)) {
            RoundReport report = training.round();
            assertTrue(Double.isFinite(report.figures().get("rollout/reward")));
        }
    }

    /** The clip of the id is the one that is imitated; the preset is that of the kind. */
    @Test
    void shouldTakeThePresetOfTheKind() {
        ImitationSettings own = ImitationPresets.of(ImitationRecipes.GAIL, "PlanarBiped-v0");
        ImitationSettings other = ImitationPresets.of(ImitationRecipes.GAIL, "PlanarBiped-v0:run");

        assertEquals(own, other);
        assertEquals(DiscriminatorInput.TRANSITION, own.discriminator().input());
    }

    /** Random actions last 30 steps; after 3 minutes of VAIL most walk to the end of an episode. */
    @Test
    @Tag("long")
    void shouldWalkLikeTheClip() {
        try (PolicyTraining training = training(BIPED, ImitationRecipes.VAIL)) {
            while (training.environmentSteps() < 1_000_000) {
                training.round();
            }
            Evaluation walk = Evaluation.of(training.policy(), BIPED, 20, 5);
            assertTrue(walk.mean() > 100, () -> "return " + walk.mean());
        }
    }
}
