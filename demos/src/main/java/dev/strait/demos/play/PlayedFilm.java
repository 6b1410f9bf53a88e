package dev.strait.demos.play;

import dev.strait.demos.picture.GifWriter;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.render.FrameRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** An episode as a small GIF. */
public final class PlayedFilm {

    private static final double SCALE = 0.4;
    private static final int STEPS_A_FRAME = 2;
    private static final int MILLIS_A_FRAME = 40;
    private static final int MOST_FRAMES = 500;
    private static final int LAST_FRAMES = 15;

    private PlayedFilm() {}

    /**
     * Plays an episode and films it.
     *
     * @param file written
     * @param seed of the first state
     * @return its return; where the film is full before the episode ends, the return so far
     */
    public static double shoot(Path file, EnvironmentSpec spec, Actor actor, long seed) {
        double[] sum = new double[1];
        GifWriter.write(file, MILLIS_A_FRAME, writer -> sum[0] = shoot(writer, spec, actor, seed));
        return sum[0];
    }

    private static double shoot(GifWriter writer, EnvironmentSpec spec, Actor actor, long seed)
            throws IOException {
        Environment environment = new Environment(spec);
        FrameRenderer renderer = FrameRenderer.forWorld(environment.world(), SCALE);
        double[] observation = environment.reset(seed);
        double[] action = new double[environment.actionSpace().size()];
        double sum = 0;
        boolean over = false;
        for (int step = 0; !over && step < MOST_FRAMES * STEPS_A_FRAME; step++) {
            if (step % STEPS_A_FRAME == 0) {
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
