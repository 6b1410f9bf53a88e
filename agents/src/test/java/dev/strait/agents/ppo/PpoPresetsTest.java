package dev.strait.agents.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import dev.strait.envs.locomotion.Locomotion;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PpoPresetsTest {

    private static final PpoPlan UNKNOWN = PpoPresets.of("my/World-v0");

    static List<String> bodies() {
        return Locomotion.ids();
    }

    /**
     * Published figures are of these settings: cleanrl's ppo_continuous_action.py. Only the swimmer
     * looks further ahead.
     */
    @ParameterizedTest
    @MethodSource("bodies")
    void shouldTrainBodiesAsTheirPublishedFiguresWereMade(String id) {
        PpoPlan plan = PpoPresets.of(id);
        PpoSettings ppo = plan.ppo();
        assertEquals(1_000_000, plan.steps());
        assertEquals(2048, ppo.roundSize());
        assertEquals(32, ppo.roundSize() / ppo.minibatch());
        assertEquals(10, ppo.epochs());
        assertEquals(3e-4, ppo.learningRate());
        assertTrue(ppo.anneal());
        assertEquals(id.startsWith("Swimmer") ? 0.999 : 0.99, ppo.discount());
        assertEquals(0.95, ppo.lambda());
        assertEquals(OptionalDouble.of(0.2), ppo.valueClip());
        assertTrue(ppo.normaliseRewards() && plan.policy().normaliseObservations());
        assertEquals(List.of(64, 64), plan.policy().hidden());
    }

    @Test
    void shouldHaveARowForEveryWorldOfGymnasium() {
        for (String id : Environments.ids()) {
            if (!id.contains("/")) {
                assertNotEquals(UNKNOWN, PpoPresets.of(id), id);
            }
        }
    }
}
