package dev.strait.demos.listing;

import dev.strait.agents.imitation.RewardForm;
import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.Environments;
import java.util.Locale;

/** What {@code strait list rewards} tells: the forms, and what each says about staying alive. */
final class RewardList {

    private RewardList() {}

    static String text() {
        TextTable table =
                new TextTable().row("REWARD", "FORMULA", "SIGN", "AT D = 0.1, 0.5, 0.9", "USE");
        for (RewardForm form : RewardForm.values()) {
            table.row(form.name(), formula(form), sign(form), values(form), use(form));
        }
        return table
                + """

                Survival bias: D is the chance that a step is the expert's. Where the agent can end
                an episode, the sign of the reward decides before D does. A reward that is always
                positive pays for every step, so the agent stays alive whatever it does; one that is
                always negative charges for every step, so it hurries to the end. LOGIT takes either
                sign, but while the discriminator wins (D below 0.5) it, too, pays for ending.
                Choose by what an end means, or train in a world of fixed length (%s),
                where no end is in the agent's hands. imitate --reward hurry chooses.
                """
                        .formatted(fixedWorld());
    }

    private static String formula(RewardForm form) {
        return switch (form) {
            case SURVIVAL -> "-ln(1 - D)";
            case HURRY -> "ln D";
            case LOGIT -> "ln D - ln(1 - D)";
            case LEAST_SQUARES -> "1 - (D's logit - 1)^2 / 4";
        };
    }

    private static String sign(RewardForm form) {
        return switch (form) {
            case SURVIVAL -> "positive";
            case HURRY -> "negative";
            case LOGIT -> "either";
            case LEAST_SQUARES -> "0 to 1";
        };
    }

    private static String use(RewardForm form) {
        return switch (form) {
            case SURVIVAL -> "an end is a failure (CartPole)";
            case HURRY -> "an end is a success (MountainCar, Acrobot)";
            case LOGIT -> "episodes of fixed length (Pendulum); AIRL's own";
            case LEAST_SQUARES -> "AMP's: as SURVIVAL, with an objective of least squares";
        };
    }

    private static String values(RewardForm form) {
        double logit = Math.log(9);
        return String.format(
                Locale.ROOT, "%.2f, %.2f, %.2f", form.of(-logit), form.of(0), form.of(logit));
    }

    private static String fixedWorld() {
        return Environments.ids().stream()
                .filter(id -> id.startsWith("strait/CartPoleFixed"))
                .findFirst()
                .orElse("none is registered");
    }
}
