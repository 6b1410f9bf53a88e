package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.rollout.PolicyLook;
import dev.strait.core.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final PolicyLook.Plan PLAN = new PolicyLook.Plan(4, 2, 5);

    private static PolicyLook look(PolicyTraining training) {
        return new PolicyLook(training, SmallTrainings.CART_POLE, PLAN);
    }

    private static Session session(PolicyTraining training) {
        return new Session(training, look(training));
    }

    private static PolicyTraining training() {
        return SmallTrainings.ppo(SmallTrainings.CART_POLE, Device.cpu(), 1);
    }

    @Test
    void shouldEvaluateEveryFewRoundsAndAtTheEnd() {
        List<Integer> evaluated = new ArrayList<>();
        try (PolicyTraining training = training()) {
            PolicyLook look = look(training);
            Session session = new Session(training, look);
            session.run(
                    progress -> {
                        if (!Double.isNaN(progress.looked().get(PolicyLook.RETURN))) {
                            evaluated.add(progress.round().round());
                        }
                    },
                    () -> false);
            assertEquals(List.of(4, 8, 10), evaluated);
            // Five steps of balance are reached at the first look.
            assertEquals(4 * 128, look.stepsToTarget());
            assertTrue(look.secondsToTarget() <= session.trainSeconds());
        }
    }

    @Test
    void shouldStopWhereItIsTold() {
        try (PolicyTraining training = training()) {
            List<Integer> rounds = new ArrayList<>();
            session(training)
                    .run(
                            progress -> rounds.add(progress.round().round()),
                            () -> rounds.size() == 3);
            assertEquals(List.of(1, 2, 3), rounds);
        }
    }

    /** Looking changes nothing of what is learned. */
    @Test
    void shouldLearnTheSameHoweverOftenItLooks() {
        try (PolicyTraining looked = training();
                PolicyTraining alone = training()) {
            session(looked).run(progress -> {}, () -> false);
            while (!alone.finished()) {
                alone.round();
            }
            assertArrayEquals(parameters(alone), parameters(looked));
        }
    }

    private static float[] parameters(PolicyTraining training) {
        TrainingState state = new TrainingState();
        training.save(state);
        return state.checkpoint(Checkpoint.newState()).tensors().get("ppo.parameters").floats();
    }

    @Test
    void shouldRememberItsTimesOverASave() {
        try (PolicyTraining training = training();
                PolicyTraining other = training()) {
            PolicyLook look = look(training);
            Session session = new Session(training, look);
            session.run(progress -> {}, () -> training.progress() >= 0.5);
            PolicyLook later = look(other);
            Session resumed = new Session(other, later);
            resumed.restore(session.save());
            assertEquals(session.trainSeconds(), resumed.trainSeconds());
            assertEquals(look.stepsToTarget(), later.stepsToTarget());
            assertEquals(look.secondsToTarget(), later.secondsToTarget());
            assertEquals(training.environmentSteps(), other.environmentSteps());
        }
    }

    @Test
    void shouldRefuseAPlanThatNeverLooks() {
        assertThrows(IllegalArgumentException.class, () -> new PolicyLook.Plan(0, 2, 5));
        assertThrows(IllegalArgumentException.class, () -> new PolicyLook.Plan(1, 0, 5));
    }
}
