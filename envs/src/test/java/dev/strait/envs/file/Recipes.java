package dev.strait.envs.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named recipes of files that must be refused. */
public abstract class Recipes {

    /** Makes one file in an empty folder, and returns what to open. */
    public interface Recipe {
        Path make(Path folder) throws IOException;
    }

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    public final Map<String, Recipe> recipes() {
        return recipes;
    }

    protected final void add(String name, Recipe recipe) {
        if (recipes.put(name, recipe) != null) {
            throw new IllegalStateException("two recipes are named " + name);
        }
    }

    protected final void bytes(String name, byte[] content) {
        add(name, folder -> Files.write(folder.resolve("file"), content));
    }

    protected final void text(String name, String content) {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
