package dev.strait.agents.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.core.checkpoint.Checkpoint;
import dev.strait.core.checkpoint.TensorData;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.envs.EnvironmentSpec;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {

    private static final int BEFORE = 4;
    private static final int AFTER = 3;
    private static final EnvironmentSpec CART_POLE = SmallTrainings.CART_POLE;
    private static final Regulariser SPECTRAL = new Regulariser.SpectralNorm();
    private static final Regulariser NONE = new Regulariser.None();

    private record Kind(String name, LongFunction<PolicyTraining> seeded) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Kind imitation(ImitationRecipes recipe, EnvironmentSpec spec, Regulariser with) {
        return new Kind(
                recipe + " on " + spec.id() + " with " + with,
                seed -> SmallTrainings.imitation(spec, recipe, with, Device.cpu(), seed));
    }

    static List<Kind> kinds() {
        Regulariser noisy =
                Regulariser.All.of(
                        new Regulariser.InstanceNoise(0.1), new Regulariser.OneCentred(1));
        Regulariser dropping =
                Regulariser.All.of(
                        new Regulariser.Dropout(0.5),
                        new Regulariser.WeightDecay(0.01),
                        new Regulariser.LogitDecay(0.01));
        return List.of(
                new Kind("PPO", seed -> SmallTrainings.ppo(CART_POLE, Device.cpu(), seed)),
                new Kind(
                        "PPO on Pendulum-v1",
                        seed -> SmallTrainings.ppo(SmallTrainings.PENDULUM, Device.cpu(), seed)),
                imitation(ImitationRecipes.GAIL, CART_POLE, NONE),
                imitation(ImitationRecipes.GAIL, SmallTrainings.PENDULUM, noisy),
                imitation(ImitationRecipes.VAIL, CART_POLE, SPECTRAL),
                imitation(ImitationRecipes.AIRL, SmallTrainings.PENDULUM, NONE),
                imitation(ImitationRecipes.VAIRL, CART_POLE, SPECTRAL),
                imitation(ImitationRecipes.VAIL, SmallTrainings.PENDULUM, dropping),
                imitation(ImitationRecipes.AMP, SmallTrainings.PENDULUM, NONE),
                imitation(ImitationRecipes.VAIL_RELATIVISTIC, CART_POLE, NONE),
                imitation(ImitationRecipes.BC, CART_POLE, NONE),
                imitation(ImitationRecipes.BC, SmallTrainings.PENDULUM, NONE));
    }

    private static TrainingState after(int rounds, PolicyTraining training) {
        for (int i = 0; i < rounds; i++) {
            training.round();
        }
        TrainingState state = new TrainingState();
        training.save(state);
        return state;
    }

    private static Map<String, TensorData> arrays(TrainingState state) {
        return state.checkpoint(Checkpoint.newState()).tensors();
    }

    private static void assertSame(TrainingState expected, TrainingState is) {
        assertEquals(arrays(expected).keySet(), arrays(is).keySet());
        arrays(expected).forEach((name, data) -> assertEquals(data, arrays(is).get(name), name));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldGoOnAsIfItHadNeverStopped(Kind kind) {
        try (PolicyTraining never = kind.seeded.apply(3);
                PolicyTraining resumed = kind.seeded.apply(3)) {
            TrainingState middle = after(BEFORE, never);
            TrainingState end = after(AFTER, never);
            resumed.restore(middle);
            assertSame(end, after(AFTER, resumed));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldRepeatItselfFromTheSameSeedOnly(Kind kind) {
        try (PolicyTraining first = kind.seeded.apply(5);
                PolicyTraining second = kind.seeded.apply(5);
                PolicyTraining other = kind.seeded.apply(6)) {
            TrainingState end = after(2, first);
            assertSame(end, after(2, second));
            assertNotEquals(parameters(end), parameters(after(2, other)));
        }
    }

    private static TensorData parameters(TrainingState state) {
        String name = state.has("ppo.parameters") ? "ppo.parameters" : "cloning.parameters";
        return arrays(state).get(name);
    }

    @EachDevice
    void shouldNotBeMovedByASaveInBetween(Device device) {
        try (PolicyTraining looked = SmallTrainings.ppo(CART_POLE, device, 3);
                PolicyTraining alone = SmallTrainings.ppo(CART_POLE, device, 3)) {
            TrainingState middle = after(2, looked);
            TrainingState again = new TrainingState();
            looked.save(again);
            assertSame(middle, again);
            TrainingState end = after(2, looked);
            alone.round();
            alone.round();
            assertSame(end, after(2, alone));
        }
    }

    /** A state is a copy: rounds after it do not change it. */
    @Test
    void shouldKeepAStateAsItWasWhenSaved() {
        try (PolicyTraining training = SmallTrainings.ppo(CART_POLE, Device.cpu(), 3);
                PolicyTraining twin = SmallTrainings.ppo(CART_POLE, Device.cpu(), 3)) {
            TrainingState kept = after(2, training);
            after(2, training);
            assertSame(after(2, twin), kept);
        }
    }

    @Test
    void shouldRefuseTheStateOfAnotherNetworkWithBothSizes() {
        try (PolicyTraining cart = SmallTrainings.ppo(CART_POLE, Device.cpu(), 3);
                PolicyTraining pendulum =
                        SmallTrainings.ppo(SmallTrainings.PENDULUM, Device.cpu(), 3)) {
            TrainingState state = after(1, cart);
            Exception refused =
                    assertThrows(IllegalArgumentException.class, () -> pendulum.restore(state));
            assertTrue(refused.getMessage().matches(".*\\d+.*\\d+.*"), refused.getMessage());
        }
    }

    @Test
    void shouldRefuseTheStateOfAnotherKindOfRun() {
        try (PolicyTraining ppo = SmallTrainings.ppo(CART_POLE, Device.cpu(), 3);
                PolicyTraining gail =
                        SmallTrainings.imitation(
                                CART_POLE, ImitationRecipes.GAIL, NONE, Device.cpu(), 3)) {
            TrainingState state = after(1, ppo);
            Exception refused =
                    assertThrows(IllegalArgumentException.class, () -> gail.restore(state));
            assertTrue(
                    refused.getMessage().contains("has no 'discriminator."), refused.getMessage());
        }
    }
}
