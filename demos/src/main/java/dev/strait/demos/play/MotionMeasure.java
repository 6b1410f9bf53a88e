package dev.strait.demos.play;

import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.motion.TimeWarp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How well episodes imitate a clip, as Peng et al. (2018, 2019) measure it: the poses of every
 * control step are compared with those of the clip from where the episode began, after dynamic time
 * warping. The clip goes on for as long as an episode may last, one that does not loop to its end;
 * whoever falls before stays in the pose of the fall for the rest of that time, so that the error
 * of an early fall is not that of the few poses before it.
 *
 * @param clip what is imitated
 * @param clipSpeed metres a second forward, of the clip; of one that does not loop, the mean over
 *     the parts that the episodes played
 * @param rotationErrorRadians mean over the episodes of the root mean square over the joints
 * @param episodeSeconds mean length of the episodes
 * @param longestEpisodeSeconds their mean length if nobody fell
 * @param speed mean metres a second forward
 * @param fell episodes that ended before their time
 * @param episodes how many
 */
public record MotionMeasure(
        String clip,
        double clipSpeed,
        double rotationErrorRadians,
        double episodeSeconds,
        double longestEpisodeSeconds,
        double speed,
        int fell,
        int episodes) {

    /**
     * Plays episodes, if the world is one of a clip.
     *
     * @param episodes at least 1; that many worlds are stepped together
     * @param seed episode i starts from seed + i
     */
    public static Optional<MotionMeasure> of(
            EnvironmentSpec spec, Actor actor, int episodes, long seed) {
        if (!(spec.factory().get() instanceof MotionImitation motion)) {
            return Optional.empty();
        }
        Take[] takes = new Take[episodes];
        Arrays.setAll(takes, i -> new Take(spec, seed + i));
        play(takes, actor);
        return Optional.of(
                new MotionMeasure(
                        motion.clip(),
                        motion.reference().looping()
                                ? motion.reference().speed()
                                : mean(takes, Take::clipSpeed),
                        mean(takes, Take::error),
                        mean(takes, Take::seconds),
                        mean(takes, Take::longestEpisodeSeconds),
                        mean(takes, Take::speed),
                        (int) Arrays.stream(takes).filter(take -> take.terminated).count(),
                        episodes));
    }

    private static double mean(Take[] takes, ToDoubleFunction<Take> figure) {
        return Arrays.stream(takes).mapToDouble(figure).average().orElseThrow();
    }

    private static void play(Take[] takes, Actor actor) {
        int seen = takes[0].observation.length;
        int size = takes[0].environment.actionSpace().size();
        double[] observations = new double[takes.length * seen];
        double[] actions = new double[takes.length * size];
        while (Arrays.stream(takes).anyMatch(take -> !take.over)) {
            for (int i = 0; i < takes.length; i++) {
                System.arraycopy(takes[i].observation, 0, observations, i * seen, seen);
            }
            actor.act(observations, actions);
            for (int i = 0; i < takes.length; i++) {
                if (!takes[i].over) {
                    takes[i].step(Arrays.copyOfRange(actions, i * size, (i + 1) * size));
                }
            }
        }
    }

    /** One sentence for people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "motion %s: rotation error %.3f rad, %.1f of %.1f s an episode (%s of %s fell),"
                        + " %.2f m/s (the clip %.2f)",
                clip,
                rotationErrorRadians,
                episodeSeconds,
                longestEpisodeSeconds,
                fell,
                episodes,
                speed,
                clipSpeed);
    }

    /** One episode while it is played. */
    private static final class Take {
        private final Environment environment;
        private final int most;
        private final MotionImitation world;
        private final double begun;
        private final double forward;
        private final List<double[]> poses = new ArrayList<>();
        private double[] observation;
        private boolean over;
        private boolean terminated;

        private Take(EnvironmentSpec spec, long seed) {
            environment = new Environment(spec);
            world = (MotionImitation) environment.world();
            observation = environment.reset(seed);
            begun = world.phase();
            most = most(spec.maxEpisodeSteps());
            forward = world.forward();
        }

        /** Steps to the time limit, or before to the end of a clip that does not loop. */
        private int most(int limit) {
            double phase = begun + MotionImitation.CONTROL_SECONDS;
            int steps = 1;
            while (steps < limit
                    && (world.reference().looping() || phase < world.reference().duration())) {
                phase += MotionImitation.CONTROL_SECONDS;
                steps++;
            }
            return steps;
        }

        private void step(double... action) {
            Environment.Step step = environment.step(action);
            observation = step.observation();
            double[] pose = new double[world.poseSize()];
            world.pose(pose);
            poses.add(pose);
            terminated = step.terminated();
            over = terminated || step.truncated();
        }

        private double seconds() {
            return poses.size() * MotionImitation.CONTROL_SECONDS;
        }

        private double longestEpisodeSeconds() {
            return most * MotionImitation.CONTROL_SECONDS;
        }

        private double speed() {
            return (world.forward() - forward) / seconds();
        }

        /** Of the clip, meanwhile. */
        private double clipSpeed() {
            double[] from = new double[world.poseSize()];
            double[] to = new double[world.poseSize()];
            world.reference().position(begun, from);
            world.reference().position(begun + seconds(), to);
            return (to[0] - from[0]) / seconds();
        }

        private double error() {
            int fallen = poses.size() - 1;
            double[][] expected = new double[most][world.poseSize()];
            for (int i = 0; i < expected.length; i++) {
                double time = begun + (i + 1) * MotionImitation.CONTROL_SECONDS;
                world.reference().position(time, expected[i]);
            }
            // As many poses as the clip's: fewer would be stretched to whichever fits best.
            return TimeWarp.mean(
                    most,
                    most,
                    (i, j) -> world.rotationError(poses.get(Math.min(i, fallen)), expected[j]));
        }
    }
}
