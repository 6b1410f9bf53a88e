package dev.strait.demos.play;

import dev.strait.demos.picture.GifWriter;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.render.FrameRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** An episode as a small GIF. */
public final class PlayedFilm {

    private static final double SCALE = 0.5;
    private static final int MILLIS_A_STEP = 20;
    private static final int MOST_FRAMES = 150;
    private static final int LAST_FRAMES = 15;

    private PlayedFilm() {}

    /**
     * Plays an episode and films it, in at most 150 frames: long episodes leave out steps.
     *
     * @param file written
     * @param seed of the first state
     * @return its return
     */
    public static double shoot(Path file, EnvironmentSpec spec, Actor actor, long seed) {
        double[] sum = new double[1];
        int moving = MOST_FRAMES - LAST_FRAMES;
        int stride = Math.max(2, (spec.maxEpisodeSteps() + moving - 1) / moving);
        GifWriter.write(
                file,
                millis(spec.factory().get()) * stride,
                writer -> sum[0] = shoot(writer, spec, actor, seed, stride));
        return sum[0];
    }

    private static int millis(World world) {
        return world instanceof MotionImitation
                ? (int) Math.round(1000 * MotionImitation.CONTROL_SECONDS)
                : MILLIS_A_STEP;
    }

    private static double shoot(
            GifWriter writer, EnvironmentSpec spec, Actor actor, long seed, int stride)
            throws IOException {
        Environment environment = new Environment(spec);
        FrameRenderer renderer = FrameRenderer.forWorld(environment.world(), SCALE);
        double[] observation = environment.reset(seed);
        double[] action = new double[environment.actionSpace().size()];
        double sum = 0;
        boolean over = false;
        for (int step = 0; !over; step++) {
            if (step % stride == 0) {
                writer.frame(renderer.frame(environment.world()));
            }
            actor.act(observation, action);
            Environment.Step now = environment.step(action);
            observation = now.observation();
            sum += now.reward();
            over = now.terminated() || now.truncated();
        }
        BufferedImage last = renderer.frame(environment.world());
        for (int i = 0; i < LAST_FRAMES; i++) {
            writer.frame(last);
        }
        return sum;
    }
}
