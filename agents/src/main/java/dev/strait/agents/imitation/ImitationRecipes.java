package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.core.bottleneck.Bottleneck;
import java.util.Arrays;

/** Every named method, one row each: what it chooses on the axes of a discriminator. */
public enum ImitationRecipes {
    /** Supervised learning of π(a|s) from pairs; no world is stepped. */
    BC("Pomerleau 1991", false, false),
    /** A discriminator of (s, a) rewards PPO. */
    GAIL("Ho and Ermon 2016", false, false),
    /** GAIL whose logit is f − ln π, with a reward g inside f that can be transferred. */
    AIRL("Fu, Luo and Levine 2018", true, false),
    /** GAIL behind the information bottleneck. */
    VAIL("Peng et al. 2019", false, true),
    /** AIRL behind the information bottleneck. */
    VAIRL("Peng et al. 2019", true, true);

    private final String paper;
    private final boolean shaped;
    private final boolean bottleneck;

    ImitationRecipes(String paper, boolean shaped, boolean bottleneck) {
        this.paper = paper;
        this.shaped = shaped;
        this.bottleneck = bottleneck;
    }

    /** Who proposed it. */
    public String paper() {
        return paper;
    }

    /** Whether it plays an adversarial game; BC does not. */
    public boolean adversarial() {
        return this != BC;
    }

    /**
     * The method of this name, whatever its case.
     *
     * @throws IllegalArgumentException naming all methods
     */
    public static ImitationRecipes named(String name) {
        for (ImitationRecipes recipe : values()) {
            if (recipe.name().equalsIgnoreCase(name)) {
                return recipe;
            }
        }
        require(
                false,
                "no algorithm is called '%s'; there are %s",
                name,
                Arrays.toString(values()));
        return null;
    }

    /**
     * A world's discriminator with what this method chooses.
     *
     * @param world the axes that a method leaves open, as tuned for a world
     * @param narrowing the bottleneck of the variational methods
     */
    public DiscriminatorSettings of(DiscriminatorSettings world, Bottleneck narrowing) {
        return world.logit(shaped ? new LogitForm.Shaped(false) : new LogitForm.Plain())
                .bottleneck(bottleneck ? narrowing : new Bottleneck.None());
    }
}
