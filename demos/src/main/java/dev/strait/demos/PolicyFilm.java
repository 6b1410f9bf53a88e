package dev.strait.demos;

import dev.strait.agents.policy.Policy;
import dev.strait.demos.picture.GifWriter;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.render.FrameRenderer;
import java.nio.file.Path;

/** A small film of one episode, played by a policy's most probable actions. */
final class PolicyFilm {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int FRAMES = 150;
    private static final int STEP_MILLIS = 20;
    private static final long SEED = 1_234_567;

    private PolicyFilm() {}

    /** Writes a GIF of at most 150 frames, which leaves out steps of long episodes. */
    static void write(Path file, Policy policy, EnvironmentSpec spec) {
        Environment environment = new Environment(spec);
        double[] first = environment.reset(SEED);
        FrameRenderer natural = FrameRenderer.forWorld(environment.world());
        double scale =
                Math.min(
                        1,
                        Math.min(
                                WIDTH / (double) natural.width(),
                                HEIGHT / (double) natural.height()));
        FrameRenderer renderer = FrameRenderer.forWorld(environment.world(), scale);
        int stride = Math.max(1, (spec.maxEpisodeSteps() + FRAMES - 1) / FRAMES);
        GifWriter.write(
                file,
                STEP_MILLIS * stride,
                gif -> {
                    Actor actor = new Actor(policy);
                    double[] observation = first;
                    boolean running = true;
                    for (int t = 0; running; t++) {
                        if (t % stride == 0) {
                            gif.frame(renderer.frame(environment.world()));
                        }
                        Environment.Step step = environment.step(actor.act(observation));
                        observation = step.observation();
                        running = !step.terminated() && !step.truncated();
                    }
                });
    }

    /** A policy that sees one world. */
    private static final class Actor {

        private final Policy policy;
        private final float[] seen;
        private final double[] choices;
        private final double[] actions;

        Actor(Policy policy) {
            this.policy = policy;
            seen = new float[policy.observationSpace().size()];
            choices = new double[policy.actionSpace().size()];
            actions = new double[policy.actionSpace().size()];
        }

        double[] act(double[] observation) {
            policy.see(observation, seen);
            policy.mode(seen, choices);
            policy.toActions(choices, actions);
            return actions;
        }
    }
}
