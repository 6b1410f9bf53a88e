package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import dev.strait.core.gradient.Optimiser;

/**
 * How fast both players learn, and how long.
 *
 * @param critic steps of the discriminator before one of the generator
 * @param discriminator its optimiser
 * @param generator its optimiser
 * @param finalRate share of the step sizes that is left at the end, reached in a straight line; 1
 *     for none lost
 * @param finalStrength share of the regulariser's strength that is left at the end, the same share
 *     lost in every step; 1 for none lost
 * @param steps of the generator, in the whole run
 * @param stepsARound of the generator, between two reports
 */
public record Pace(
        CriticSchedule critic,
        Optimiser discriminator,
        Optimiser generator,
        double finalRate,
        double finalStrength,
        long steps,
        int stepsARound) {

    public Pace {
        require(finalRate >= 0 && finalRate <= 1, "finalRate must be in [0, 1]: %s", finalRate);
        require(
                finalStrength > 0 && finalStrength <= 1,
                "finalStrength must be in (0, 1]: %s",
                finalStrength);
        require(steps >= 1, "steps must be at least 1, but was %s", steps);
        require(stepsARound >= 1, "stepsARound must be at least 1, but was %s", stepsARound);
    }

    /** One step of either in turn, under one rule. */
    public static Pace of(Optimiser both, long steps, int stepsARound) {
        return new Pace(new CriticSchedule.Constant(1), both, both, 1, 1, steps, stepsARound);
    }

    /** The same with other steps of the discriminator. */
    public Pace critic(CriticSchedule value) {
        return new Pace(
                value, discriminator, generator, finalRate, finalStrength, steps, stepsARound);
    }

    /** The same under other rules. */
    public Pace optimisers(Optimiser ofDiscriminator, Optimiser ofGenerator) {
        return new Pace(
                critic, ofDiscriminator, ofGenerator, finalRate, finalStrength, steps, stepsARound);
    }

    /** The same with another share left at the end. */
    public Pace finalRate(double value) {
        return new Pace(critic, discriminator, generator, value, finalStrength, steps, stepsARound);
    }

    /** The same with another share of the regulariser left at the end. */
    public Pace finalStrength(double value) {
        return new Pace(critic, discriminator, generator, finalRate, value, steps, stepsARound);
    }

    /** The same for another number of steps. */
    public Pace steps(long value) {
        return new Pace(
                critic, discriminator, generator, finalRate, finalStrength, value, stepsARound);
    }

    /** The same with other rounds. */
    public Pace stepsARound(int value) {
        return new Pace(critic, discriminator, generator, finalRate, finalStrength, steps, value);
    }

    /** Share of the step sizes at a step of the generator, from 0. */
    double rateFactor(long step) {
        return 1 - (1 - finalRate) * progress(step);
    }

    /** Share of the regulariser's strength at a step of the generator, from 0. */
    double strengthFactor(long step) {
        return Math.pow(finalStrength, progress(step));
    }

    private double progress(long step) {
        return Math.min(1, step / (double) steps);
    }
}
