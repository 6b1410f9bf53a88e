package dev.strait.envs.demonstration;

import dev.strait.envs.file.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that must be refused. */
final class MalformedFiles {

    private MalformedFiles() {}

    static Map<String, Recipes.Recipe> all() {
        Map<String, Recipes.Recipe> all = new LinkedHashMap<>();
        for (Recipes recipes :
                List.of(
                        new MalformedAnything(),
                        new MalformedNpz(),
                        new MalformedHdf5(),
                        new MalformedArrow(),
                        new MalformedOthers())) {
            all.putAll(recipes.recipes());
        }
        return all;
    }
}
