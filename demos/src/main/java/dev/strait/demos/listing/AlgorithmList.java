package dev.strait.demos.listing;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.demos.terminal.TextTable;

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
            table.row(recipe.id(), recipe.paper(), description(recipe));
        }
        return table
                + """

                A world's preset has a weak penalty on the discriminator's slope, which gail, airl,
                vail and vairl keep (their papers have none: --set discriminator.regulariser=None);
                a row that names what keeps the discriminator smooth takes that in its place.
                """;
    }

    private static String description(ImitationRecipes recipe) {
        return switch (recipe) {
            case BC -> "copies recorded actions; steps no world, and knows no way back from errors";
            case GAIL -> "a discriminator of state and action pays the agent for passing as expert";
            case AIRL -> "GAIL that splits off a reward which can be taken to another world";
            case VAIL -> "GAIL through an information bottleneck, held at I_c nats by beta";
            case VAIRL -> "AIRL through the bottleneck";
            case GAIL_NOISE -> "GAIL with Gaussian noise on what the discriminator sees";
            case GAIL_GP -> "GAIL, its discriminator flat on the expert's samples (gamma 10)";
            case AIRL_GP -> "AIRL with the same penalty";
            case VAIL_GP -> "VAIL with the same penalty: the paper's best on motions";
            case VAIL_ONE_CENTRED ->
                    "VAIL with WGAN-GP's penalty: the best gaits without a phase, from pixels, too";
            case VAIRL_GP -> "VAIRL with the same penalty: the paper's best on mazes";
            case AMP -> "transitions, least squares, replay, penalties on gradients and weights";
            case AMP_LOGISTIC -> "AMP as MimicKit has it: logistic, flat on both sides";
            case GAIL_COMBINED -> "GAIL under spectral norms, dropout and a weak penalty at once";
            case VAIL_RELATIVISTIC -> "VAIL whose discriminator compares expert and agent in pairs";
            case ADD -> "sees what a state lacks of the clip at its phase; for worlds ...Phase-v0";
            case VAIL_DIFFERENCE ->
                    "ADD behind the bottleneck: teaches the 3D humanoid to walk, too";
        };
    }
}
