package dev.strait.demos.listing;

import dev.strait.agents.gan.ChoiceView;
import dev.strait.agents.gan.Codes;
import dev.strait.agents.gan.GanPresets;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.gan.GanSettings;
import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.image.ImageShape;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code strait list recipes} tells: what each method of a GAN or an imitation chooses. */
final class RecipeList {

    private static final ImageShape DIGITS = new ImageShape(1, 28, 28);

    private static final String WORLDS = "the world's";

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
                                "CODES",
                                "Q'S VIEW");
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
                            : "-",
                    settings.tricks().choiceView() instanceof ChoiceView.AsIs ? "-" : "moved");
        }
        return "Recipes of strait gan:%n%s%nRecipes of strait imitate:%n%s"
                .formatted(table, imitation());
    }

    /** What each row lays on a world's discriminator; what it leaves alone is the world's. */
    private static String imitation() {
        TextTable table =
                new TextTable()
                        .row(
                                "RECIPE",
                                "SEES",
                                "LOGIT",
                                "OBJECTIVE",
                                "REGULARISER",
                                "I_c",
                                "REWARD");
        DiscriminatorSettings world = DiscriminatorSettings.GAIL;
        Bottleneck narrow = Bottleneck.Variational.of(1, 1);
        for (ImitationRecipes recipe : ImitationRecipes.values()) {
            if (recipe.adversarial()) {
                DiscriminatorSettings row = recipe.of(world, narrow);
                table.row(
                        recipe.id(),
                        own(world.input(), row.input())
                                + (row.view().equals(world.view()) ? "" : ", " + view(row)),
                        name(row.logit()),
                        name(row.objective()),
                        row.regulariser().equals(world.regulariser())
                                ? WORLDS
                                : regulariser(row.regulariser()),
                        row.bottleneck() instanceof Bottleneck.None ? "-" : WORLDS,
                        own(world.reward(), row.reward()));
            }
        }
        return table.toString();
    }

    private static String own(Enum<?> world, Enum<?> row) {
        return row == world ? WORLDS : row.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String view(DiscriminatorSettings row) {
        return name(row.view()).toLowerCase(Locale.ROOT);
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
