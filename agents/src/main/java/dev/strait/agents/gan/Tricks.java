package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

/**
 * What was found to help, each of it optional.
 *
 * @param goal what the generator goes after
 * @param averaging how much of the running mean of the generator's weights stays at each step, in
 *     [0, 1); 0 for the weights as they are. The mean is what is shown and saved
 */
public record Tricks(GeneratorGoal goal, double averaging) {

    /** None of them. */
    public static final Tricks NONE = new Tricks(GeneratorGoal.OBJECTIVE, 0);

    public Tricks {
        require(
                averaging >= 0 && averaging < 1,
                "averaging must be in [0, 1), but was %s",
                averaging);
    }

    /** The same with another goal. */
    public Tricks goal(GeneratorGoal value) {
        return new Tricks(value, averaging);
    }

    /** The same with another running mean. */
    public Tricks averaging(double value) {
        return new Tricks(goal, value);
    }
}
