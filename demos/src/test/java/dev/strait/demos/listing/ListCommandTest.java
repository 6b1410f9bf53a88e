package dev.strait.demos.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.imitation.RewardForm;
import dev.strait.demos.CommandRun;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.demonstration.DemonstrationFormat;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCommandTest {

    private static String list(String... what) {
        String[] arguments = Arrays.copyOf(new String[] {"list"}, 1 + what.length);
        System.arraycopy(what, 0, arguments, 1, what.length);
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return run.out();
    }

    @Test
    void shouldNameEveryAlgorithmWithItsPaper() {
        for (ImitationRecipes recipe : ImitationRecipes.values()) {
            String line = line(list("algorithms"), recipe.id() + " ");
            assertTrue(line.contains(recipe.paper()), line);
        }
    }

    @Test
    void shouldNameEveryFormOfTheRewardAndExplainTheSurvivalBias() {
        String text = list("rewards");
        for (RewardForm form : RewardForm.values()) {
            assertTrue(line(text, form.name() + " ").contains("D"), text);
        }
        assertTrue(text.contains("Survival bias"), text);
        // -ln(1 - D) at D = 0.9 is ln 10.
        assertTrue(line(text, "SURVIVAL ").contains("0.11, 0.69, 2.30"), text);
    }

    @Test
    void shouldShowThePresetOfEveryClassicWorld() {
        String presets = list("worlds").substring(list("worlds").indexOf("PRESET"));
        for (String id :
                List.of(
                        "CartPole-v1",
                        "Pendulum-v1",
                        "Acrobot-v1",
                        "MountainCar-v0",
                        "MountainCarContinuous-v0")) {
            assertTrue(line(presets, id + " ").contains("nats"), presets);
        }
        assertTrue(line(presets, "CartPole-v1 ").contains("SURVIVAL"), presets);
    }

    @Test
    void shouldSayWhichFormatsAreWritten() {
        for (DemonstrationFormat format : DemonstrationFormat.values()) {
            String line = line(list("formats"), format + " ");
            assertEquals(format.isWritten(), line.contains("written"), line);
        }
    }

    @Test
    void shouldTellWhatEveryRecipeChooses() {
        String recipes = list("recipes");
        for (GanRecipes recipe : GanRecipes.values()) {
            assertTrue(line(recipes, recipe.id() + " ").contains(recipe.paper()), recipe.id());
        }
        assertTrue(line(recipes, "vgan-gp ").matches(".*NonSaturating +R1 +0.3 +1 +- +-"), recipes);
        assertTrue(line(recipes, "wgan-gp ").matches(".*Wasserstein +OneCentred +- +5 +- +-"));
        assertTrue(line(recipes, "infogan ").matches(".*10 \\+ 2 +moved"), recipes);
        assertTrue(line(recipes, "r3gan ").contains("R1 + R2"), recipes);
        assertTrue(
                line(recipes, "gail-combined ").contains("SpectralNorm + Dropout + R1"), recipes);
        assertTrue(
                line(recipes, "amp ")
                        .matches(
                                "amp +transition +Plain +LeastSquares +R1 \\+ LogitDecay \\+"
                                        + " WeightDecay +- +least-squares"),
                recipes);
        assertTrue(line(recipes, "vairl ").matches("vairl +the world's +Shaped .*"), recipes);
    }

    @Test
    void shouldListEverythingWhereNothingIsNamed() {
        assertEquals(
                String.join(
                        System.lineSeparator(),
                        list("worlds"),
                        list("algorithms"),
                        list("recipes"),
                        list("rewards"),
                        list("formats")),
                list());
    }

    private static String line(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line '" + start + "' in " + text));
    }
}
