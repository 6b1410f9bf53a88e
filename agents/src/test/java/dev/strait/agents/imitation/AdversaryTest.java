package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.rollout.Collector;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.network.BlockState;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.demonstration.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdversaryTest {

    private static final Regulariser NONE = new Regulariser.None();

    private static Experience expert(EnvironmentSpec spec) {
        return Experience.of(Transitions.of(SmallTrainings.demonstrations(spec, 2)), true);
    }

    private static Rollout rollout(EnvironmentSpec spec, Policy policy) {
        try (VectorEnvironment worlds = Environments.makeVector(spec, 4, 1)) {
            return new Collector(worlds, policy, 1, new Seeds(2).stream("actions")).collect(100);
        }
    }

    private static Adversary adversary(Experience expert, Policy policy, DiscriminatorSettings of) {
        return new Adversary(expert, policy, of, 0.99, new Seeds(4));
    }

    private static Policy policy(EnvironmentSpec spec, Device device) {
        return SmallTrainings.policy(spec, SmallTrainings.policySettings(), device);
    }

    private static double meanExpertReward(Adversary adversary, Experience expert) {
        Rollout shown = asRollout(expert);
        return Arrays.stream(adversary.rewards(shown)).average().orElseThrow();
    }

    private static Rollout asRollout(Experience e) {
        float[] seen = new float[e.observations().length];
        return new Rollout(
                e.size(),
                1,
                seen,
                seen,
                e.observations(),
                e.nextObservations(),
                e.actions(),
                e.actions(),
                new double[e.size()],
                e.terminated(),
                new boolean[e.size()]);
    }

    /** A swapped label, a wrong sign of the loss or of the reward fails here. */
    @EachDevice
    void shouldRewardTheExpertMoreThanTheAgent(Device device) {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        Experience expert = expert(spec);
        for (RewardForm form : RewardForm.values()) {
            try (Policy policy = policy(spec, device);
                    Adversary adversary =
                            adversary(
                                    expert,
                                    policy,
                                    SmallTrainings.discriminator(NONE).reward(form))) {
                Rollout rollout = rollout(spec, policy);
                AdversaryReport first = adversary.update(rollout);
                AdversaryReport last = first;
                for (int i = 0; i < 150; i++) {
                    last = adversary.update(rollout);
                }
                double agent = Arrays.stream(adversary.rewards(rollout)).average().orElseThrow();
                assertTrue(meanExpertReward(adversary, expert) > agent + 0.2, form.name());
                assertTrue(last.loss() < first.loss());
                assertTrue(last.bottleneck().accuracy() > 0.75, last.toString());
            }
        }
    }

    /** Differences of logits have no zero: the expert's mean is it, wherever the networks drift. */
    @Test
    void shouldCountRelativisticRewardsFromTheExpertsMean() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        Experience few = expert(spec).rows(IntStream.range(0, 50).toArray());
        DiscriminatorSettings pairs =
                SmallTrainings.discriminator(NONE)
                        .objective(new Objective.RelativisticPaired())
                        .bottleneck(SmallTrainings.NARROW)
                        .reward(RewardForm.LOGIT);
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(few, policy, pairs)) {
            Rollout rollout = rollout(spec, policy);
            AdversaryReport report = adversary.update(rollout);
            for (int i = 1; i < 100; i++) {
                report = adversary.update(rollout);
            }
            assertFalse(report.saturated(), "pairs tell no accuracy: " + report);
            assertFalse(report.figures().containsKey("discriminator/saturated"));
            assertTrue(report.figures().containsKey("bottleneck/rate"));
            assertEquals(0, meanExpertReward(adversary, few), 1e-5);
            double agent = Arrays.stream(adversary.rewards(rollout)).average().orElseThrow();
            assertTrue(agent < -0.2, "the agent's mean was " + agent);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, STATE, false", "CartPole-v1, STATE_ACTION, false",
        "CartPole-v1, TRANSITION, false", "CartPole-v1, STATE, true",
        "CartPole-v1, STATE_ACTION, true", "Pendulum-v1, STATE, false",
        "Pendulum-v1, STATE_ACTION, false", "Pendulum-v1, TRANSITION, false",
        "Pendulum-v1, TRANSITION, true",
    })
    void shouldGiveOneFiniteRewardATransition(String id, DiscriminatorInput input, boolean shaped) {
        EnvironmentSpec spec = Environments.spec(id);
        for (Bottleneck bottleneck :
                new Bottleneck[] {new Bottleneck.None(), SmallTrainings.NARROW}) {
            DiscriminatorSettings settings =
                    SmallTrainings.discriminator(new Regulariser.R1(1))
                            .input(input)
                            .bottleneck(bottleneck)
                            .logit(shaped ? new LogitForm.Shaped(true) : new LogitForm.Plain());
            try (Policy policy = policy(spec, Device.cpu());
                    Adversary adversary = adversary(expert(spec), policy, settings)) {
                Rollout rollout = rollout(spec, policy);
                adversary.update(rollout);
                double[] rewards = adversary.judge(rollout, 1).rollout().rewards();
                assertEquals(rollout.size(), rewards.length);
                assertTrue(Arrays.stream(rewards).allMatch(Double::isFinite));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatItNeedsOfDemonstrations(DiscriminatorInput input) {
        DiscriminatorSettings plain = SmallTrainings.discriminator(NONE).input(input);
        assertEquals(input == DiscriminatorInput.STATE_ACTION, plain.needsActions());
        assertEquals(input == DiscriminatorInput.TRANSITION, plain.needsSuccessors());
        DiscriminatorSettings shaped = plain.logit(new LogitForm.Shaped(false));
        assertTrue(shaped.needsActions() && shaped.needsSuccessors());
    }

    /** ln π is a constant in AIRL's loss: the policy learns from rewards alone. */
    @Test
    void shouldLeaveThePolicyAsItIs() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        DiscriminatorSettings settings =
                SmallTrainings.discriminator(NONE).logit(new LogitForm.Shaped(false));
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(expert(spec), policy, settings)) {
            Rollout rollout = rollout(spec, policy);
            var before = values(policy);
            double[] moments = policy.normaliser().save();
            adversary.judge(rollout, 1);
            assertEquals(before, values(policy));
            assertArrayEquals(moments, policy.normaliser().save());
        }
    }

    private static Map<String, List<Float>> values(Policy policy) {
        Map<String, List<Float>> values = new TreeMap<>();
        BlockState.all(policy.block())
                .forEach(
                        (name, array) -> {
                            List<Float> copy = new ArrayList<>();
                            for (float value : array.toFloatArray()) {
                                copy.add(value);
                            }
                            values.put(name, copy);
                        });
        return values;
    }

    @Test
    void shouldHoldTheRateNearItsLimit() {
        EnvironmentSpec spec = SmallTrainings.PENDULUM;
        DiscriminatorSettings settings =
                SmallTrainings.discriminator(NONE).bottleneck(SmallTrainings.NARROW);
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(expert(spec), policy, settings)) {
            Rollout rollout = rollout(spec, policy);
            AdversaryReport report = adversary.update(rollout);
            for (int i = 0; i < 250; i++) {
                report = adversary.update(rollout);
            }
            assertEquals(0.3, report.bottleneck().rate(), 0.15);
            assertTrue(report.bottleneck().beta() > 0);
            assertTrue(
                    report.bottleneck().accuracy() < report.bottleneck().accuracyCap() + 0.1,
                    report.toString());
            assertFalse(report.saturated());
        }
    }

    @Test
    void shouldRingTheAlarmWhereNothingHoldsItBack() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        Experience expert = expert(spec);
        double[] apart = expert.observations().clone();
        Arrays.setAll(apart, i -> apart[i] + 100);
        Experience far =
                new Experience(
                        expert.size(),
                        apart,
                        expert.actions(),
                        expert.nextObservations(),
                        expert.terminated());
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(far, policy, SmallTrainings.discriminator(NONE))) {
            Rollout rollout = rollout(spec, policy);
            AdversaryReport report = adversary.update(rollout);
            for (int i = 0; i < 50; i++) {
                report = adversary.update(rollout);
            }
            assertTrue(report.saturated(), report.toString());
            assertEquals(1.0, report.figures().get("discriminator/saturated"));
        }
    }

    /** Moments of half expert, half agent: two points far apart give their middle. */
    @Test
    void shouldCountExpertAndAgentInEqualParts() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        Experience expert = expert(spec).rows(0, 1, 2);
        double[] tens = new double[expert.observations().length];
        Arrays.fill(tens, 10);
        Experience far = new Experience(3, tens, expert.actions(), tens, expert.terminated());
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(far, policy, SmallTrainings.discriminator(NONE))) {
            Rollout rollout = rollout(spec, policy);
            adversary.update(rollout);
            TrainingState state = new TrainingState();
            adversary.save(state);
            double[] moments = state.doubles("discriminator.input_moments");
            double agent = 0;
            for (int i = 0; i < rollout.size(); i++) {
                agent += rollout.observations()[4 * i] / rollout.size();
            }
            assertEquals((10 + agent) / 2, moments[0], 1e-3);
            assertEquals(2 * rollout.size(), moments[8], 1e-3);
        }
    }

    @Test
    void shouldDoWithoutActionsWhereItSeesNone() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        Experience full = expert(spec);
        Experience states = SmallTrainings.statesOnly(full);
        try (Policy policy = policy(spec, Device.cpu())) {
            DiscriminatorSettings settings = SmallTrainings.discriminator(NONE);
            Exception refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> adversary(states, policy, settings));
            assertTrue(refused.getMessage().contains("needs actions"), refused.getMessage());
            for (DiscriminatorInput input :
                    new DiscriminatorInput[] {
                        DiscriminatorInput.STATE, DiscriminatorInput.TRANSITION
                    }) {
                try (Adversary adversary = adversary(states, policy, settings.input(input))) {
                    adversary.update(rollout(spec, policy));
                }
            }
        }
    }

    @Test
    void shouldGiveTheSameRewardsOnTheMeanPathEveryTime() {
        EnvironmentSpec spec = SmallTrainings.CART_POLE;
        DiscriminatorSettings settings =
                SmallTrainings.discriminator(NONE).bottleneck(SmallTrainings.NARROW);
        try (Policy policy = policy(spec, Device.cpu());
                Adversary adversary = adversary(expert(spec), policy, settings)) {
            Rollout rollout = rollout(spec, policy);
            adversary.update(rollout);
            assertArrayEquals(adversary.rewards(rollout), adversary.rewards(rollout));
        }
    }
}
