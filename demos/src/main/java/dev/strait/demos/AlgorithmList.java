package dev.strait.demos;

import dev.strait.agents.imitation.ImitationRecipes;
import java.util.Locale;

/** What {@code strait list algorithms} tells. */
final class AlgorithmList {

    private AlgorithmList() {}

    static String text() {
        TextTable table = new TextTable().row("ALGORITHM", "PAPER", "WHAT IT DOES");
        table.row(
                "ppo",
                "Schulman et al. 2017",
                "learns from the world's own reward: makes experts, and is the policy step below");
        for (ImitationRecipes recipe : ImitationRecipes.values()) {
            table.row(recipe.name().toLowerCase(Locale.ROOT), recipe.paper(), description(recipe));
        }
        return table.toString();
    }

    private static String description(ImitationRecipes recipe) {
        return switch (recipe) {
            case BC -> "copies recorded actions; steps no world, and knows no way back from errors";
            case GAIL -> "a discriminator of state and action pays the agent for passing as expert";
            case AIRL -> "GAIL that splits off a reward which can be taken to another world";
            case VAIL -> "GAIL through an information bottleneck, held at I_c nats by beta";
            case VAIRL -> "AIRL through the bottleneck";
        };
    }
}
