package dev.strait.demos;

import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.demos.run.RunFolder;
import java.nio.file.Path;

/**
 * Where the stages of a transfer lie below its folder:
 *
 * <pre>
 * expert/                  of the first world, where one was trained
 * seed-0/expert/           of the second world
 * seed-0/vairl/            the reward as it was learned, and its imitator
 * seed-0/vairl-transfer/   the new policy on it
 * </pre>
 *
 * @param root the folder
 */
record TransferStages(Path root, TransferRun asked) {

    int count() {
        int teachers = asked.trainExpert() ? 1 : 0;
        return teachers + asked.seeds() * (1 + 2 * asked.recipes().size());
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

    RunFolder retraining(TransferRecipes recipe, long seed) {
        return of(seed, recipe.id() + "-transfer");
    }

    private RunFolder of(long seed, String name) {
        return new RunFolder(root.resolve("seed-" + seed).resolve(name));
    }
}
