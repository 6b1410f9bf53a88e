package dev.strait.demos;

import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.GanPresets;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.gan.GanSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import dev.strait.envs.image.ImageShape;
import java.util.stream.Collectors;

/** What {@code strait list recipes} tells: what each method of {@code strait gan} chooses. */
final class RecipeList {

    private static final ImageShape DIGITS = new ImageShape(1, 28, 28);

    private RecipeList() {}

    static String text() {
        TextTable table =
                new TextTable()
                        .row(
                                "RECIPE",
                                "PAPER",
                                "OBJECTIVE",
                                "REGULARISER",
                                "I_c",
                                "D STEPS",
                                "CODES");
        GanPresets.Preset preset = GanPresets.of(DIGITS);
        for (GanRecipes recipe : GanRecipes.values()) {
            GanSettings settings = preset.of(recipe);
            table.row(
                    recipe.id(),
                    recipe.paper(),
                    name(settings.game().objective()),
                    regulariser(settings.game().regulariser()),
                    settings.game().bottleneck() instanceof Bottleneck.Variational held
                            ? Double.toString(held.informationLimit())
                            : "-",
                    Integer.toString(settings.pace().critic().steps(1_001)),
                    settings.codes() instanceof Codes.InfoCodes codes
                            ? codes.categories() + " + " + codes.continuous()
                            : "-");
        }
        return table.toString();
    }

    private static String regulariser(Regulariser regulariser) {
        if (regulariser instanceof Regulariser.All all) {
            return all.parts().stream().map(RecipeList::name).collect(Collectors.joining(" + "));
        }
        return regulariser instanceof Regulariser.None ? "-" : name(regulariser);
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
