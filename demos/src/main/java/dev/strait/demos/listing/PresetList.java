package dev.strait.demos.listing;

import dev.strait.agents.imitation.DiscriminatorSettings;
import dev.strait.agents.imitation.ImitationPresets;
import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.agents.imitation.ImitationSettings;
import dev.strait.agents.ppo.PpoPlan;
import dev.strait.agents.ppo.PpoPresets;
import dev.strait.agents.ppo.PpoSettings;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.Environments;
import java.util.Locale;

/** The main numbers of the presets, as {@code strait list worlds} tells them. */
final class PresetList {

    private PresetList() {}

    static String text() {
        TextTable table =
                new TextTable()
                        .row(
                                "PRESET",
                                "PPO STEPS",
                                "WORLDS x ROUND",
                                "MINIBATCH",
                                "RATE",
                                "GAMMA",
                                "VAIL STEPS",
                                "REWARD",
                                "D UPDATES",
                                "I_c");
        for (String id : Environments.ids()) {
            if (id.matches("[A-Z]\\w*-v\\d+")) {
                row(table, id);
            }
        }
        return table.toString();
    }

    private static void row(TextTable table, String id) {
        PpoPlan plan = PpoPresets.of(id);
        ImitationSettings vail = ImitationPresets.of(ImitationRecipes.VAIL, id);
        PpoSettings ppo = plan.ppo();
        DiscriminatorSettings judge = vail.discriminator();
        table.row(
                id,
                String.format(Locale.ROOT, "%,d", plan.steps()),
                ppo.worlds() + " x " + ppo.stepsPerRound(),
                "%s x %s epochs".formatted(ppo.minibatch(), ppo.epochs()),
                Double.toString(ppo.learningRate()),
                Double.toString(ppo.discount()),
                String.format(Locale.ROOT, "%,d", vail.steps()),
                judge.reward().name(),
                "%s x 2x%s".formatted(judge.updatesPerRound(), judge.batch()),
                limit(judge.bottleneck()));
    }

    private static String limit(Bottleneck bottleneck) {
        return bottleneck instanceof Bottleneck.Variational held
                ? held.informationLimit() + " nats"
                : "none";
    }
}
