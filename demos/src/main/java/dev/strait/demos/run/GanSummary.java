package dev.strait.demos.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of a finished GAN, as summary.json tells them; an absent one is {@code null}.
 *
 * @param command {@code gan}
 * @param recipe by its id, such as {@code vgan-gp}
 * @param data name of the pictures
 * @param device where it ran
 * @param versions of everything that took part
 * @param steps of the generator
 * @param images real pictures that the discriminator saw
 * @param fid Fréchet distance over the extractor's features
 * @param kid kernel distance
 * @param precision share of generated pictures among the real ones
 * @param recall share of real pictures among the generated ones
 * @param coverage classes that the generator makes
 * @param entropy of their shares, in nats
 * @param meanKl what passed the bottleneck, in nats, mean over the last half of the run; under the
 *     official conventions a place
 * @param informationLimit I_c, in nats, alike
 * @param beta β at the end
 * @param constraintSatisfied whether {@code meanKl} is within a tenth of I_c, or below it
 * @param codeInformation InfoGAN's bound on I(c; x) in nats, mean over the last tenth
 * @param codeEntropy H(c), its ceiling
 * @param codeDoubt mean entropy of q(c|x) for real pictures in nats, over the last tenth
 * @param trainSeconds training only
 * @param imagesPerSecond {@code images} over {@code trainSeconds}
 * @param peakResidentBytes the most memory that the process held
 */
public record GanSummary(
        String command,
        String recipe,
        String data,
        long seed,
        String device,
        Map<String, String> versions,
        long steps,
        long images,
        Optional<PictureFigure> fid,
        Optional<PictureFigure> kid,
        Optional<PictureFigure> precision,
        Optional<PictureFigure> recall,
        Optional<PictureFigure> coverage,
        Optional<PictureFigure> entropy,
        OptionalDouble meanKl,
        OptionalDouble informationLimit,
        OptionalDouble beta,
        Optional<Boolean> constraintSatisfied,
        OptionalDouble codeInformation,
        OptionalDouble codeEntropy,
        OptionalDouble codeDoubt,
        double trainSeconds,
        double imagesPerSecond,
        OptionalLong peakResidentBytes) {

    /** Figures by name, in reading order, those that were measured. */
    public Map<String, PictureFigure> figures() {
        Map<String, PictureFigure> figures = new LinkedHashMap<>();
        fid.ifPresent(figure -> figures.put("FID", figure));
        kid.ifPresent(figure -> figures.put("KID", figure));
        precision.ifPresent(figure -> figures.put("precision", figure));
        recall.ifPresent(figure -> figures.put("recall", figure));
        coverage.ifPresent(figure -> figures.put("classes covered", figure));
        entropy.ifPresent(figure -> figures.put("entropy of classes", figure));
        return figures;
    }

    /** The text of summary.json. */
    public String json() {
        return JsonText.of(this);
    }
}
