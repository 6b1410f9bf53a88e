package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.SmallTrainings;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.rollout.Collector;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.demonstration.Transitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LearnedRewardTest {

    private static final EnvironmentSpec PENDULUM = SmallTrainings.PENDULUM;

    @TempDir private Path folder;

    private static DiscriminatorSettings settings(LogitForm logit, Bottleneck bottleneck) {
        return SmallTrainings.discriminator(new Regulariser.None())
                .logit(logit)
                .bottleneck(bottleneck);
    }

    private static List<DiscriminatorSettings> kinds() {
        List<DiscriminatorSettings> kinds = new ArrayList<>();
        for (Bottleneck bottleneck :
                new Bottleneck[] {new Bottleneck.None(), SmallTrainings.NARROW}) {
            kinds.add(settings(new LogitForm.Plain(), bottleneck));
            kinds.add(
                    settings(new LogitForm.Plain(), bottleneck)
                            .input(DiscriminatorInput.TRANSITION));
            kinds.add(settings(new LogitForm.Shaped(true), bottleneck));
            kinds.add(settings(new LogitForm.Shaped(false), bottleneck));
            kinds.add(settings(new LogitForm.Plain(), bottleneck).inputs(true, false));
            kinds.add(
                    settings(new LogitForm.Shaped(true), bottleneck)
                            .regulariser(new Regulariser.SpectralNorm()));
            kinds.add(
                    settings(new LogitForm.Plain(), bottleneck)
                            .regulariser(
                                    Regulariser.All.of(
                                            new Regulariser.Dropout(0.5),
                                            new Regulariser.R1(0.1))));
        }
        return kinds;
    }

    /** An adversary that has learned for a round, with the rollout that it learned from. */
    private record Learned(Policy policy, Adversary adversary, Rollout rollout)
            implements AutoCloseable {

        static Learned of(DiscriminatorSettings settings, Device device) {
            Policy policy =
                    SmallTrainings.policy(PENDULUM, SmallTrainings.policySettings(), device);
            Experience expert =
                    Experience.of(Transitions.of(SmallTrainings.demonstrations(PENDULUM, 2)), true);
            Adversary adversary = new Adversary(expert, policy, settings, 0.99, new Seeds(4));
            try (VectorEnvironment worlds = Environments.makeVector(PENDULUM, 4, 1)) {
                Rollout rollout =
                        new Collector(worlds, policy, 1, new Seeds(2).stream("actions"))
                                .collect(50);
                adversary.update(rollout);
                return new Learned(policy, adversary, rollout);
            }
        }

        LearnedReward reward() {
            return adversary.reward(PENDULUM.id());
        }

        @Override
        public void close() {
            adversary.close();
            policy.close();
        }
    }

    /** GAIL's and VAIL's reward is the agent's own, to the bit, and does not move any more. */
    @EachDevice
    void shouldBeTheAgentsRewardWithoutShaping(Device device) {
        for (DiscriminatorSettings kind : kinds()) {
            if (kind.logit() instanceof LogitForm.Plain) {
                try (Learned learned = Learned.of(kind, device);
                        LearnedReward reward = learned.reward()) {
                    Experience all = Experience.of(learned.rollout());
                    double[] before = reward.of(all);
                    assertArrayEquals(learned.adversary().rewards(learned.rollout()), before);
                    learned.adversary().update(learned.rollout());
                    assertArrayEquals(before, reward.of(all));
                }
            }
        }
    }

    /**
     * f − ln π = g + γ h(s′) − h(s) − ln π: where s′ = s and all goes on, two states whose policy
     * and shaping are the same differ by g alone. Of one state with two successors, g does not
     * differ at all.
     */
    @EachDevice
    void shouldBeOfTheStateAloneWhereAskedTo(Device device) {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(true), SmallTrainings.NARROW);
        try (Learned learned = Learned.of(kind, device);
                LearnedReward reward = learned.reward()) {
            assertEquals(DiscriminatorInput.STATE, reward.input());
            Experience one = transition(0.5, -0.2, 0.3);
            Experience other = transition(0.5, 1.7, -2);
            assertArrayEquals(reward.of(one), reward.of(other));
            assertFalse(reward.of(one)[0] == reward.of(transition(-0.9, -0.2, 0.3))[0]);
        }
    }

    private static Experience transition(double cos, double action, double next) {
        return new Experience(
                1,
                new double[] {cos, 0.1, 1},
                new double[] {action},
                new double[] {next, 0.2, 0},
                new boolean[1]);
    }

    @EachDevice
    void shouldComeBackFromItsFilesToTheBit(Device device) throws IOException {
        for (DiscriminatorSettings kind : kinds()) {
            try (Learned learned = Learned.of(kind, device);
                    LearnedReward reward = learned.reward()) {
                reward.save(folder, Map.of("seed", 4));
                Experience all = Experience.of(learned.rollout());
                for (Path path :
                        List.of(
                                folder,
                                folder.resolve("reward.json"),
                                folder.resolve("reward.safetensors"))) {
                    try (LearnedReward loaded = LearnedReward.load(path, device)) {
                        assertArrayEquals(reward.of(all), loaded.of(all));
                        assertEquals(reward.input(), loaded.input());
                        assertEquals(PENDULUM.id(), loaded.environment());
                        assertEquals(reward.actionSpace(), loaded.actionSpace());
                        assertEquals(reward.fingerprint(), loaded.fingerprint());
                    }
                }
            }
        }
    }

    @EachDevice
    void shouldPayInPlaceOfTheWorld(Device device) {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(true), new Bottleneck.None());
        try (Learned learned = Learned.of(kind, device);
                RewardSource frozen = new FrozenReward(learned.reward());
                LearnedReward reward = learned.reward()) {
            RewardSource.Rewarded rewarded = frozen.judge(learned.rollout(), 1);
            double[] expected = reward.of(Experience.of(learned.rollout()));
            assertArrayEquals(expected, rewarded.rollout().rewards());
            TrainingState state = new TrainingState();
            frozen.save(state);
            frozen.restore(state);
        }
    }

    /** A run whose file was changed in between would go on to something else. */
    @Test
    void shouldRefuseToGoOnWithAnotherReward() {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(true), new Bottleneck.None());
        try (Learned learned = Learned.of(kind, Device.cpu());
                RewardSource before = new FrozenReward(learned.reward())) {
            TrainingState state = new TrainingState();
            before.save(state);
            learned.adversary().update(learned.rollout());
            try (RewardSource after = new FrozenReward(learned.reward())) {
                assertThrows(IllegalArgumentException.class, () -> after.restore(state));
            }
        }
    }

    @Test
    void shouldTellBothSizesWhereAWorldDoesNotFit() {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(false), new Bottleneck.None());
        try (Learned learned = Learned.of(kind, Device.cpu());
                LearnedReward reward = learned.reward()) {
            reward.requireFit(3, PENDULUM.factory().get().actionSpace());
            assertRefused(() -> reward.requireFit(4, reward.actionSpace()), "3 numbers", "have 4");
            assertRefused(() -> reward.requireFit(3, new Discrete(2)), "Pendulum-v1", "actions");
        }
    }

    /** What a reward of states is told of actions does not matter to it. */
    @Test
    void shouldNotAskForActionsThatItDoesNotSee() {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(true), new Bottleneck.None());
        try (Learned learned = Learned.of(kind, Device.cpu());
                LearnedReward reward = learned.reward()) {
            reward.requireFit(3, Box.unbounded(7));
            Experience seen = Experience.of(learned.rollout());
            assertArrayEquals(reward.of(seen), reward.of(SmallTrainings.statesOnly(seen)));
        }
    }

    @Test
    void shouldRefuseFilesThatDoNotBelongTogetherOrAreDamaged() throws IOException {
        DiscriminatorSettings kind = settings(new LogitForm.Shaped(true), SmallTrainings.NARROW);
        Path text = folder.resolve("reward.json");
        assertRefused(() -> load(folder), "no such file");
        try (Learned learned = Learned.of(kind, Device.cpu())) {
            learned.adversary().saveReward(folder, PENDULUM.id(), Map.of());
            String good = Files.readString(text);
            assertRefused(() -> changed(good, "\"format\" : 2", "\"format\" : 9"), "format");
            assertRefused(
                    () -> changed(good, "\"observationSize\" : 3", "\"observationSize\" : 2"),
                    "has 3 and 3 here");
            assertRefused(
                    () -> changed(good, "\"kind\" : \"Variational\"", "\"kind\" : \"X\""), "X");
            assertRefused(
                    () -> changed(good, "\"input\" : \"STATE\"", "\"input\" : \"S\""), "input");
            assertRefused(
                    () -> changed(good, "\"hidden\" : [ 16 ]", "\"hidden\" : [ 8 ]"),
                    "(8, 3) in the network");
            assertRefused(() -> changed(good, "{", "["), "JSON");
            Files.writeString(text, good);
            learned.adversary().update(learned.rollout());
            Files.createDirectory(folder.resolve("later"));
            learned.adversary().saveReward(folder.resolve("later"), PENDULUM.id(), Map.of());
            Files.copy(
                    text, folder.resolve("later/reward.json"), StandardCopyOption.REPLACE_EXISTING);
            assertRefused(() -> load(folder.resolve("later")), "not the weights");
        }
    }

    private void changed(String good, String from, String to) {
        assertTrue(good.contains(from), from);
        try {
            Files.writeString(folder.resolve("reward.json"), good.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(folder);
    }

    private static void load(Path path) {
        try {
            LearnedReward.load(path, Device.cpu()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(Executable what, String... parts) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, what);
        for (String part : parts) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
}
