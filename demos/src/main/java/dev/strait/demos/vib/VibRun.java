package dev.strait.demos.vib;

import static dev.strait.core.Require.require;

import dev.strait.agents.vib.InformationPlane;
import dev.strait.agents.vib.VibSettings;
import dev.strait.demos.image.PictureSet;
import java.util.List;

/**
 * All that a deep VIB was asked for: the content of its config.yaml.
 *
 * @param command {@code vib}
 * @param pictures to learn from and to be tested on
 * @param seed of everything that is random
 * @param device as {@code --device} says
 * @param threads of the engine, at least 1
 * @param evaluateEvery epochs between two evaluations
 * @param samples codes drawn of each test picture
 * @param vib the classifier and its training
 * @param sweep whether other β are trained, too
 * @param plane which, and how long
 * @param attack whether the result is attacked
 * @param attacks how
 */
record VibRun(
        String command,
        PictureSet pictures,
        long seed,
        String device,
        int threads,
        int evaluateEvery,
        int samples,
        VibSettings vib,
        boolean sweep,
        Plane plane,
        boolean attack,
        Attacks attacks) {

    static final String COMMAND = "vib";

    /**
     * The information plane.
     *
     * @param betas of its points
     * @param epochs of each
     */
    record Plane(List<Double> betas, int epochs) {

        Plane {
            betas = List.copyOf(betas);
            require(!betas.isEmpty(), "betas are empty; leave out --sweep for none");
            require(
                    betas.stream().allMatch(beta -> beta >= 0 && beta <= 1),
                    "betas must be in [0, 1], but were %s",
                    betas);
            require(epochs >= 1, "epochs must be at least 1, but was %s", epochs);
        }
    }

    /**
     * Attacks on the result and on its deterministic twin.
     *
     * @param epsilons radii as shares of the range of a pixel
     * @param steps of PGD
     * @param images how many test pictures are attacked, drawn at random
     * @param gradientSamples codes of one gradient, one attacker each
     */
    record Attacks(List<Double> epsilons, int steps, int images, List<Integer> gradientSamples) {

        Attacks {
            epsilons = List.copyOf(epsilons);
            gradientSamples = List.copyOf(gradientSamples);
            require(
                    !epsilons.isEmpty() && epsilons.stream().allMatch(e -> e >= 0 && e <= 1),
                    "epsilons must be in [0, 1], but were %s",
                    epsilons);
            require(steps >= 1, "steps must be at least 1, but was %s", steps);
            require(images >= 1, "images must be at least 1, but was %s", images);
            require(
                    !gradientSamples.isEmpty() && gradientSamples.stream().allMatch(s -> s >= 0),
                    "gradientSamples must be at least 0 (for the mean code), but were %s",
                    gradientSamples);
        }
    }

    VibRun {
        require(command.equals(COMMAND), "this is a run of strait %s, not of vib", command);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        require(evaluateEvery >= 1, "evaluateEvery must be at least 1: %s", evaluateEvery);
        require(samples >= 1, "samples must be at least 1, but was %s", samples);
    }

    /** What is asked for where nothing else is said. */
    static VibRun preset() {
        return new VibRun(
                COMMAND,
                PictureSet.DRAWN,
                0,
                "auto",
                1,
                5,
                12,
                VibSettings.BRIEF,
                false,
                new Plane(InformationPlane.grid(1e-5, 11), 10),
                false,
                new Attacks(List.of(0.05, 0.1, 0.15, 0.2, 0.3), 20, 500, List.of(0, 1, 12)));
    }
}
