package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strait.agents.bc.CloningSettings;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
