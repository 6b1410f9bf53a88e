package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.agents.bc.CloningSettings;
import dev.strait.agents.gan.GanPresets;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.gan.GanSettings;
import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.ImitationSettings;
import dev.strait.agents.imitation.LogitForm;
import dev.strait.agents.imitation.RewardForm;
import dev.strait.agents.policy.PolicySettings;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import dev.strait.envs.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agents' own records, which know nothing of configurations. */
class AgentSettingsTest {

    private static final ImitationSettings PRESET =
            new ImitationSettings(
                    PolicySettings.DEFAULT,
                    PpoSettings.DEFAULT,
                    DiscriminatorSettings.GAIL,
                    CloningSettings.DEFAULT,
                    false,
                    20_000,
                    1);

    @TempDir Path folder;

    private ImitationSettings reread(ImitationSettings settings) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), Configuration.yaml(settings));
        return Configuration.startingFrom(PRESET).withFile(file).value();
    }

    private static ImitationSettings with(DiscriminatorSettings discriminator) {
        return new ImitationSettings(
                PRESET.policy(), PRESET.ppo(), discriminator, PRESET.cloning(), true, 1, 2);
    }

    @Test
    void shouldKeepEverySetting() throws IOException {
        ImitationSettings other =
                with(
                        DiscriminatorSettings.GAIL
                                .logit(new LogitForm.Shaped(true))
                                .reward(RewardForm.LOGIT)
                                .bottleneck(Bottleneck.Variational.of(16, 0.25)));

        assertEquals(PRESET, reread(PRESET));
        assertEquals(other, reread(other));
    }

    @Test
    void shouldReachEveryAxisBySettings() {
        ImitationSettings set =
                Configuration.startingFrom(with(PRESET.discriminator()))
                        .withSetting("ppo.targetKl=0.02")
                        .withSetting("discriminator.reward=HURRY")
                        .withSetting("discriminator.regulariser={type: R1, weight: 5}")
                        .value();

        assertEquals(OptionalDouble.of(0.02), set.ppo().targetKl());
        assertEquals(RewardForm.HURRY, set.discriminator().reward());
        assertEquals(new Regulariser.R1(5), set.discriminator().regulariser());
    }

    /** What a part of another recipe is not told is as its paper has it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "game.bottleneck={type: Variational, informationLimit: 0.3}",
                "game.bottleneck={type: Variational, dualAscent: PaperRule}",
                "game.objective=LeastSquares",
                "game.objective=Smoothed",
                "codes=InfoCodes",
                "codes={type: InfoCodes, categories: 8}",
                "networks.ofGenerator=Virtual",
                "networks.ofGenerator={type: Batch, momentum: 0.2}",
                "pace.discriminator={type: RmsProp, learningRate: 1e-4}",
                "pace.generator=Adam",
                "pace.critic=Bursts",
                "tricks.batchView={type: Nearness, kernels: 10}"
            })
    void shouldTakeAPartOfAnyRecipe(String setting) {
        GanSettings preset = GanPresets.of(new ImageShape(1, 28, 28)).of(GanRecipes.GAN);

        GanSettings set = Configuration.startingFrom(preset).withSetting(setting).value();

        assertNotEquals(preset, set);
    }

    @Test
    void shouldTakeADefaultFromWhatIsNamed() {
        GanSettings preset = GanPresets.of(new ImageShape(1, 28, 28)).of(GanRecipes.T_GAN);

        GanSettings set =
                Configuration.startingFrom(preset)
                        .withSetting("game.bottleneck={type: Variational, informationLimit: 0.3}")
                        .value();

        assertEquals(Bottleneck.Variational.of(128, 0.3), set.game().bottleneck());
    }

    @Test
    void shouldPassOnWhatASettingRefuses() {
        Configuration<ImitationSettings> wrong =
                Configuration.startingFrom(PRESET).withSetting("ppo.clipRatio=2");

        assertEquals(
                "--set ppo.clipRatio=2: ppo: clipRatio must be in (0, 1): 2.0",
                assertThrows(IllegalArgumentException.class, wrong::value).getMessage());
    }

    @Test
    void shouldKnowEveryMemberOfEveryFamily() {
        for (Class<?> family :
                new Class<?>[] {
                    Bottleneck.class,
                    DualAscent.class,
                    LogitForm.class,
                    Objective.class,
                    Regulariser.class
                }) {
            assertEquals(
                    family.getPermittedSubclasses().length,
                    Variants.of(family).size(),
                    "" + family);
        }
    }
}
