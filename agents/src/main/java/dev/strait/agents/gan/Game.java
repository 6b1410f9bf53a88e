package dev.strait.agents.gan;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;

/**
 * The game that the players play.
 *
 * @param objective what either minimises
 * @param regulariser what keeps the discriminator smooth
 * @param bottleneck what narrows it
 * @param generatorPath which code the generator is judged by; the mean is the paper's, a sampled
 *     one the official image code's
 * @param sight what the discriminator sees at once
 */
public record Game(
        Objective objective,
        Regulariser regulariser,
        Bottleneck bottleneck,
        CodePath generatorPath,
        Sight sight) {

    /** Goodfellow's, non-saturating, with nothing added. */
    public static final Game GAN =
            new Game(
                    new Objective.NonSaturating(),
                    new Regulariser.None(),
                    new Bottleneck.None(),
                    CodePath.MEAN,
                    Sight.SINGLE);

    /** The same under another objective. */
    public Game objective(Objective value) {
        return new Game(value, regulariser, bottleneck, generatorPath, sight);
    }

    /** The same with another regulariser. */
    public Game regulariser(Regulariser value) {
        return new Game(objective, value, bottleneck, generatorPath, sight);
    }

    /** The same with another bottleneck. */
    public Game bottleneck(Bottleneck value) {
        return new Game(objective, regulariser, value, generatorPath, sight);
    }

    /** The same with the generator judged by another code. */
    public Game generatorPath(CodePath value) {
        return new Game(objective, regulariser, bottleneck, value, sight);
    }

    /** The same with another sight. */
    public Game sight(Sight value) {
        return new Game(objective, regulariser, bottleneck, generatorPath, value);
    }
}
