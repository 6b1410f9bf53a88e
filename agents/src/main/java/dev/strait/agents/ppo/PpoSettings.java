package dev.strait.agents.ppo;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import dev.strait.core.network.Activation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Proximal policy optimisation (Schulman et al. 2017).
 *
 * @param worlds N, stepped together
 * @param stepsPerRound T, of each world
 * @param epochs passes over a rollout
 * @param minibatch rows of one gradient step
 * @param discount γ
 * @param lambda λ of the advantages
 * @param clipRatio ε: the ratio of new to old probability counts within 1 ± ε only
 * @param valueClip where present, the value may move by this much a round (not in the paper; OpenAI
 *     baselines)
 * @param entropyWeight c of c·H[π] in the objective
 * @param leastLogStd where present, no ln σ of continuous actions falls below this, in units where
 *     a bounded action is in [−1, 1]; Peng et al. (2018) do not learn σ at all
 * @param valueWeight weight of ½(V − R)²
 * @param maxGradientNorm of the joint gradient of policy and value
 * @param targetKl where present, a round's epochs stop once the mean KL exceeds 1.5 times this
 * @param learningRate Adam's α
 * @param anneal whether α falls linearly to 0 over the run, and with it the step size of whatever
 *     learns to reward
 * @param averaging a of the running average of the policies after each round, which is what is
 *     evaluated and saved, in [0, 1): about the last 1/(1 − a) rounds count; 0 for the last alone
 * @param normaliseAdvantages to mean 0 and deviation 1, over each minibatch
 * @param normaliseRewards divides rewards by the running deviation of the discounted return
 * @param valueHidden hidden sizes of the value network
 * @param valueActivation of the value network
 */
public record PpoSettings(
        int worlds,
        int stepsPerRound,
        int epochs,
        int minibatch,
        double discount,
        double lambda,
        double clipRatio,
        OptionalDouble valueClip,
        double entropyWeight,
        OptionalDouble leastLogStd,
        double valueWeight,
        double maxGradientNorm,
        OptionalDouble targetKl,
        double learningRate,
        boolean anneal,
        double averaging,
        boolean normaliseAdvantages,
        boolean normaliseRewards,
        List<Integer> valueHidden,
        Activation valueActivation) {

    /** Stable-Baselines3's values, over eight worlds. */
    public static final PpoSettings DEFAULT =
            new PpoSettings(
                    8,
                    256,
                    10,
                    64,
                    0.99,
                    0.95,
                    0.2,
                    OptionalDouble.empty(),
                    0,
                    OptionalDouble.empty(),
                    0.5,
                    0.5,
                    OptionalDouble.empty(),
                    3e-4,
                    false,
                    0,
                    true,
                    true,
                    List.of(64, 64),
                    Activation.TANH);

    public PpoSettings {
        valueHidden = List.copyOf(valueHidden);
        require(worlds >= 1, "worlds must be at least 1, but was %s", worlds);
        require(stepsPerRound >= 1, "stepsPerRound must be at least 1, but was %s", stepsPerRound);
        require(epochs >= 1, "epochs must be at least 1, but was %s", epochs);
        require(minibatch >= 2, "minibatch must be at least 2, but was %s", minibatch);
        require(discount >= 0 && discount <= 1, "discount must be in [0, 1]: %s", discount);
        require(lambda >= 0 && lambda <= 1, "lambda must be in [0, 1], but was %s", lambda);
        require(clipRatio > 0 && clipRatio < 1, "clipRatio must be in (0, 1): %s", clipRatio);
        require(valueClip.orElse(1) > 0, "valueClip must be positive, but was %s", valueClip);
        require(entropyWeight >= 0, "entropyWeight must not be negative: %s", entropyWeight);
        require(
                Double.isFinite(leastLogStd.orElse(0)),
                "leastLogStd must be finite, but was %s",
                leastLogStd);
        requirePositive(valueWeight, "valueWeight");
        require(maxGradientNorm > 0, "maxGradientNorm must be positive: %s", maxGradientNorm);
        require(targetKl.orElse(1) > 0, "targetKl must be positive, but was %s", targetKl);
        require(averaging >= 0 && averaging < 1, "averaging must be in [0, 1): %s", averaging);
        requirePositive(learningRate, "learningRate");
    }

    /** N·T, the transitions of a round. */
    public int roundSize() {
        return worlds * stepsPerRound;
    }

    /**
     * The same with another schedule of updates.
     *
     * @param steps T, of each world in a round
     * @param passes over a rollout
     * @param rows of one gradient step
     * @param rate Adam's α
     */
    public PpoSettings updating(int steps, int passes, int rows, double rate) {
        return with(worlds, steps, passes, rows, rate, averaging);
    }

    /** The same with another step size. */
    public PpoSettings learningRate(double rate) {
        return with(worlds, stepsPerRound, epochs, minibatch, rate, averaging);
    }

    /** The same in another number of worlds, N. */
    public PpoSettings worlds(int count) {
        return with(count, stepsPerRound, epochs, minibatch, learningRate, averaging);
    }

    /**
     * The same with another average of the policies.
     *
     * @param share a
     */
    public PpoSettings averaging(double share) {
        return with(worlds, stepsPerRound, epochs, minibatch, learningRate, share);
    }

    /**
     * The same with another look ahead and another price of certainty.
     *
     * @param future γ
     * @param trace λ
     * @param weight c of the entropy
     */
    public PpoSettings exploring(double future, double trace, double weight) {
        return acting(future, trace, weight, leastLogStd);
    }

    /**
     * The same with σ held up.
     *
     * @param least ln σ, in units where a bounded action is in [−1, 1]
     */
    public PpoSettings noisy(double least) {
        return acting(discount, lambda, entropyWeight, OptionalDouble.of(least));
    }

    /**
     * The same with another discount of what is to come.
     *
     * @param future γ
     */
    public PpoSettings discounting(double future) {
        return exploring(future, lambda, entropyWeight);
    }

    private PpoSettings acting(double future, double trace, double weight, OptionalDouble least) {
        return new PpoSettings(
                worlds,
                stepsPerRound,
                epochs,
                minibatch,
                future,
                trace,
                clipRatio,
                valueClip,
                weight,
                least,
                valueWeight,
                maxGradientNorm,
                targetKl,
                learningRate,
                anneal,
                averaging,
                normaliseAdvantages,
                normaliseRewards,
                valueHidden,
                valueActivation);
    }

    private PpoSettings with(
            int count, int steps, int passes, int rows, double rate, double share) {
        return new PpoSettings(
                count,
                steps,
                passes,
                rows,
                discount,
                lambda,
                clipRatio,
                valueClip,
                entropyWeight,
                leastLogStd,
                valueWeight,
                maxGradientNorm,
                targetKl,
                rate,
                anneal,
                share,
                normaliseAdvantages,
                normaliseRewards,
                valueHidden,
                valueActivation);
    }
}
