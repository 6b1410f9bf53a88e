package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

/**
 * What was found to help, each of it optional. Others of Salimans et al. 2016 are values elsewhere:
 * smoothed labels an {@link dev.strait.core.objective.Objective}, virtual batch normalisation a
 * {@link dev.strait.core.network.Normalisation} of {@link Networks}.
 *
 * @param goal what the generator goes after
 * @param batchView what the discriminator knows of the rest of a batch
 * @param historicalAveraging c of c‖θ − θ̄‖² in the losses of both players, θ̄ the mean of their
 *     parameters over all steps (Salimans et al. 2016, section 3.3); 0 for none
 * @param averaging how much of the running mean of the generator's weights stays at each step, in
 *     [0, 1); 0 for the weights as they are. The mean is what is shown and saved
 * @param generatorBatch which samples the generator steps on; shared ones spare a pass
 * @param choiceView how InfoGAN's Q sees the samples whose choice it is to tell
 */
public record Tricks(
        GeneratorGoal goal,
        BatchView batchView,
        double historicalAveraging,
        double averaging,
        GeneratorBatch generatorBatch,
        ChoiceView choiceView) {

    /** None of them. */
    public static final Tricks NONE =
            new Tricks(
                    GeneratorGoal.OBJECTIVE,
                    new BatchView.None(),
                    0,
                    0,
                    GeneratorBatch.NEW,
                    new ChoiceView.AsIs());

    public Tricks {
        require(
                historicalAveraging >= 0 && historicalAveraging < Double.POSITIVE_INFINITY,
                "historicalAveraging must be at least 0 and finite, but was %s",
                historicalAveraging);
        require(
                averaging >= 0 && averaging < 1,
                "averaging must be in [0, 1), but was %s",
                averaging);
    }

    /** The same with another goal. */
    public Tricks goal(GeneratorGoal value) {
        return new Tricks(
                value, batchView, historicalAveraging, averaging, generatorBatch, choiceView);
    }

    /** The same with another view of the batch. */
    public Tricks batchView(BatchView value) {
        return new Tricks(goal, value, historicalAveraging, averaging, generatorBatch, choiceView);
    }

    /** The same with another pull towards old parameters. */
    public Tricks historicalAveraging(double value) {
        return new Tricks(goal, batchView, value, averaging, generatorBatch, choiceView);
    }

    /** The same with another running mean. */
    public Tricks averaging(double value) {
        return new Tricks(goal, batchView, historicalAveraging, value, generatorBatch, choiceView);
    }

    /** The same with the generator's step on other samples. */
    public Tricks generatorBatch(GeneratorBatch value) {
        return new Tricks(goal, batchView, historicalAveraging, averaging, value, choiceView);
    }

    /** The same with another view of Q. */
    public Tricks choiceView(ChoiceView value) {
        return new Tricks(goal, batchView, historicalAveraging, averaging, generatorBatch, value);
    }
}
