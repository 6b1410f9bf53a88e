package dev.strait.demos.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferStagesTest {

    @TempDir Path folder;

    private TransferStages stages(int attempts) {
        TransferRun preset = TransferRun.preset("CMaze-v0");
        String yaml = Configuration.yaml(preset);
        assertTrue(yaml.contains("attempts: 2"), "the C-maze's preset");
        return new TransferStages(folder, attempts(preset, attempts));
    }

    private static TransferRun attempts(TransferRun of, int attempts) {
        return new TransferRun(
                of.command(),
                "vairl,gail",
                of.environment(),
                of.to(),
                of.demonstrations(),
                of.trainExpert(),
                of.episodes(),
                of.seed(),
                2,
                of.steps(),
                of.device(),
                of.threads(),
                of.evaluateEvery(),
                of.expert(),
                of.policy(),
                of.ppo(),
                of.discriminator(),
                of.bottleneck(),
                of.penalty(),
                of.retraining(),
                attempts);
    }

    /** A file of metrics whose world's return is the opposite of its learned reward. */
    private static void write(RunFolder attempt, double... rewards) throws IOException {
        StringBuilder csv = new StringBuilder("round," + MetricNames.ROLLOUT_RETURN + ",");
        csv.append(MetricNames.REWARD).append('\n');
        for (int i = 0; i < rewards.length; i++) {
            csv.append(i + 1).append(',').append(-rewards[i]).append(',');
            csv.append(rewards[i]).append('\n');
        }
        Files.createDirectories(attempt.path());
        Files.writeString(attempt.metrics(), csv);
    }

    /** By the last round, and never by the reward of the world. */
    @Test
    void shouldKeepTheAttemptThatTheLearnedRewardPaysMost() throws IOException {
        TransferStages three = stages(3);
        write(three.attempt(TransferRecipes.VAIRL, 0, 1), -1, -1.9);
        write(three.attempt(TransferRecipes.VAIRL, 0, 2), -3, -1.5);
        write(three.attempt(TransferRecipes.VAIRL, 0, 3), -2, -1.6);

        assertEquals(
                folder.resolve("seed-0/vairl-transfer-2"),
                three.retraining(TransferRecipes.VAIRL, 0).path());
    }

    @Test
    void shouldKeepTheFirstOfEquals() throws IOException {
        TransferStages two = stages(2);
        write(two.attempt(TransferRecipes.GAIL, 1, 1), -1.5);
        write(two.attempt(TransferRecipes.GAIL, 1, 2), -1.5);

        assertEquals(
                folder.resolve("seed-1/gail-transfer"),
                two.retraining(TransferRecipes.GAIL, 1).path());
    }

    /** Two seeds of two recipes: an expert a seed, and an imitation and the attempts a recipe. */
    @Test
    void shouldCountEveryStageOnce() {
        assertEquals(2 * (1 + 2 * 2), stages(1).count());
        assertEquals(2 * (1 + 2 * 4), stages(3).count());
        List<Path> all = stages(3).trained(0).stream().map(RunFolder::path).toList();
        assertEquals(9, new HashSet<>(all).size());
    }

    @Test
    void shouldGiveEveryAttemptASeedOfItsOwn() {
        TransferRun run = TransferRun.preset("CMaze-v0");
        assertEquals(7, run.retraining("somewhere", 7, 1).seed());
        assertEquals(1007, run.retraining("somewhere", 7, 2).seed());
    }
}
