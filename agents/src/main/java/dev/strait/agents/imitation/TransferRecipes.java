package dev.strait.agents.imitation;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The methods whose rewards the paper carries into another world, one row each: logit × bottleneck
 * × penalty. The penalty is a choice of the row here, as it is in the paper's table; the presets of
 * {@code imitate} have one throughout.
 */
public enum TransferRecipes {
    /** A discriminator of (s, a): its reward knows the way, not the aim. */
    GAIL("Ho and Ermon 2016", ImitationRecipes.GAIL, false),
    /** GAIL behind the bottleneck. */
    VAIL("Peng et al. 2019", ImitationRecipes.VAIL, false),
    /** g(s) of f − ln π. */
    AIRL("Fu, Luo and Levine 2018", ImitationRecipes.AIRL, false),
    /** AIRL behind the bottleneck. */
    VAIRL("Peng et al. 2019", ImitationRecipes.VAIRL, false),
    /** AIRL with a penalty on the slope at the expert's transitions. */
    AIRL_GP("Peng et al. 2019", ImitationRecipes.AIRL, true),
    /** Both. */
    VAIRL_GP("Peng et al. 2019", ImitationRecipes.VAIRL, true);

    private final String paper;
    private final ImitationRecipes method;
    private final boolean penalty;

    TransferRecipes(String paper, ImitationRecipes method, boolean penalty) {
        this.paper = paper;
        this.method = method;
        this.penalty = penalty;
    }

    /** Such as {@code vairl-gp}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who proposed it. */
    public String paper() {
        return paper;
    }

    /** The method without the penalty. */
    public ImitationRecipes method() {
        return method;
    }

    /** All {@link #id}s. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(TransferRecipes::id).toList();
    }

    /**
     * The recipe of this id, whatever its case.
     *
     * @throws IllegalArgumentException naming all recipes
     */
    public static TransferRecipes named(String id) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no recipe is called '%s'; there are %s"
                                                .formatted(id, ids())));
    }

    /**
     * A world's discriminator with what this recipe chooses.
     *
     * @param world the axes that a recipe leaves open; its regulariser counts in every recipe
     * @param narrowing the bottleneck of the variational recipes
     * @param slope the penalty of those with one
     */
    public DiscriminatorSettings of(
            DiscriminatorSettings world, Bottleneck narrowing, Regulariser slope) {
        DiscriminatorSettings chosen = method.of(world, narrowing);
        if (chosen.logit() instanceof LogitForm.Shaped) {
            // Fu et al. 2018: only a reward of the state alone can be told from the shaping; the
            // logit as the agent's reward is theirs, too.
            chosen = chosen.logit(new LogitForm.Shaped(true)).reward(RewardForm.LOGIT);
        }
        return penalty ? chosen.regulariser(slope) : chosen;
    }
}
