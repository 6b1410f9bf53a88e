package dev.strait.agents.experiment.toy;

import static dev.strait.core.Require.require;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Optimiser;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;

/**
 * A small discriminator and how it learns.
 *
 * @param hidden size of its two hidden layers
 * @param bottleneck what it is narrowed by
 * @param objective what it minimises
 * @param regulariser what keeps it smooth
 * @param optimiser how it steps
 * @param batch samples a side and step
 */
public record ToySettings(
        int hidden,
        Bottleneck bottleneck,
        Objective objective,
        Regulariser regulariser,
        Optimiser optimiser,
        int batch) {

    private static final int LATENT = 4;

    public ToySettings {
        require(hidden >= 1, "hidden must be at least 1, but was %s", hidden);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
    }

    /** The plain discriminator: cross-entropy, Adam, nothing that holds it back. */
    public static ToySettings plain() {
        return new ToySettings(
                32,
                new Bottleneck.None(),
                new Objective.NonSaturating(),
                new Regulariser.None(),
                Adam.of(3e-3),
                128);
    }

    /** The same behind a bottleneck of 4 latent dimensions, held by a PI rule within short runs. */
    public static ToySettings narrow(double informationLimit) {
        return plain().bottleneck(
                        Bottleneck.Variational.of(LATENT, informationLimit)
                                .dualAscent(new DualAscent.ProportionalIntegral(5, 0.05)));
    }

    /** The same behind another bottleneck. */
    public ToySettings bottleneck(Bottleneck value) {
        return new ToySettings(hidden, value, objective, regulariser, optimiser, batch);
    }

    /** A critic: Wasserstein's objective under a regulariser. */
    public ToySettings critic(Regulariser value, Optimiser steps) {
        return new ToySettings(
                hidden, bottleneck, new Objective.Wasserstein(), value, steps, batch);
    }
}
