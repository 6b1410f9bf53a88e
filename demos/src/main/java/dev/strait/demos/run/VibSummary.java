package dev.strait.demos.run;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The figures of a finished deep VIB, as summary.json tells them. Errors are fractions, on the test
 * pictures.
 *
 * @param heldOutOf where the test pictures come from: {@code test}, the data's own test part, or
 *     {@code training}, a part of the others that was not learned from
 * @param testError of the last weights, by the mean probability of {@code posteriorSamples} codes
 * @param testErrorEma the same of the moving average of the weights
 * @param oneSampleError of the last weights, by one code
 * @param meanCodeError of the last weights, by the mean code
 * @param informationNats E[KL], which bounds I(X; Z) from above; null where the code has no noise
 * @param informationBits the same
 * @param labelInformationNats H(Y) − cross-entropy, which bounds I(Z; Y) from below
 * @param labelInformationBits the same
 * @param plane the other β, where they were asked for
 * @param gradientSamples codes of one gradient of each attacker; 0 for the mean code
 * @param attacks accuracies under attack, where they were asked for
 */
public record VibSummary(
        String command,
        String data,
        long seed,
        String device,
        Map<String, String> versions,
        int trainImages,
        int testImages,
        String heldOutOf,
        int epochs,
        double beta,
        int posteriorSamples,
        double testError,
        double testErrorEma,
        double oneSampleError,
        double meanCodeError,
        double informationNats,
        double informationBits,
        double labelInformationNats,
        double labelInformationBits,
        double trainSeconds,
        double imagesPerSecond,
        OptionalLong peakResidentBytes,
        List<PlanePoint> plane,
        List<Integer> gradientSamples,
        List<AttackRow> attacks) {

    /** A point of the information plane, with the last weights. */
    public record PlanePoint(
            double beta,
            int epochs,
            double testError,
            double testErrorEma,
            double oneSampleError,
            double informationBits,
            double labelInformationBits) {}

    /**
     * Accuracies under one attack of one radius.
     *
     * @param twin the deterministic twin, by its own gradients
     * @param bottleneck by the gradients of each attacker, in the order of {@code gradientSamples}
     * @param transferred the bottleneck on the pictures that were made for the twin
     * @param lowest of the bottleneck's
     */
    public record AttackRow(
            String attack,
            double epsilon,
            int images,
            double twin,
            List<Double> bottleneck,
            double transferred,
            double lowest) {}

    /** The text of summary.json. */
    public String json() {
        return JsonText.of(this);
    }
}
