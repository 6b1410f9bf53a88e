package dev.strait.demos.play;

import dev.strait.demos.picture.GifWriter;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.render.FrameRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** An episode as a small GIF, or as numbered pictures. */
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

    /**
     * Plays an episode, and draws every state of it at full size as {@code 000000.png}, {@code
     * 000001.png} and so on.
     *
     * @param folder that is there
     * @param seed of the first state
     * @return its return
     */
    static double draw(Path folder, EnvironmentSpec spec, Actor actor, long seed) {
        try {
            return play(
                    spec,
                    actor,
                    seed,
                    1,
                    (step, over, frame) ->
                            PictureFile.write(
                                    folder.resolve(String.format(Locale.ROOT, "%06d.png", step)),
                                    frame.get()));
        } catch (IOException e) {
            throw Disk.failure("write", folder, e);
        }
    }

    private static double shoot(
            GifWriter writer, EnvironmentSpec spec, Actor actor, long seed, int stride)
            throws IOException {
        return play(
                spec,
                actor,
                seed,
                SCALE,
                (step, over, frame) -> {
                    if (over) {
                        BufferedImage last = frame.get();
                        for (int i = 0; i < LAST_FRAMES; i++) {
                            writer.frame(last);
                        }
                    } else if (step % stride == 0) {
                        writer.frame(frame.get());
                    }
                });
    }

    /** What may look at every state of an episode, the last one too. */
    private interface Viewer {
        void see(int step, boolean over, Supplier<BufferedImage> frame) throws IOException;
    }

    private static double play(
            EnvironmentSpec spec, Actor actor, long seed, double scale, Viewer viewer)
            throws IOException {
        Environment environment = new Environment(spec);
        FrameRenderer renderer = FrameRenderer.forWorld(environment.world(), scale);
        Supplier<BufferedImage> frame = () -> renderer.frame(environment.world());
        double[] observation = environment.reset(seed);
        double[] action = new double[environment.actionSpace().size()];
        double sum = 0;
        boolean over = false;
        for (int step = 0; !over; step++) {
            viewer.see(step, false, frame);
            actor.act(observation, action);
            Environment.Step now = environment.step(action);
            observation = now.observation();
            sum += now.reward();
            over = now.terminated() || now.truncated();
            if (over) {
                viewer.see(step + 1, true, frame);
            }
        }
        return sum;
    }
}
