package dev.strait.demos.gan;

import dev.strait.agents.gan.CriticSchedule;
import dev.strait.agents.gan.Pace;
import dev.strait.core.gradient.Optimiser;

/**
 * How fast both players learn; how long, the run says.
 *
 * @param critic steps of the discriminator before one of the generator
 * @param discriminator its optimiser
 * @param generator its optimiser
 * @param finalRate share of the step sizes that is left at the end
 * @param finalStrength share of the regulariser's strength that is left at the end
 * @param stepsARound of the generator, between two rows of metrics.csv
 */
record GanPace(
        CriticSchedule critic,
        Optimiser discriminator,
        Optimiser generator,
        double finalRate,
        double finalStrength,
        int stepsARound) {

    static GanPace of(Pace pace) {
        return new GanPace(
                pace.critic(),
                pace.discriminator(),
                pace.generator(),
                pace.finalRate(),
                pace.finalStrength(),
                pace.stepsARound());
    }

    /** For so many steps of the generator. */
    Pace lasting(long steps) {
        return new Pace(
                critic, discriminator, generator, finalRate, finalStrength, steps, stepsARound);
    }
}
