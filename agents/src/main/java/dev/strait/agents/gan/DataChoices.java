package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.objective.Regulariser;

/**
 * What the methods that need it take for one kind of data.
 *
 * @param bottleneck of the variational methods
 * @param penaltyWeight what multiplies E‖∇D‖² in R1 and R2: 10 in the official image code, which is
 *     γ = 20 in Mescheder's writing, γ/2
 * @param oneCentredWeight λ of WGAN-GP: 10 on pictures, 0.1 on points (Gulrajani et al. 2017)
 * @param noiseStd of instance noise
 * @param codes of InfoGAN
 * @param choiceView of its Q
 * @param convolutions of DCGAN
 * @param recognised networks of InfoGAN
 */
public record DataChoices(
        Bottleneck bottleneck,
        double penaltyWeight,
        double oneCentredWeight,
        double noiseStd,
        Codes codes,
        ChoiceView choiceView,
        Networks convolutions,
        Networks recognised) {

    public DataChoices {
        require(
                !(bottleneck instanceof Bottleneck.None),
                "the variational methods need a bottleneck, but it was %s",
                bottleneck);
        require(!(codes instanceof Codes.None), "InfoGAN needs codes, but they were %s", codes);
    }

    Regulariser flatOnReal() {
        return new Regulariser.R1(penaltyWeight);
    }

    Regulariser flatOnGenerated() {
        return new Regulariser.R2(penaltyWeight);
    }

    /** The same with another bottleneck. */
    public DataChoices bottleneck(Bottleneck value) {
        return new DataChoices(
                value,
                penaltyWeight,
                oneCentredWeight,
                noiseStd,
                codes,
                choiceView,
                convolutions,
                recognised);
    }

    /** The same with another weight of R1 and R2. */
    public DataChoices penaltyWeight(double value) {
        return new DataChoices(
                bottleneck,
                value,
                oneCentredWeight,
                noiseStd,
                codes,
                choiceView,
                convolutions,
                recognised);
    }
}
