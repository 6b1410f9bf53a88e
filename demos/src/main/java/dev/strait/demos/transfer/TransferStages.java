package dev.strait.demos.transfer;

import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the stages of a transfer lie below its folder:
 *
 * <pre>
 * expert/                  of the first world, where one was trained
 * seed-0/expert/           of the second world
 * seed-0/vairl/            the reward as it was learned, and its imitator
 * seed-0/vairl-transfer/   the new policy on it
 * seed-0/vairl-transfer-2/ another attempt at it, where several are asked for
 * </pre>
 *
 * @param root the folder
 */
record TransferStages(Path root, TransferRun asked) {

    int count() {
        int teachers = asked.trainExpert() ? 1 : 0;
        int stages = 1 + asked.attempts();
        return teachers + asked.seeds() * (1 + stages * asked.recipes().size());
    }

    RunFolder teacher() {
        return new RunFolder(root.resolve("expert"));
    }

    RunFolder expert(long seed) {
        return of(seed, "expert");
    }

    RunFolder imitation(TransferRecipes recipe, long seed) {
        return of(seed, recipe.id());
    }

    /**
     * Where a new policy lies.
     *
     * @param attempt counted from 1
     */
    RunFolder attempt(TransferRecipes recipe, long seed, int attempt) {
        String name = recipe.id() + "-transfer";
        return of(seed, attempt == 1 ? name : name + "-" + attempt);
    }

    /** All new policies of a reward. */
    List<RunFolder> attempts(TransferRecipes recipe, long seed) {
        return IntStream.rangeClosed(1, asked.attempts())
                .mapToObj(attempt -> attempt(recipe, seed, attempt))
                .toList();
    }

    /** All stages of a seed, in their order. */
    List<RunFolder> trained(long seed) {
        List<RunFolder> all = new ArrayList<>(List.of(expert(seed)));
        for (TransferRecipes recipe : asked.recipes()) {
            all.add(imitation(recipe, seed));
            all.addAll(attempts(recipe, seed));
        }
        return all;
    }

    /** The one of the finished attempts that the learned reward pays most, the first of equals. */
    RunFolder retraining(TransferRecipes recipe, long seed) {
        List<RunFolder> all = attempts(recipe, seed);
        return all.stream()
                .max(
                        Comparator.comparingDouble(TransferStages::learnedReward)
                                .thenComparing(Comparator.comparingInt(all::indexOf).reversed()))
                .orElseThrow();
    }

    /** Mean learned reward of a step in the last round. */
    private static double learnedReward(RunFolder attempt) {
        double[] rewards = MetricsTable.read(attempt.metrics()).columns().get(MetricNames.REWARD);
        return rewards[rewards.length - 1];
    }

    private RunFolder of(long seed, String name) {
        return new RunFolder(root.resolve("seed-" + seed).resolve(name));
    }
}
