package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.core.network.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that no training can use are refused with their value, NaN among them. */
class SettingsTest {

    private static final DiscriminatorSettings GAIL = DiscriminatorSettings.GAIL;

    private static void assertRefused(Object value, Executable action) {
        Exception refused = assertThrows(IllegalArgumentException.class, action);
        assertTrue(refused.getMessage().contains(value.toString()), refused.getMessage());
    }

    private static DiscriminatorSettings with(
            List<Integer> hidden, double rate, int updates, int batch, int replay) {
        return GAIL.trunk(hidden, GAIL.activation())
                .updating(rate, updates, batch)
                .replayRounds(replay);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void shouldRefuseRatesThatAreNotPositive(double bad) {
        assertRefused(bad, () -> with(List.of(8), bad, 1, 1, 1));
        assertRefused(bad, () -> new CloningSettings(1, 1, bad, 0, 0, 1, -2));
    }

    @Test
    void shouldRefuseCountsBelowOne() {
        assertRefused(0, () -> with(List.of(8), 1e-3, 0, 1, 1));
        assertRefused(-3, () -> with(List.of(8), 1e-3, 1, -3, 1));
        assertRefused(0, () -> with(List.of(8), 1e-3, 1, 1, 0));
        assertRefused(0, () -> with(List.of(8, 0), 1e-3, 1, 1, 1));
        assertRefused("hidden layer", () -> with(List.of(), 1e-3, 1, 1, 1));
        assertRefused(0, () -> new CloningSettings(0, 1, 1, 0, 0, 1, -2));
        assertRefused(1.0, () -> new CloningSettings(1, 1, 1, 0, 1, 1, -2));
        assertRefused(Double.NaN, () -> new CloningSettings(1, 1, 1, 0, 0, 1, Double.NaN));
        assertRefused(-1, () -> new PolicySettings(List.of(-1), Activation.TANH, 0, false, false));
        assertRefused(
                Double.NaN,
                () -> new PolicySettings(List.of(), Activation.TANH, Double.NaN, false, false));
    }

    @Test
    void shouldChangeOneAxisAtATime() {
        DiscriminatorSettings other = GAIL.reward(RewardForm.LOGIT).input(DiscriminatorInput.STATE);
        assertEquals(RewardForm.LOGIT, other.reward());
        assertEquals(DiscriminatorInput.STATE, other.input());
        assertEquals(GAIL, other.reward(GAIL.reward()).input(GAIL.input()));
        assertEquals(GAIL, GAIL.logit(GAIL.logit()).bottleneck(GAIL.bottleneck()));
        assertEquals(GAIL, GAIL.regulariser(GAIL.regulariser()));
    }
}
