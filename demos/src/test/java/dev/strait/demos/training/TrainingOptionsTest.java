package dev.strait.demos.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TrainingOptionsTest {

    record Ppo(double learningRate) {}

    record Asked(String algorithm, long seed, long steps, String device, int threads, Ppo ppo) {}

    private static final Asked PRESET = new Asked("vail", 0, 20_000, "auto", 1, new Ppo(3e-4));

    @Command(name = "train")
    static final class Train {
        @Mixin private TrainingOptions options;
    }

    @TempDir Path folder;

    private static TrainingOptions parse(String... arguments) {
        Train train = new Train();
        new CommandLine(train).parseArgs(arguments);
        return train.options;
    }

    @Test
    void shouldLeaveThePresetAloneWithoutArguments() {
        assertEquals(PRESET, parse().configure(PRESET, List.of()));
    }

    @Test
    void shouldLayFileOptionsAndSettingsOverEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "seed: 1\nsteps: 2\nthreads: 3\n");

        Asked asked =
                parse(
                                "--config=" + file,
                                "--steps=1e6",
                                "--seed=5",
                                "--set=seed=6",
                                "--set",
                                "ppo.learningRate=1e-3",
                                "--device=cpu")
                        .configure(PRESET, List.of());

        assertEquals(new Asked("vail", 6, 1_000_000, "cpu", 3, new Ppo(1e-3)), asked);
    }

    @Test
    void shouldSayWhichOptionIsWrong() {
        assertEquals(
                "--steps: steps: expected a whole number of at most 64 bits, but got 'many'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> parse("--steps=many").configure(PRESET, List.of()))
                        .getMessage());
    }

    @Test
    void shouldContinueWithTheRunsOwnSettings() {
        TrainingOptions first = parse("--out=" + folder.resolve("run"), "--seed=9");
        Asked asked = first.configure(PRESET, List.of());
        RunFolder run = first.create("vail", "imitate --seed=9", asked);

        TrainingOptions second = parse("--resume=" + run.path(), "--steps=30000");

        assertEquals(Optional.of(run), second.resumed());
        assertEquals(Optional.of("vail"), second.peek("algorithm"));
        assertEquals(
                new Asked("vail", 9, 30_000, "auto", 1, new Ppo(3e-4)),
                second.configure(PRESET, List.of()));
    }

    @Test
    void shouldRefuseOtherSettingsBesideResume() {
        for (String other : new String[] {"--seed=1", "--out=x", "--set=a=1", "--config=c"}) {
            TrainingOptions options = parse("--resume=" + folder, other);

            String message =
                    assertThrows(IllegalArgumentException.class, options::resumed).getMessage();
            assertTrue(message.contains("leave out " + other.split("=")[0]), message);
        }
    }

    @Test
    void shouldHeadTheConfigurationWithHowItCameAbout() throws IOException {
        TrainingOptions options = parse("--out=" + folder.resolve("run"));

        RunFolder run =
                options.create("vail", "imitate --out=run", options.configure(PRESET, List.of()));

        String text = Files.readString(run.configuration());
        assertTrue(text.startsWith("# strait imitate --out=run\n# strait 0."), text);
        assertEquals(PRESET, parse("--config=" + run.configuration()).configure(PRESET, List.of()));
    }
}
