package dev.strait.demos.comparison;

import static dev.strait.core.Require.require;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.demos.imitation.ImitateCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of those that are compared: a recipe, and what it is told beside the preset.
 *
 * @param label what tables and figures call it, also part of a folder's name
 * @param recipe its id
 * @param settings its own, each {@code key=value}, laid on those of all
 */
record Contender(String label, String recipe, List<String> settings) {

    Contender {
        settings = List.copyOf(settings);
        require(
                label.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}"),
                "a label is at most 40 letters, digits, dots, hyphens and underscores, not '%s'",
                label);
    }

    /** A recipe as it is. */
    static Contender of(ImitationRecipes recipe) {
        return new Contender(recipe.id(), recipe.id(), List.of());
    }

    /**
     * Reads {@code LABEL: RECIPE KEY=VALUE…}.
     *
     * @throws IllegalArgumentException if it is not of that form, or names no recipe
     */
    static Contender parse(String text) {
        int colon = text.indexOf(':');
        require(colon > 0, "--variant takes 'LABEL: RECIPE KEY=VALUE ...', but got '%s'", text);
        List<String> words =
                new ArrayList<>(Arrays.asList(text.substring(colon + 1).strip().split("\\s+")));
        String recipe = ImitateCommand.recipe(words.remove(0)).id();
        return new Contender(text.substring(0, colon).strip(), recipe, words);
    }
}
