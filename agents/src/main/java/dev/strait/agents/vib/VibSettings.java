package dev.strait.agents.vib;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import dev.strait.core.gradient.Averaging;
import dev.strait.core.gradient.MatrixPrecision;
import java.util.List;

/**
 * A classifier and its training.
 *
 * @param hidden sizes of the ReLU layers
 * @param code what the head sees of them
 * @param epochs passes over the pictures
 * @param batch pictures of one step
 * @param samples codes drawn of each picture in training
 * @param learningRate Adam's α at the start
 * @param beta1 Adam's decay of the first moment
 * @param schedule how α moves
 * @param averaging how the weights are averaged over the steps
 * @param precision of the products in training; evaluation is always in float32
 */
public record VibSettings(
        List<Integer> hidden,
        Code code,
        int epochs,
        int batch,
        int samples,
        double learningRate,
        double beta1,
        RateSchedule schedule,
        Averaging averaging,
        MatrixPrecision precision) {

    /** Alemi et al. 2017 and their notebook: 200 epochs. */
    public static final VibSettings PAPER =
            new VibSettings(
                    List.of(1024, 1024),
                    new Code.Gaussian(256, 1e-3),
                    200,
                    100,
                    1,
                    1e-4,
                    0.5,
                    new RateSchedule.Staircase(0.97, 2),
                    new Averaging.Exponential(0.999),
                    MatrixPrecision.FLOAT32);

    /**
     * A fifth of the epochs: larger steps, twice the batch, four codes a picture against the noise
     * of the gradient. The steps end large enough that there is noise for the average of the
     * weights to take out.
     */
    public static final VibSettings BRIEF =
            new VibSettings(
                    PAPER.hidden(),
                    PAPER.code(),
                    40,
                    200,
                    4,
                    5e-4,
                    0.5,
                    new RateSchedule.Exponential(0.13),
                    new Averaging.Growing(0.9995),
                    MatrixPrecision.FLOAT32);

    public VibSettings {
        hidden = List.copyOf(hidden);
        require(
                !hidden.isEmpty() && hidden.stream().allMatch(size -> size >= 1),
                "hidden must be sizes of at least 1, but were %s",
                hidden);
        require(epochs >= 1, "epochs must be at least 1, but was %s", epochs);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        require(samples >= 1, "samples must be at least 1, but was %s", samples);
        requirePositive(learningRate, "learningRate");
        require(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1), but was %s", beta1);
    }

    /** The same with another code. */
    public VibSettings code(Code value) {
        return new VibSettings(
                hidden,
                value,
                epochs,
                batch,
                samples,
                learningRate,
                beta1,
                schedule,
                averaging,
                precision);
    }

    /** The same with another length. */
    public VibSettings epochs(int value) {
        return new VibSettings(
                hidden,
                code,
                value,
                batch,
                samples,
                learningRate,
                beta1,
                schedule,
                averaging,
                precision);
    }
}
